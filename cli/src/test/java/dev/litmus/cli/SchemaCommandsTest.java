package dev.litmus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code diff}, {@code snapshot} and {@code verify}: exit codes, files, and what is refused. */
class SchemaCommandsTest {

  private static final String BOOKS =
      "-- Up\nCREATE TABLE books (id);\n-- Down\nDROP TABLE books;\n";

  @TempDir
  private Path folder;

  @Test
  void sameSchemasAreNoDifference() throws IOException {
    migration("library", "001_books.sql", BOOKS);
    String script = file("books.sql", "create table /* all */ books(id)");

    assertThat(Run.of("", "diff", folder.resolve("library").toString(), script))
        .isEqualTo(new Run(0, "", ""));
    assertThat(Run.of("", "diff", "--json", folder.resolve("library").toString(), script))
        .isEqualTo(new Run(0, "{\"same\":true,\"changes\":[]}\n", ""));
  }

  @Test
  void otherSchemasAre() throws IOException {
    assertThat(Run.of(
            "",
            "diff",
            file("a.sql", "CREATE TABLE a (x); CREATE INDEX i ON a (x);"),
            file("b.sql", "CREATE TABLE a (x);")))
        .isEqualTo(new Run(1, "removed index i on a\n-CREATE INDEX i ON a (x)\n", ""));
  }

  @Test
  void aSchemaThatCannotBeMadeIsNotCompared() throws IOException {
    migration("library", "001_books.sql", "-- Up\nCREATE TABLE;\n-- Down\n");
    String script = file("books.sql", "CREATE TABLE books (id);\nDROP TABLE boks;");
    String library = folder.resolve("library").toString();

    assertUnusable(
        "the migrations of `library` fail\n[migration/failed-migration]", "diff", library, script);
    assertUnusable("books.sql:2: SQLite says: no such table: boks", "diff", script, script);
    assertUnusable("there is no file `nowhere.sql`", "diff", file("a.sql", ""), "nowhere.sql");
    assertUnusable("is not the folder of a database", "diff", "/", script);
    assertUnusable("Missing required parameter: 'AFTER'", "diff", script);
  }

  @Test
  void functionsOfTheApplicationAreKnownWhenTheyAreSaid() throws IOException {
    migration(
        "library",
        "001_books.sql",
        "-- Up\nCREATE TABLE b (t COLLATE german, CHECK (slug(t) > ''));\n-- Down\nDROP TABLE b;\n");
    String[] command = {"verify", "--migrations", folder.toString()};

    assertThat(Run.of("", command).code()).isEqualTo(1);
    assertThat(Run.of(
            "",
            "verify",
            "--migrations",
            folder.toString(),
            "--function",
            "slug(TEXT) TEXT",
            "--collation",
            "german"))
        .isEqualTo(new Run(0, "library  valid up to version 1\n", ""));
  }

  @Test
  void aSnapshotIsWrittenOnceAndThenLeft() throws IOException {
    migration("library", "001_books.sql", BOOKS);
    migration("shop", "001_orders.sql", BOOKS.replace("books", "orders"));
    Path schema = folder.resolve("new/schema");
    String[] command = {"snapshot", "--migrations", folder.toString(), "--to", schema.toString()};

    assertThat(Run.of("", command))
        .isEqualTo(new Run(
            0,
            "wrote " + schema.resolve("library.sql") + "\nwrote " + schema.resolve("shop.sql")
                + "\n",
            ""));
    assertThat(schema.resolve("shop.sql"))
        .content()
        .endsWith("\nCREATE TABLE orders (\n  id\n);\n");
    Files.writeString(schema.resolve("shop.sql"), "other");
    assertThat(Run.of("", command).out())
        .isEqualTo(schema.resolve("library.sql") + " is as it was\nwrote "
            + schema.resolve("shop.sql") + "\n");
    assertThat(schema.toFile().list()).containsExactlyInAnyOrder("library.sql", "shop.sql");
  }

  @Test
  void noSnapshotIsWrittenWhenOneSchemaFails() throws IOException {
    migration("library", "001_books.sql", BOOKS);
    migration("shop", "001_orders.sql", "-- Up\nCREATE TABLE;\n-- Down\n");
    Path schema = folder.resolve("schema");

    assertUnusable(
        "the migrations of `shop` fail",
        "snapshot",
        "--migrations",
        folder.toString(),
        "--to",
        schema.toString());
    assertThat(schema).doesNotExist();
  }

  @Test
  void severalSnapshotsAreNotPrintedAsOne() throws IOException {
    migration("library", "001_books.sql", BOOKS);
    migration("shop", "001_orders.sql", BOOKS.replace("books", "orders"));

    assertUnusable(
        "several schemas cannot be printed as one\nname a folder with --to, or one of these with --database: library, shop",
        "snapshot",
        "--migrations",
        folder.toString());
  }

  @Test
  void verifyLooksAtAllDatabasesAndNamesFileAndLine() throws IOException {
    migration("library", "001_books.sql", BOOKS);
    migration(
        "shop", "001_orders.sql", "-- Up\nCREATE TABLE orders (id);\nDROP TABLE ordrs;\n-- Down\n");
    migration("stock", "first.sql", BOOKS);
    String[] command = {"verify", "--migrations", folder.toString()};

    Run run = Run.of("", command);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            "library  valid up to version 1\nshop     invalid\n  [migration/failed-migration] ")
        .contains(
            "/shop/001_orders.sql, line 3:\n", "    note: SQLite says: no such table: ordrs\n")
        .contains(
            "stock    invalid\n  [migration/invalid-migration] ",
            "/stock/first.sql: the file is not named like a migration\n");

    Run json =
        Run.of("", "verify", "--json", "--migrations", folder.toString(), "--database", "shop");
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.out())
        .startsWith("{\"database\":\"shop\",\"valid\":false,\"problems\":[{\"file\":\"")
        .contains(
            "/shop/001_orders.sql\",\"code\":\"migration/failed-migration\",\"severity\":\"error\",\"line\":3,");
  }

  @Test
  void verifyProvesWhatABuildProves() throws IOException {
    migration("library", "001_books.sql", BOOKS);
    migration(
        "shop",
        "001_orders.sql",
        "-- Up\nCREATE TABLE orders (id);\nCREATE TABLE lines (id);\n-- Down\nDROP TABLE orders;\n");
    migration(
        "stock",
        "001_items.sql",
        "-- Up\nCREATE TABLE items (n INT);\n-- Down\nDROP TABLE items;\n");
    migration(
        "stock",
        "002_checked.sql",
        "-- Up\nCREATE UNIQUE INDEX one ON items (n);\n-- Down\nDROP INDEX one;\n");
    String[] command = {"verify", "--migrations", folder.toString()};

    Run run = Run.of("", command);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("library  valid up to version 1\nshop     invalid\n  [migration/down-differs] ")
        .contains("stock    valid up to version 2\n  warning: [migration/fails-on-rows] ")
        .doesNotContain("[migration/down-loses]");

    String[] stock = {
      "verify", "--migrations", folder.toString(), "--database", "stock", "--notes", "--json"
    };
    Run warned = Run.of("", stock);
    assertThat(warned.code()).isZero();
    assertThat(warned.out())
        .startsWith("{\"database\":\"stock\",\"valid\":true,\"version\":2,\"problems\":[{\"file\":")
        .contains("\"severity\":\"warning\"", "migration/down-loses");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "snapshot"})
  void whereThereAreNoMigrationsThereIsNothingToSay(String command) throws IOException {
    assertUnusable("--migrations=DIR", command);
    assertUnusable("there is no folder `nowhere`", command, "--migrations", "nowhere");
    assertUnusable(
        "there are no migrations in `" + folder + "`\neach database has a folder there",
        command,
        "--migrations",
        folder.toString());
    migration("library", "001_books.sql", BOOKS);
    assertUnusable(
        "there are no migrations for the database `libary`\ndatabases with migrations in `" + folder
            + "`: library",
        command,
        "--migrations",
        folder.toString(),
        "--database",
        "libary");
  }

  @ParameterizedTest
  @ValueSource(strings = {"diff", "new", "snapshot", "verify"})
  void helpHasAnExampleAndSaysWhatTheExitCodesMean(String command) {
    Run run = Run.of("", command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Usage: litmus " + command)
        .contains("\nExample: litmus " + command, "\nExit codes:\n  0   ", "\n  2   the arguments")
        .doesNotContain("something is");
  }

  private static void assertUnusable(String message, String... arguments) {
    Run run = Run.of("", arguments);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("litmus: ").contains(message).doesNotContain("\tat ");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private void migration(String database, String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve(database)).resolve(name), text);
  }
}
