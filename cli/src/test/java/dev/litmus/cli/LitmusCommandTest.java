package dev.litmus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments, exit codes, and what people read. */
class LitmusCommandTest {

  @TempDir
  private Path folder;

  @Test
  void aQueryIsDescribedForPeople() throws IOException {
    String schema = script("CREATE TABLE books (id INTEGER PRIMARY KEY, pages INTEGER);");

    assertThat(describe(schema, "SELECT id, pages FROM books WHERE pages >= :least ORDER BY pages"))
        .isEqualTo(new Run(0, """
            columns     id     INTEGER NOT NULL
                        pages  INTEGER NOT NULL
            parameters  least  INTEGER NOT NULL
            rows        many
            writes      no
            reads       books
            changes     -
            plan        SCAN books
                        USE TEMP B-TREE FOR ORDER BY
            """, ""));
  }

  @Test
  void whatCannotBeParsedIsDescribedAndNotedOnRequest() throws IOException {
    String sql = "SELECT " + "(".repeat(2000) + "1" + ")".repeat(2000) + " AS deep";
    Run silent = Run.of("", "describe", "--schema", script(""), "--sql", sql);
    Run noted = Run.of("", "describe", "--schema", script(""), "--notes", "--sql", sql);

    assertThat(silent.code()).isZero();
    assertThat(silent.out()).startsWith("columns     deep  ANY").doesNotContain("structure");
    assertThat(noted.code()).isZero();
    assertThat(noted.out())
        .startsWith("columns     deep  ANY")
        .contains("note: [sql/unknown-structure] SQLite accepts this query");
  }

  @Test
  void whatTheApplicationBringsIsDeclared() throws IOException {
    String script = script("""
        CREATE TABLE books (title TEXT COLLATE german, CHECK (slug(title) <> ''));
        CREATE INDEX books_slug ON books (slug(title));
        """);
    String sql = "SELECT middle(pages), title FROM (SELECT 1 AS pages, title FROM books"
        + " WHERE slug(title) = :slug) ORDER BY title";
    Run undeclared = Run.of("", "describe", "--schema", script, "--sql", sql);
    Run declared = Run.of(
        "",
        "describe",
        "--schema",
        script,
        "--function",
        "slug(TEXT) TEXT",
        "--function",
        "AGGREGATE middle(NUMERIC) REAL?",
        "--collation",
        "german",
        "--sql",
        sql);

    assertThat(undeclared.code()).isEqualTo(2);
    assertThat(undeclared.err())
        .contains("schema.sql:1: SQLite says: no such collation sequence: german");
    assertThat(declared.code()).isZero();
    assertThat(declared.out()).contains("SEARCH books USING INDEX books_slug");
  }

  @Test
  void whatIsNoSignatureIsRefused() throws IOException {
    Run run =
        Run.of("", "describe", "--schema", script(""), "--function", "slug(TEXT)", "--sql", "");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("`slug(TEXT)` is no signature of a function")
        .contains("write it as `slug(TEXT) TEXT`");
    assertThat(Run.of("", "describe", "--schema", script(""), "--collation", "a b", "--sql", "")
            .err())
        .contains("`a b` is no name of a collation");
  }

  @Test
  void aWarningFollowsTheFacts() throws IOException {
    assertThat(describe(script(""), "BEGIN; COMMIT")).isEqualTo(new Run(0, """
            columns     -
            parameters  -
            rows        none
            writes      no
            reads       -
            changes     -
            plan        -
            warning: [sql/several-statements] the query has 2 statements
              in the query, line 1:
                1 | BEGIN; COMMIT
                  |        ^^^^^^
              note: only the first one is described
            """, ""));
  }

  @Test
  void anInvalidQueryIsOne() throws IOException {
    assertThat(describe(script("CREATE TABLE books (id);"), "SELECT id\nFROM boks"))
        .isEqualTo(new Run(1, """
            [sql/unknown-table] database `schema.sql` has no table `boks`
              in the query, line 2:
                1 | SELECT id
                2 | FROM boks
                  |      ^^^^
              tables of `schema.sql`: books
              help: did you mean `books`?
            """, ""));
  }

  @Test
  void migrationsMakeASchemaToo() throws IOException {
    migration("library", "-- Up\nCREATE TABLE books (id);\n-- Down\nDROP TABLE books;\n");

    Run run = Run.of(
        "",
        "describe",
        "--migrations",
        folder.toString(),
        "--database",
        "library",
        "--sql",
        "SELECT id FROM books");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("reads       books\n");
  }

  @Test
  void aTableOfAnotherDatabaseIsSaidToBeThere() throws IOException {
    migration("library", "-- Up\nCREATE TABLE books (id);\n-- Down\nDROP TABLE books;\n");
    migration("shop", "-- Up\nCREATE TABLE orders (id);\n-- Down\nDROP TABLE orders;\n");
    migration("broken", "-- Up\nCREATE TABLE;\n-- Down\n");
    String sql = "SELECT id FROM orders";

    Run run = Run.of(
        "", "describe", "--migrations", folder.toString(), "--database", "library", "--sql", sql);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("note: `orders` is a table of the database `shop`");
  }

  @Test
  void migrationsThatFailAreShown() throws IOException {
    migration("library", "-- Up\nCREATE TABLE books (id);\nDROP TABLE boks;\n-- Down\n");

    Run run = Run.of("", "describe", "--migrations", folder.toString(), "--database", "library");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("litmus: the migrations of `library` fail\n[migration/failed-migration] ")
        .contains("    3 | DROP TABLE boks;\n", "  note: SQLite says: no such table: boks\n")
        .doesNotContain("\tat ");
  }

  @Test
  void anUnknownDatabaseIsNamedWithThoseThereAre() throws IOException {
    migration("library", "-- Up\n-- Down\n");
    Files.createDirectory(folder.resolve("target"));

    assertThat(Run.of("", "describe", "--migrations", folder.toString(), "--database", "libary"))
        .isEqualTo(new Run(
            2,
            "",
            "litmus: there are no migrations for the database `libary`\n"
                + "databases with migrations in `" + folder + "`: library\n"));
  }

  @Test
  void aScriptThatFailsIsNamedByItsLine() throws IOException {
    String schema = script("CREATE TABLE a (b);\n\nINSERT INTO c VALUES (1);\n");

    assertThat(describe(schema, "SELECT 1"))
        .isEqualTo(new Run(2, "", "litmus: " + schema + ":3: SQLite says: no such table: c\n"));
  }

  @Test
  void aStackTraceIsPrintedWhenAskedFor() throws IOException {
    String schema = script("DROP TABLE a");

    Run run = Run.of("", "describe", "--debug", "--schema", schema, "--sql", "SELECT 1");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("SQLite says: no such table: a\n", "\tat dev.litmus.cli.");
  }

  @Test
  void argumentsThatCannotBeUsed() throws IOException {
    String schema = script("");
    assertUnusable("Missing command");
    assertUnusable(
        "Unmatched argument at index 0: 'descibe'\nDid you mean: litmus describe or litmus restore?",
        "descibe");
    assertUnusable("Missing required argument (specify one of these)", "describe");
    assertUnusable("Missing required argument(s): --database", "describe", "--migrations", "x");
    assertUnusable(
        "mutually exclusive",
        "describe",
        "--schema",
        schema,
        "--migrations",
        "x",
        "--database",
        "y");
    assertUnusable("there is no file `nowhere.sql`", "describe", "--schema", "nowhere.sql");
    assertUnusable(
        "there is no folder `nowhere`", "describe", "--migrations", "nowhere", "--database", "x");
    assertUnusable("Unknown option: '--sqll'", "describe", "--schema", schema, "--sqll");
  }

  @Test
  void helpSaysWhatTheExitCodesMean() {
    for (Run run : new Run[] {Run.of("", "--help"), Run.of("", "describe", "--help")}) {
      assertThat(run.code()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .startsWith("Usage: litmus ")
          .contains("Exit codes:", "\n  0   ", "\n  1   ", "\n  2   the arguments");
    }
    assertThat(Run.of("", "describe", "--help").out())
        .contains("\n  0   all lines", "\n  1   the query");
    assertThat(Run.of("", "--version").out()).startsWith("litmus ");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 100})
  void helpIsAsWideAsTheScreen(int width) {
    Terminal screen = new Terminal(true, true, width);
    List<Integer> widths = Run.on(screen, new byte[0], "rollback", "--help")
        .out()
        .lines()
        .map(String::length)
        .toList();
    assertThat(Collections.max(widths)).isBetween(Math.max(width, 55) - 20, Math.max(width, 55));
  }

  @Test
  void anArgumentThatBeginsWithAnAtSignIsNoFile() throws IOException {
    assertThat(describe(script(""), "@nowhere").out()).contains("[sql/syntax-error]");
  }

  /** What reads the answers and goes away, as `head` does, had enough. */
  @ParameterizedTest
  @CsvSource({
    "No space left on device, litmus: the input or output fails: No space left on device\\n",
    "Broken pipe, ''"
  })
  void anOutputThatFailsIsNoSuccess(String reason, String said) throws IOException {
    OutputStream full = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = LitmusCommand.run(
        new Streams(InputStream.nullInputStream(), full, err, () -> Terminal.NONE),
        "describe",
        "--schema",
        script(""),
        "--sql",
        "SELECT 1");

    assertThat(code).isEqualTo(2);
    assertThat(err).hasToString(said.replace("\\n", "\n"));
  }

  private static void assertUnusable(String message, String... arguments) {
    Run run = Run.of("", arguments);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("litmus: ").contains(message).doesNotContain("\tat ");
  }

  private static Run describe(String schema, String sql) {
    return Run.of("", "describe", "--schema", schema, "--sql", sql);
  }

  private String script(String text) throws IOException {
    return Files.writeString(folder.resolve("schema.sql"), text).toString();
  }

  private void migration(String database, String text) throws IOException {
    Path files = Files.createDirectories(folder.resolve(database));
    Files.writeString(files.resolve("001_first.sql"), text);
  }
}
