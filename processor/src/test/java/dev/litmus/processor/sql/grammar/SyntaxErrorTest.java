package dev.litmus.processor.sql.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mistakes of {@code src/test/grammar/errors.txt}: which token is underlined, and what could have stood there. */
class SyntaxErrorTest {

  private static Witness sqlite;

  private record Mistake(String sql, String token, List<String> expected) {
    static Mistake of(String line) {
      String[] parts = line.split(" # ?", 3);
      return new Mistake(parts[0], parts[1].strip(), List.of(parts[2].strip().split(" \\| ")));
    }

    @Override
    public String toString() {
      return sql;
    }
  }

  static List<Mistake> mistakes() throws IOException {
    return Files.readAllLines(GrammarCase.FOLDER.resolve("errors.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Mistake::of)
        .toList();
  }

  @BeforeAll
  static void open() throws SQLException {
    sqlite = Witness.of(GrammarCase.schema());
  }

  @AfterAll
  static void close() throws SQLException {
    sqlite.close();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isUnderlinedAndExplained(Mistake mistake) {
    ParsedQuery query = QueryParser.parse(mistake.sql());
    assertThat(query.tree()).isEmpty();
    SyntaxError error = query.statement().error().orElseThrow();
    assertThat(query.textOf(error.at())).isEqualTo(mistake.token());
    assertThat(error.expected()).containsAll(mistake.expected());
    if (mistake.token().isEmpty()) {
      assertThat(error.at().start()).isEqualTo(mistake.sql().length());
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isWhereSqliteSeesIt(Mistake mistake) {
    Witness.Verdict verdict = sqlite.ask(mistake.sql());
    // SQLite comes further and refuses what it means.
    boolean meaning = mistake.sql().contains("ORDER BY id UNION");
    assertThat(verdict.syntax()).as(verdict.toString()).isEqualTo(!meaning);
    if (!meaning) {
      assertThat(verdict.token().orElse("")).isEqualTo(mistake.token());
    }
  }
}
