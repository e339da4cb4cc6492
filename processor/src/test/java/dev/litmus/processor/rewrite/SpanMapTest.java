package dev.litmus.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From every place of rewritten SQL there is a way back to the text as written. */
class SpanMapTest {

  private static final List<String> PIECES = List.of(
      ":a",
      ":b",
      "@b",
      "$m.chatId",
      ":m.chat.id",
      "x IN (:ids)",
      "y NOT IN (  $ids /* all */ )",
      "x IN (1, :a)",
      "':a'",
      "\":b\"",
      "'it''s :x'",
      "`:a`",
      "[:b]",
      "/* :a */",
      "-- :b\r\n",
      "+",
      "1",
      "'ä😀::b'",
      "\"😀\"",
      "$a::b(c)",
      "\r\n\t",
      "f(:a, :b)",
      "(SELECT :a)",
      "CASE :b WHEN 1 THEN :a END",
      "x IN (SELECT y FROM t WHERE z IN (:ids) AND :a)",
      "nul",
      "t.nul");

  private static final Names NO_NAMES = Names.NONE;

  @Test
  void everyOffsetLeadsBack() {
    Random random = new Random(3);
    for (int i = 0; i < 250; i++) {
      ParsedQuery query = QueryParser.parse(sql(random));
      List<Edit> nulls = query
          .all(ColumnName.class)
          .filter(column -> column.name().is("nul"))
          .map(column -> Edit.ofNull(column.span()))
          .toList();
      Rewriter rewriter = Rewriter.of(Set.of(List.of("ids")));
      check(query, rewriter.rewrite(query, nulls));
      Pages.of(query, rewriter).ifPresent(pages -> {
        check(query, pages.page());
        check(query, pages.count());
        pages.keyset(NO_NAMES, expression -> false).ifPresent(keyset -> {
          check(query, keyset.first(true));
          check(query, keyset.next(true));
          check(query, keyset.next(false));
        });
      });
    }
  }

  private static String sql(Random random) {
    List<String> results = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      results.add(pick(random));
    }
    return (random.nextBoolean() ? " -- :before\r\n\t" : "") + "SELECT "
        + String.join(", ", results)
        + " AS \"r!\" FROM t WHERE " + pick(random) + " = " + pick(random)
        + (random.nextBoolean() ? "\r\nORDER BY " + pick(random) + " DESC, \"r!\"" : "")
        + (random.nextBoolean() ? " ; -- :behind" : "");
  }

  private static String pick(Random random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private static void check(ParsedQuery query, RewrittenSql sql) {
    String text = sql.text();
    SpanMap map = sql.spanMap();
    assertThat(wholeOf(map)).isEqualTo(new Span(0, text.length()));
    for (SpanMap.Piece piece : map.pieces()) {
      Span rewritten = piece.rewritten();
      assertThat(map.written(rewritten)).isEqualTo(piece.written());
      if (piece.verbatim()) {
        assertThat(query.textOf(piece.written()))
            .isEqualTo(text.substring(rewritten.start(), rewritten.end()));
      }
      for (int at = rewritten.start(); at < rewritten.end(); at++) {
        Span character = map.written(new Span(at, at + 1));
        int before = at - rewritten.start();
        assertThat(character)
            .isEqualTo(
                piece.verbatim()
                    ? new Span(
                        piece.written().start() + before, piece.written().start() + before + 1)
                    : piece.written());
      }
    }
    Span statement = query.statement().span();
    for (int start = 0; start <= text.length(); start++) {
      for (int end : List.of(start, (start + text.length()) / 2, text.length())) {
        Span written = map.written(new Span(start, Math.max(start, end)));
        assertThat(written.start()).isLessThanOrEqualTo(written.end());
        assertThat(statement.contains(written)).isTrue();
      }
    }
  }

  private static Span wholeOf(SpanMap map) {
    int end = 0;
    for (SpanMap.Piece piece : map.pieces()) {
      assertThat(piece.rewritten().start()).isEqualTo(end);
      end = piece.rewritten().end();
    }
    return new Span(0, end);
  }

  @Test
  void nothingInThePlaceOfSomethingIsStillAWay() {
    ParsedQuery query = QueryParser.parse("SELECT a, b FROM t");
    SpanMap map = Rewriter.of(Set.of())
        .rewrite(query, List.of(new Edit(new Span(7, 10), "")))
        .spanMap();

    assertThat(map.written(new Span(0, 15))).isEqualTo(new Span(0, 18));
    assertThat(map.written(new Span(7, 7))).isEqualTo(new Span(7, 10));
  }
}
