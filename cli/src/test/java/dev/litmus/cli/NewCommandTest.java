package dev.litmus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next file of a database: its number, what it contains, and that nothing is ever overwritten. */
class NewCommandTest {

  private static final String BOOKS =
      "-- Up\nCREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT);\n-- Down\nDROP TABLE books;\n";

  @TempDir
  private Path folder;

  @Test
  void theFirstMigrationOfADatabaseMakesItsFolder() throws IOException {
    Path file = folder.resolve("library/001_books.sql");

    assertThat(create("books")).isEqualTo(new Run(0, "wrote " + file + "\n", ""));
    assertThat(file).hasContent("-- Up\n\n-- Down\n");
  }

  @Test
  void theNumberIsOneMoreAndAsWide() throws IOException {
    migration("001_books.sql");
    migration("0099_more.SQL");
    migration("notes.sql");
    assertThat(create("next").out()).endsWith("/library/0100_next.sql\n");
    migration("20240131120000_time.sql");
    assertThat(create("next").out()).endsWith("/library/20240131120001_next.sql\n");
    migration("9223372036854775807_last.sql");
    assertThat(create("next"))
        .isEqualTo(new Run(
            2, "", "litmus: the newest migration of `library` has the largest version there is\n"));
  }

  @Test
  void aDraftCanBeVerifiedAndMakesWhatWasWanted() throws IOException {
    migration("001_books.sql", BOOKS);
    String wanted = file("wanted.sql", """
        CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
        CREATE INDEX by_title ON books (title);
        """);

    Run run = create("need_titles", "--to", wanted);
    assertThat(run)
        .isEqualTo(new Run(
            0,
            "wrote " + folder.resolve("library/002_need_titles.sql")
                + "\nto do: 1 line behind `-- TODO`\n",
            ""));
    assertThat(folder.resolve("library/002_need_titles.sql"))
        .content()
        .contains("-- TODO NULL in books.title becomes ''\n");
    assertThat(Run.of("", "verify", "--migrations", folder.toString()))
        .isEqualTo(new Run(0, "library  valid up to version 2\n", ""));
    assertThat(Run.of("", "diff", folder.resolve("library").toString(), wanted).code())
        .isZero();
    assertThat(create("again", "--to", wanted))
        .isEqualTo(new Run(
            0, "the migrations of `library` make the schema of " + wanted + " already\n", ""));
    assertThat(folder.resolve("library").toFile().list()).hasSize(2);
  }

  @Test
  void theFirstMigrationCanBeADraftToo() throws IOException {
    String wanted = file("wanted.sql", "CREATE TABLE books (id);");

    assertThat(create("books", "--to", wanted).code()).isZero();
    assertThat(folder.resolve("library/001_books.sql")).hasContent("""
        -- Up
        CREATE TABLE books (
          id
        );

        -- Down
        -- TODO the rows of books are lost
        DROP TABLE books;
        """);
  }

  @Test
  void aDraftThatDoesNotLeadThereIsNotWritten() throws IOException {
    migration(
        "001_books.sql",
        "-- Up\nCREATE TABLE a (x, y);\nCREATE VIEW v AS SELECT z FROM gone;\n-- Down\nDROP VIEW v;\nDROP TABLE a;\n");
    String wanted =
        file("wanted.sql", "CREATE TABLE a (y, x); CREATE VIEW v AS SELECT z FROM gone;");

    Run run = create("swap", "--to", wanted);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("litmus: no draft was found that leads to " + wanted
            + " and back: SQLite says: error in view v")
        .contains("ALTER TABLE a_new RENAME TO a;");
    assertThat(folder.resolve("library").toFile().list()).hasSize(1);
  }

  @Test
  void whatCannotBeUsedWritesNothing() throws IOException {
    assertUnusable(create("add isbn"), "a migration cannot be called `add isbn`");
    assertUnusable(create("../x"), "a migration cannot be called `../x`");
    assertUnusable(create("x", "--to", "nowhere.sql"), "there is no file `nowhere.sql`");
    assertUnusable(
        create("x", "--to", file("wanted.sql", "CREATE TABLE;")), "wanted.sql:1: SQLite says: ");
    assertUnusable(
        Run.of("", "new", "x", "--migrations", folder.toString()), "name it with --database");
    assertUnusable(
        Run.of("", "new", "x", "--migrations", folder.toString(), "--database", "../x"),
        "a database cannot be called `../x`");
    assertUnusable(
        Run.of("", "new", "x", "--migrations", "nowhere", "--database", "x"),
        "there is no folder `nowhere`");
    migration("001_books.sql", "-- Up\nCREATE TABLE;\n-- Down\n");
    assertUnusable(
        create("x", "--to", file("wanted.sql", "CREATE TABLE a (b);")),
        "the migrations of `library` fail");
    assertThat(folder.resolve("library").toFile().list()).hasSize(1);
  }

  private static void assertUnusable(Run run, String message) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("litmus: ").contains(message).doesNotContain("\tat ");
  }

  private Run create(String name, String... more) {
    String[] all = new String[6 + more.length];
    String[] first = {"new", name, "--migrations", folder.toString(), "--database", "library"};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Run.of("", all);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private void migration(String name) throws IOException {
    migration(name, BOOKS);
  }

  private void migration(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("library")).resolve(name), text);
  }
}
