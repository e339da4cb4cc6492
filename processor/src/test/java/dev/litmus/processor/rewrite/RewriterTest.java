package dev.litmus.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewriterTest {

  @Test
  void namesBecomePositionsInTheOrderOfTheText() {
    RewrittenSql sql = rewrite("UPDATE orders SET total = :o.total WHERE id = $o.id AND @x > 0");

    assertThat(sql.text()).isEqualTo("UPDATE orders SET total = ? WHERE id = ? AND ? > 0");
    assertThat(sql.bindings())
        .containsExactly(List.of("o", "total"), List.of("o", "id"), List.of("x"));
  }

  @Test
  void aNameThatStandsTwiceIsOneNumberedPosition() {
    RewrittenSql sql = rewrite("SELECT :a, :b, :c, @b, :a.b");

    assertThat(sql.text()).isEqualTo("SELECT ?, ?2, ?, ?2, ?");
    assertThat(sql.bindings())
        .containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("a", "b"));
  }

  @Test
  void everythingElseStaysAsWritten() {
    String sql = "SELECT ':a', \"b:c\" -- :d\n\t/* :e */ FROM\r\n orders";

    assertThat(rewrite(sql).text()).isEqualTo(sql);
    assertThat(rewrite(sql).bindings()).isEmpty();
  }

  @Test
  void onlyTheStatementRemains() {
    assertThat(rewrite(" -- before\n SELECT :a ; -- behind").text()).isEqualTo("SELECT ?");
  }

  @Test
  void piecesAreReplacedByNull() {
    ParsedQuery query = QueryParser.parse("SELECT totl FROM orders WHERE id = :id AND totl = 0");
    List<Edit> nulls = query
        .all(ColumnName.class)
        .filter(column -> column.name().is("totl"))
        .map(column -> Edit.ofNull(column.span()))
        .toList();

    RewrittenSql sql = Rewriter.rewrite(query, nulls);

    assertThat(sql.text()).isEqualTo("SELECT NULL FROM orders WHERE id = ? AND NULL = 0");
    assertThat(sql.bindings()).containsExactly(List.of("id"));
  }

  private static RewrittenSql rewrite(String sql) {
    return Rewriter.rewrite(QueryParser.parse(sql));
  }
}
