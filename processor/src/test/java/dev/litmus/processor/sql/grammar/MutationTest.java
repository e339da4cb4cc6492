package dev.litmus.processor.sql.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.ParsedStatement;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.print.Printer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Statements that are wrong in some place: never an exception, never without an end, and SQLite's own verdict.
 *
 * <p>Others than the usual ones: {@code -Dlitmus.mutations.seed=7 -Dlitmus.mutations=200000}.
 */
@Timeout(300)
class MutationTest {

  private static final List<String> CASES =
      GrammarCase.all().stream().map(GrammarCase::sql).toList();

  private static final Pattern PATH =
      Pattern.compile("[:@$#][\\w$\\x{80}-\\x{ffff}]+\\.[\\w$\\x{80}-\\x{ffff}]");
  private static final int COUNT = Integer.getInteger("litmus.mutations", 20_000);
  private static final long SEED = Long.getLong("litmus.mutations.seed", 1);

  @Test
  void everyTextIsATreeOrAnError() {
    Mutations mutations = new Mutations(CASES, SEED);
    int trees = 0;
    for (int i = 0; i < Math.max(100_000, COUNT); i++) {
      String sql = mutations.next();
      ParsedQuery query = QueryParser.parse(sql);
      for (ParsedStatement statement : query.statements()) {
        if (statement.tree().isPresent() == statement.error().isPresent()) {
          throw new AssertionError("neither or both: " + sql);
        }
        if (statement.error().filter(error -> error.expected().isEmpty()).isPresent()) {
          throw new AssertionError("nothing expected: " + sql);
        }
        if (statement.tree().isPresent()) {
          trees++;
          String printed = Printer.print(statement.tree().get());
          Optional<String> again = QueryParser.parse(printed).tree().map(Printer::print);
          if (!again.equals(Optional.of(printed))) {
            throw new AssertionError(
                sql + "\n  is printed as " + printed + "\n  and then " + again);
          }
        }
      }
    }
    assertThat(trees).isGreaterThan(10_000);
  }

  @Test
  void errorsAreThoseOfSqliteAtTheSameToken() throws SQLException {
    Mutations mutations = new Mutations(CASES, SEED + 1000);
    List<String> differences = new ArrayList<>();
    int errors = 0;
    try (Witness sqlite = Witness.of(GrammarCase.schema())) {
      for (int i = 0; i < COUNT; i++) {
        String sql = mutations.next();
        ParsedQuery query = QueryParser.parse(sql);
        // NUL ends a text for SQLite; a path such as :order.id is one parameter for us.
        boolean different = sql.indexOf('\0') >= 0 || PATH.matcher(sql).find();
        if (different || query.statements().isEmpty()) {
          continue;
        }
        Witness.Verdict verdict =
            sqlite.ask(sql.substring(query.statement().span().start()));
        Optional<SyntaxError> error = query.statement().error();
        errors += verdict.syntax() ? 1 : 0;
        difference(query, verdict, error).ifPresent(differences::add);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(errors).isBetween(COUNT / 4, COUNT * 9 / 10);
  }

  private static Optional<String> difference(
      ParsedQuery query, Witness.Verdict verdict, Optional<SyntaxError> error) {
    String sqlite = verdict.message().orElse("fine");
    if (error.isEmpty()) {
      return verdict.syntax()
          ? Optional.of("A only SQLite refuses: " + query.text() + "\n  <- " + sqlite)
          : Optional.empty();
    }
    String token = query.textOf(error.get().at());
    // Undocumented parameters, which Litmus does not take.
    boolean sharp = token.startsWith("#");
    // Among the arguments of a virtual table a semicolon ends no statement, and 10_ is a number:
    // for SQLite alone.
    boolean argument = query
        .text()
        .matches("(?is)\\s*(EXPLAIN\\s+(QUERY\\s+PLAN\\s+)?)?CREATE\\s+VIRTUAL\\s.*(;|[0-9]_).*");
    if (verdict.accepted() && !sharp && !argument) {
      return Optional.of(
          "B only we refuse: " + query.text() + "\n  <- " + error.get() + " `" + token + "`");
    }
    return !verdict.syntax()
            || sharp
            || argument
            || samePlace(query, error.get(), token, verdict.token().orElse(""))
        ? Optional.empty()
        : Optional.of("C another token: " + query.text() + "\n  <- " + sqlite + ", ours: `" + token
            + "` " + error.get().expected());
  }

  /**
   * Tells whether both mean the same place. The exceptions: SQLite names the semicolon where a statement ends too early,
   * for us it is no part of the statement; SQLite looks at the underscores of a number only when the token behind it
   * fits; it takes ON and USING behind the first table, and UNION and the
   * like behind ORDER BY, and refuses them later, for what they mean.
   */
  private static boolean samePlace(
      ParsedQuery query, SyntaxError error, String ours, String sqlites) {
    boolean semicolon = ours.isEmpty()
        && sqlites.equals(";")
        && query.text().substring(error.at().end()).strip().startsWith(";");
    boolean number = ours.matches("[0-9.].*_.*") && query.invalid().isPresent();
    boolean meaning = ours.matches("(?i)ON|USING|UNION|EXCEPT|INTERSECT");
    return ours.equals(sqlites) || semicolon || number || meaning;
  }
}
