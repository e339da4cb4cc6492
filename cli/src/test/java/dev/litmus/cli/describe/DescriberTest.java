package dev.litmus.cli.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.litmus.cli.schema.SchemaException;
import dev.litmus.cli.schema.SchemaSource;
import dev.litmus.cli.schema.ScriptSchema;
import dev.litmus.processor.problem.Severity;
import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever SQLite accepts is described, and describing it leaves no trace. */
class DescriberTest {

  private static final String SHOP = """
      CREATE TABLE customers (id INTEGER PRIMARY KEY);
      CREATE TABLE orders (
        id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customers (id) ON DELETE CASCADE);
      CREATE INDEX by_customer ON orders (customer);
      CREATE TEMP TABLE chosen (id INTEGER);
      """;

  private static final String WITH_ARCHIVE =
      "ATTACH ':memory:' AS archive; CREATE TABLE archive.old (id);" + SHOP;

  /** Changes with foreign keys, temporary tables, attached databases, the schema and LIKE. */
  private static final List<String> PROBES = List.of(
      "DELETE FROM customers",
      "SELECT * FROM chosen",
      "SELECT * FROM archive.old",
      "CREATE TABLE orders (id)",
      "UPDATE sqlite_schema SET sql = NULL",
      "SELECT * FROM orders WHERE \"nothing\" = 1",
      "SELECT * FROM customers WHERE id LIKE 'A%'",
      "EXPLAIN SELECT 1",
      "PRAGMA foreign_keys",
      "PRAGMA archive.user_version");

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRAGMA foreign_keys = OFF",
        "PRAGMA foreign_keys(0)",
        "EXPLAIN PRAGMA foreign_keys = OFF",
        "EXPLAIN QUERY PLAN PRAGMA foreign_keys = OFF",
        "/* quietly */ pragma main.foreign_keys = no",
        "PRAGMA foreign_keys = OFF; SELECT 1",
        "PRAGMA writable_schema = ON",
        "PRAGMA writable_schema = RESET",
        "PRAGMA temp_store = 2",
        "PRAGMA case_sensitive_like = 1",
        "PRAGMA encoding = 'UTF-16'",
        "PRAGMA query_only = 1",
        "PRAGMA hard_heap_limit = 1",
        "PRAGMA soft_heap_limit = 1",
        "PRAGMA journal_mode = OFF",
        "PRAGMA recursive_triggers = 0",
        "PRAGMA locking_mode = EXCLUSIVE",
        "PRAGMA shrink_memory",
        "PRAGMA optimize",
        "ATTACH ':memory:' AS other",
        "ATTACH 'no/such/folder/file' AS other",
        "DETACH archive",
        "DROP TABLE orders",
        "ALTER TABLE orders RENAME TO sold",
        "CREATE TABLE archive.old (id)",
        "CREATE VIRTUAL TABLE v USING fts5(a)",
        "BEGIN EXCLUSIVE",
        "ROLLBACK",
        "SAVEPOINT a",
        "VACUUM",
        "VACUUM INTO 'copy'",
        "REINDEX",
        "ANALYZE",
        "SELECT load_extension('x')",
      })
  void noQueryChangesWhatIsSaidOfTheNext(String sql) throws Exception {
    for (String script : List.of(SHOP, WITH_ARCHIVE)) {
      try (Describer describer = open(script)) {
        List<Description> before = PROBES.stream().map(describer::describe).toList();

        Description first = describer.describe(sql);

        assertThat(PROBES.stream().map(describer::describe)).isEqualTo(before);
        assertThat(describer.describe(sql)).isEqualTo(first);
        assertThat(first.findings()).noneMatch(finding -> finding.code().equals("internal/bug"));
      }
    }
    assertThat(folder).isEmptyDirectory();
    assertThat(Path.of("copy")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRAGMA table_info(orders)",
        "PRAGMA nonsense",
        "PRAGMA archive.cache_size = 5",
        "EXPLAIN DELETE FROM archive.old",
        "EXPLAIN QUERY PLAN SELECT :a, ?",
        "BEGIN IMMEDIATE",
        "RELEASE a",
        "ATTACH :file AS other",
        "CREATE TRIGGER t AFTER INSERT ON orders BEGIN SELECT 1; SELECT 2; END",
        "SELECT $a::b(c), @x, :x",
      })
  void whateverSqliteAcceptsIsValid(String sql) throws Exception {
    try (Describer describer = open(WITH_ARCHIVE)) {
      Description description = describer.describe(sql);
      assertThat(description.findings()).isEmpty();
      assertThat(description.valid()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN SELECT nothing FROM orders",
        "EXPLAIN EXPLAIN SELECT 1",
        "EXPLAIN",
        "PRAGMA gone.user_version",
        "PRAGMA",
        "SELECT ?0",
        "SELECT ?, nothing FROM orders WHERE id = ?",
        "ATTACH",
        "SELECT 1 \0; SELECT 2",
        ";",
      })
  void whateverSqliteRefusesIsNot(String sql) throws Exception {
    try (Describer describer = open(WITH_ARCHIVE)) {
      Description description = describer.describe(sql);
      assertThat(description.valid()).isFalse();
      assertThat(description.findings())
          .anyMatch(finding -> finding.severity() == Severity.ERROR)
          .noneMatch(finding -> finding.code().equals("internal/bug"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT :a, @a, $a, :b     | a,b",
        "SELECT ?, ?               | ?",
        "SELECT ?3, ?1, ?3         | ?3,?1",
        "SELECT :m.chatId, :m, ?2  | m.chatId,m,?2",
        "SELECT $a::b(c)           | a::b(c)",
        "SELECT ':no', \"?\", 1 -- :no | ''",
      })
  void parametersAreNamedAsWritten(String sql, String names) throws Exception {
    try (Describer describer = open("")) {
      assertThat(describer.describe(sql).parameters().stream().map(Value::name))
          .isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(",")));
    }
  }

  /** SQLite names a column after its text, so this shows what it was given. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT ?, ?, ?3            | ?,?,?3",
        "SELECT :a, ?, :a           | :a,?,:a",
        "SELECT :a, :a, :b          | ?1,?1,?",
      })
  void positionsStayAsTheyAreWritten(String sql, String columns) throws Exception {
    try (Describer describer = open("")) {
      assertThat(describer.describe(sql).columns().stream().map(Value::name))
          .containsExactly(columns.split(","));
    }
  }

  /** What a PRAGMA may look at is there, as far as the script can be run again. */
  @Test
  void aPragmaThatSetsSomethingSeesTheSchema() throws Exception {
    try (Describer describer = open(SHOP)) {
      assertThat(describer.describe("PRAGMA foreign_key_check(orders)").reads()).contains("orders");
      assertThat(describer.describe("PRAGMA optimize = 65534").reads()).contains("orders");
      assertThat(describer.describe("PRAGMA user_version = 3").writes()).isTrue();
    }
  }

  /** A script that opens files is run once, whatever is described later. */
  @Test
  void filesOfAScriptAreTouchedOnce() throws Exception {
    Path file = folder.resolve("archive.sqlite");
    String script = "ATTACH '" + file + "' AS archive;"
        + "CREATE TABLE IF NOT EXISTS archive.old (id); INSERT INTO old VALUES (1);";
    try (Describer describer = open(script)) {
      assertThat(describer.describe("PRAGMA archive.cache_size = 10").valid()).isTrue();
      assertThat(describer.describe("SELECT id FROM old").reads()).containsExactly("archive.old");
    }
    try (Connection archive = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement count = archive.createStatement()) {
      assertThat(count.executeQuery("SELECT count(*) FROM old").getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void aFailureOfOursIsTheAnswerToOneQuery() throws Exception {
    List<Throwable> bugs = new ArrayList<>();
    try (Describer describer = Describer.open(new OpensOnce(), false, bugs::add)) {
      Description description = describer.describe("PRAGMA foreign_keys = 1");

      assertThat(description.valid()).isFalse();
      assertThat(description.findings())
          .extracting(Finding::code, Finding::severity)
          .containsExactly(tuple("internal/bug", Severity.ERROR));
      assertThat(description.findings().get(0).text())
          .contains("java.lang.IllegalStateException: no");
      assertThat(bugs).hasSize(1).allSatisfy(bug -> assertThat(bug).hasMessage("no"));
      assertThat(describer.describe("SELECT 1").valid()).isTrue();
    }
  }

  private static final class OpensOnce implements SchemaSource {

    private boolean opened;

    @Override
    public Schema open() throws SchemaException, SQLException {
      if (opened) {
        throw new IllegalStateException("no");
      }
      opened = true;
      return new ScriptSchema(Path.of("shop.sql"), "", ApplicationFunctions.NONE).open();
    }

    @Override
    public boolean isRepeatable() {
      return true;
    }
  }

  private Describer open(String script) throws Exception {
    return Describer.open(
        new ScriptSchema(folder.resolve("shop.sql"), script, ApplicationFunctions.NONE),
        false,
        bug -> {
          throw new AssertionError(bug);
        });
  }
}
