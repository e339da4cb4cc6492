package dev.litmus.processor.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.analysis.Analyzer;
import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.problem.Excerpt;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.Severity;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.schema.ScriptFailedException;
import dev.litmus.processor.sql.QueryParser;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is doubted of a query, and what is not: a line each in the file beside this class. */
class DoubtsTest {

  private static final Origin ORIGIN = new Origin() {};
  private static final String MEANT = "did you mean `";

  static Schema schema;

  @BeforeAll
  static void open() throws SQLException, ScriptFailedException {
    schema = SchemaScript.run("shop", """
        CREATE TABLE customers (
          id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT, born TEXT);
        CREATE TABLE orders (
          id TEXT PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers (id),
          number INTEGER NOT NULL, discount REAL, note TEXT, UNIQUE (customer, number));
        CREATE TABLE lines (order_id TEXT NOT NULL, product TEXT);
        CREATE TABLE products (code TEXT PRIMARY KEY, data TEXT);
        CREATE TABLE tags (name TEXT UNIQUE, deleted INTEGER);
        CREATE TABLE log (value, raw BLOB, amount DECIMAL(10, 2));
        CREATE VIRTUAL TABLE search USING fts5 (title, body);
        """);
  }

  @AfterAll
  static void close() throws SQLException {
    schema.close();
  }

  /** Written are the code, the words underlined, and what is suggested instead. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/litmus/processor/doubt/doubts.txt",
      delimiter = '¦',
      quoteCharacter = '~',
      maxCharsPerColumn = 1000)
  void doubts(String sql, String expected) throws SQLException {
    List<Problem> problems = Analyzer.analyze(
            schema,
            Neighbours.NONE,
            QueryParser.parse(sql),
            Rewriter.of(Set.of()),
            Assumptions.NONE,
            ORIGIN)
        .problems();
    String found = problems.stream().map(DoubtsTest::text).collect(Collectors.joining("; "));
    assertThat(found.isEmpty() ? "nothing" : found).isEqualTo(expected);
    assertThat(problems).allMatch(problem -> problem.code().severity() == Severity.WARNING);
  }

  private static String text(Problem problem) {
    Excerpt excerpt = problem.excerpt().orElseThrow();
    return problem.code().text() + " "
        + excerpt.text().substring(excerpt.start(), excerpt.end())
        + problem
            .help()
            .filter(help -> help.startsWith(MEANT))
            .map(help -> " -> " + help.substring(MEANT.length(), help.length() - 2))
            .orElse("");
  }
}
