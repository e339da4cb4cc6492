package dev.litmus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that work on database files. */
class OperateCommandsTest {

  @TempDir
  private Path folder;

  @BeforeEach
  void migrations() throws IOException {
    migration(
        "chat", "001_initial.sql", "-- Up\nCREATE TABLE chats (id);\n-- Down\nDROP TABLE chats;\n");
    migration(
        "chat",
        "002_names.sql",
        "-- Up\nALTER TABLE chats ADD COLUMN name;\n-- Down\nALTER TABLE chats DROP COLUMN name;\n");
    migration("app", "001_settings.sql", "-- Up\nCREATE TABLE settings (key, value);\n");
  }

  @Test
  void databasesAreMigratedAndRolledBack() throws IOException {
    Run status = run("status");
    assertThat(status.code()).isEqualTo(1);
    assertThat(status.out()).contains("chat\n").contains("pending");
    assertThat(folder.resolve("data")).doesNotExist();

    assertThat(run("plan", "--database", "chat")).isEqualTo(new Run(0, """
        chat: up 1 initial (migrations/chat/001_initial.sql)
            CREATE TABLE chats (id);
        chat: up 2 names (migrations/chat/002_names.sql)
            ALTER TABLE chats ADD COLUMN name;
        """, ""));
    assertThat(run("migrate")).isEqualTo(new Run(0, """
        app: up 1 settings (migrations/app/001_settings.sql)
        chat: up 1 initial (migrations/chat/001_initial.sql)
        chat: up 2 names (migrations/chat/002_names.sql)
        """, ""));
    assertThat(run("migrate"))
        .isEqualTo(new Run(0, "app: nothing to do\nchat: nothing to do\n", ""));
    assertThat(run("status").code()).isZero();

    assertThat(run("rollback", "--database", "chat", "--steps", "1", "--json"))
        .isEqualTo(new Run(0, """
        {"database":"chat","moves":[{"direction":"down","version":2,"name":"names","file":"migrations/chat/002_names.sql"}]}
        """, ""));
    assertThat(run("plan", "--database", "chat", "--json")).isEqualTo(new Run(0, """
        {"database":"chat","moves":[{"direction":"up","version":2,"name":"names",\
        "file":"migrations/chat/002_names.sql","statements":["ALTER TABLE chats ADD COLUMN name"]}]}
        """, ""));
    assertThat(run("rollback", "--database", "chat", "--to", "0").out())
        .isEqualTo("chat: down 1 initial (migrations/chat/001_initial.sql)\n");
  }

  @Test
  void argumentsThatCannotBeUsedAreNoFailures() throws IOException {
    for (String command : List.of("status", "plan", "migrate")) {
      Run unknown = run(command, "--database", "caht");
      assertThat(unknown.code()).isEqualTo(2);
      assertThat(unknown.err())
          .startsWith("litmus: there are no migrations for the database `caht`\n")
          .endsWith(": app, chat\n");
      assertThat(run(command, "--database", "../migrations/chat").code()).isEqualTo(2);
    }
    Run version = run("migrate", "--to", "newest");
    assertThat(version.code()).isEqualTo(2);
    assertThat(version.err())
        .startsWith(
            "litmus: Invalid value for option '--to': `newest` is not a number of that kind\n");

    migration("chat", "003_wrong.sql", "COMMIT;");
    Run invalid = run("migrate");
    assertThat(invalid.code()).isEqualTo(2);
    assertThat(invalid.err()).contains("migrations/chat/003_wrong.sql:1:");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void statusGoesOnWhereADatabaseCannotBeRead() throws IOException {
    run("migrate");
    Files.writeString(folder.resolve("data/app.sqlite"), "no database".repeat(100));
    Run status = run("status");
    assertThat(status.code()).isEqualTo(1);
    assertThat(status.err()).contains("app.sqlite is not an SQLite database");
    assertThat(status.out()).startsWith("chat\n").contains("applied");
  }

  @Test
  void nothingIsAdoptedOutsideOfTheFolderOfMigrations() throws IOException {
    Path flyway = Files.createDirectories(folder.resolve("flyway"));
    Files.writeString(flyway.resolve("V1__a.sql"), "CREATE TABLE a (x);");
    Run run = Run.of(
        "",
        "adopt",
        flyway.toString(),
        "--migrations",
        root().toString(),
        "--database",
        "../outside");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("litmus: a database cannot be called `../outside`\n");
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  /** Nor is it where a directory may not be read, which a test that runs as root cannot show. */
  @Test
  void whereNobodyCanLookNothingIsPending() throws IOException {
    Files.writeString(folder.resolve("data"), "no directory");
    Run status = run("status", "--database", "app");
    assertThat(status.code()).isEqualTo(1);
    assertThat(status.err()).contains("cannot use the file").contains("app.sqlite");
    assertThat(status.out()).isEmpty();
  }

  @Test
  void statusIsALineOfJsonForEachDatabase() throws IOException {
    run("migrate", "--database", "chat", "--to", "1");
    Run status = run("status", "--database", "chat", "--json");
    assertThat(status.out().replaceAll("\"20[0-9T:.Z-]+\"", "\"…\"")).isEqualTo("""
        {"database":"chat","current":false,"versions":[{"version":1,"name":"initial","state":"applied",\
        "applied_at":"…","file":"migrations/chat/001_initial.sql"},{"version":2,"name":"names","state":"pending",\
        "applied_at":null,"file":"migrations/chat/002_names.sql"}]}
        """);
  }

  @Test
  void whatCannotBeUndoneIsRefused() throws IOException {
    run("migrate");
    Run rollback = run("rollback", "--database", "app", "--steps", "1");
    assertThat(rollback.code()).isEqualTo(1);
    assertThat(rollback.err())
        .startsWith("litmus: ")
        .contains("001_settings.sql")
        .doesNotContain("\tat ");
    assertThat(run("status", "--database", "app").code()).isZero();
  }

  @Test
  void aCopyIsMadeBeforeADatabaseIsChanged() throws IOException {
    run("migrate", "--to", "1", "--database", "chat");
    Path backups = folder.resolve("backups");
    assertThat(
            run("migrate", "--database", "chat", "--backup", backups.toString()).code())
        .isZero();
    try (Stream<Path> copies = Files.list(backups)) {
      assertThat(copies.map(Path::toString).sorted())
          .satisfiesExactly(
              backup -> assertThat(backup).contains("chat_").endsWith(".sqlite"),
              manifest -> assertThat(manifest).contains("chat_").endsWith(".sqlite.json"));
    }
  }

  @Test
  void editedFilesAreTakenOverWhenItIsAskedFor() throws IOException {
    run("migrate");
    migration(
        "chat",
        "001_initial.sql",
        "-- Up\nCREATE TABLE chats (id, x);\n-- Down\nDROP TABLE chats;\n");
    assertThat(run("migrate").err()).contains("was edited after it had been applied");
    assertThat(run("repair", "--database", "chat"))
        .isEqualTo(new Run(0, "chat: taken over: 1 initial\n", ""));
    assertThat(run("repair", "--database", "chat"))
        .isEqualTo(new Run(0, "chat: nothing to do\n", ""));
    assertThat(run("migrate").code()).isZero();
  }

  @Test
  void aDatabaseWithoutAHistoryGetsOne() throws Exception {
    sql("chat.sqlite", "CREATE TABLE chats (id)");
    assertThat(run("baseline", "--database", "chat", "--version-is", "2").err())
        .contains("its schema is not what the migrations up to version 2");
    assertThat(run("baseline", "--database", "chat", "--version-is", "1"))
        .isEqualTo(new Run(0, "chat: is at version 1\n", ""));
  }

  @Test
  void filesAndDatabasesOfAnotherToolAreTakenOver() throws Exception {
    Path flyway = Files.createDirectories(folder.resolve("db"));
    Files.writeString(flyway.resolve("V9__jobs.sql"), "CREATE TABLE jobs (id);\n");
    Files.writeString(flyway.resolve("V10__names.sql"), "ALTER TABLE jobs ADD COLUMN name;\n");
    Path file = sql(
        "jobs.sqlite",
        "CREATE TABLE jobs (id)",
        "CREATE TABLE schema_migrations (version varchar(128) primary key)",
        "INSERT INTO schema_migrations VALUES ('9')");
    String[] adopt = {
      "adopt",
      flyway.toString(),
      "--migrations",
      root().toString(),
      "--database",
      "jobs",
      "--file",
      file.toString()
    };
    Path written = root().resolve("jobs");

    assertThat(Run.of("", adopt))
        .isEqualTo(new Run(
            0,
            "wrote " + written.resolve("9_jobs.sql") + "\nwrote " + written.resolve("10_names.sql")
                + "\n" + file + ": is at version 9\n",
            ""));
    assertThat(run("migrate", "--database", "jobs").out())
        .isEqualTo("jobs: up 10 names (migrations/jobs/10_names.sql)\n");

    assertThat(Run.of("", adopt).err()).contains("it has a history already, up to version 10");
    Files.writeString(flyway.resolve("V11__more.sql"), "CREATE TABLE more (id);\n");
    assertThat(Run.of("", adopt).err()).contains("has migrations already");
    Files.writeString(flyway.resolve("R__view.sql"), "CREATE VIEW v AS SELECT 1;\n");
    assertThat(Run.of("", adopt).out()).startsWith("`R__view.sql` runs whenever it changes");
    assertThat(Run.of("", adopt).code()).isEqualTo(1);
  }

  @Test
  void noDatabaseIsTouchedWhenOneWouldBeRefused() throws IOException {
    run("migrate");
    migration("app", "002_more.sql", "CREATE TABLE more (id);");
    migration("chat", "001_initial.sql", "CREATE TABLE chats (id, edited);");
    assertThat(run("migrate").code()).isEqualTo(1);
    assertThat(run("status", "--database", "app").out()).contains("pending");
  }

  @Test
  void whatABranchHasLeftBehindIsAppliedOnRequest() throws IOException {
    run("migrate");
    migration("chat", "000_branch.sql", "CREATE TABLE branch (id);");
    assertThat(run("migrate", "--database", "chat").err()).contains("comes too late");
    assertThat(run("migrate", "--database", "chat", "--accept-late").out())
        .isEqualTo("chat: up 0 branch (migrations/chat/000_branch.sql)\n");
  }

  @Test
  void oneDatabaseAtATimeIsRolledBack() throws IOException {
    assertThat(run("rollback", "--steps", "1"))
        .isEqualTo(new Run(
            2,
            "",
            "litmus: this works on one database at a time\nname it with --database: app, chat\n"));
    assertThat(run("rollback", "--database", "chat").err()).startsWith("litmus: Missing required");
    assertThat(run("rollback", "--database", "chat", "--steps", "0").code()).isEqualTo(2);
  }

  private Path root() {
    return folder.resolve("migrations");
  }

  private Run run(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(
        command,
        "--migrations",
        root().toString(),
        "--directory",
        folder.resolve("data").toString()));
    all.addAll(List.of(arguments));
    return Run.of("", all.toArray(String[]::new));
  }

  private void migration(String database, String name, String text) throws IOException {
    Path file = root().resolve(database).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path sql(String name, String... statements) throws IOException, SQLException {
    Path file = Files.createDirectories(folder.resolve("data")).resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
    return file;
  }
}
