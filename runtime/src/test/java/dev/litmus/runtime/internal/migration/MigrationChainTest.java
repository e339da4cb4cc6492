package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationChainTest {

  private static final String TABLE = "CREATE TABLE a (b);";

  @Test
  void partsStatementsAndLines() {
    Migration migration = only("""
            -- Downloads table
            -- Up
            CREATE TABLE downloads (
            -- Down
              a -- Up
            );

            INSERT INTO downloads VALUES ('
            -- Down
            ');
            /*
            -- Down
            */
            CREATE TRIGGER t AFTER INSERT ON downloads BEGIN
            -- Down
              SELECT 'a;END;';
            END
            -- Down
            DROP TABLE downloads
            """);

    assertThat(migration.version()).isEqualTo(1);
    assertThat(migration.name()).isEqualTo("x");
    assertThat(migration.location()).isEqualTo("chat/001_x.sql");
    assertThat(migration.up()).extracting(MigrationStatement::line).containsExactly(3, 8, 14);
    assertThat(migration.up().get(2).sql()).startsWith("CREATE TRIGGER").endsWith("END");
    assertThat(migration.down())
        .containsExactly(new MigrationStatement("DROP TABLE downloads", 19));
  }

  @Test
  void withoutMarkersAllIsUp() {
    Migration migration = only("-- Upper\nCREATE TABLE a (b); -- Down\nCREATE TABLE c (d)");

    assertThat(migration.up()).hasSize(2);
    assertThat(migration.down()).isEmpty();
  }

  @Test
  void windowsFilesAndAByteOrderMark() {
    Migration migration =
        only("\uFEFF-- Up\r\nCREATE TABLE a (b)\r\n-- Down  \r\nDROP TABLE a;\r\n");

    assertThat(migration.up()).containsExactly(new MigrationStatement("CREATE TABLE a (b)", 2));
    assertThat(migration.down()).containsExactly(new MigrationStatement("DROP TABLE a", 4));
  }

  @Test
  void markerEndsTheStatementBeforeIt() {
    Migration migration = only("""
            -- Up
            DROP TRIGGER t
            -- Down
            CREATE TRIGGER t AFTER INSERT ON a BEGIN
            -- Up
              SELECT 1;
            END""");

    assertThat(migration.up()).containsExactly(new MigrationStatement("DROP TRIGGER t", 2));
    assertThat(migration.down()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- irreversible rows are gone\nDROP TABLE a",
        "-- irreversible rows are gone\r\n-- Up\r\nDROP TABLE a",
        "-- Up\nDROP TABLE a\n-- irreversible rows are gone  ",
        "-- Up\nDROP TABLE a;\n-- Down\n-- irreversible rows are gone"
      })
  void theReasonWhyThereIsNoWayBack(String text) {
    Migration migration = only(text);

    assertThat(migration.undoing()).isEqualTo(new Undoing.Irreversible("rows are gone"));
    assertThat(migration.down()).isEmpty();
    assertThat(migration.up()).extracting(MigrationStatement::sql).containsExactly("DROP TABLE a");
    assertThat(migration.checksum()).isEqualTo(only("DROP TABLE a").checksum());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE a -- irreversible no",
        "CREATE TABLE a (\n-- irreversible no\n b)",
        "SELECT '\n-- irreversible no\n'",
        "-- irreversibly\nDROP TABLE a",
        "-- this is irreversible\nDROP TABLE a",
        "-- Up\nDROP TABLE a\n-- Down\n-- nothing here"
      })
  void nothingIsSaidOfTheWayBack(String text) {
    assertThat(only(text).undoing()).isEqualTo(new Undoing.Unsaid());
  }

  @Test
  void commentsAloneAreAMigrationThatDoesNothing() {
    assertThat(only("-- reserved").up()).isEmpty();
  }

  @Test
  void versionsSortAsNumbersAndAreLong() {
    MigrationChain chain =
        Migrations.chain("20260101120000_c.sql", "--", "10_b.sql", "--", "9_a.sql", "--");

    assertThat(chain.migrations())
        .extracting(Migration::version)
        .containsExactly(9L, 10L, 20260101120000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.sql",
        "1.sql",
        "001-a.sql",
        "V1__a b.sql",
        "001_.sql",
        "001_a.SQL",
        "1_a/b.sql",
        "-1_a.sql"
      })
  void misnamed(String name) {
    assertThat(problems(name, TABLE)).singleElement().satisfies(problem -> {
      assertThat(problem.location()).isEqualTo("chat/" + name);
      assertThat(problem.line()).isZero();
      assertThat(problem.fact()).isEqualTo("the file is not named like a migration");
    });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '¶',
      value = {
        "CREATE TABLE a (b);\\n-- Up\\nSELECT 1 § 1 § SQL before `-- Up` would never run",
        ";\\n-- Up\\nSELECT 1 § 1 § SQL before `-- Up` would never run",
        "SELECT 1;\\n-- Down\\nSELECT 1 § 2 § `-- Down` without `-- Up` before it",
        "-- Down\\n-- Up\\nSELECT 1 § 1 § `-- Down` without `-- Up` before it",
        "-- Up\\n\\n-- Up § 3 § a second `-- Up`; the first is on line 1",
        "-- Up\\n-- Down\\n-- Down § 3 § a second `-- Down`; the first is on line 2",
        "-- Up\\nSELECT 1;\\n-- down\\nSELECT 2 § 3 § `-- down` looks like a marker but is none",
        "-- Up\\nSELECT 1;\\n  -- Down\\nSELECT 2 § 3 § `-- Down` looks like a marker but is none",
        "--Up\\nSELECT 1 § 1 § `--Up` looks like a marker but is none",
        "-- +goose Up\\nSELECT 1 § 1 § `-- +goose Up` looks like a marker but is none",
        "SELECT 1;\\n-- migrate:down\\nSELECT 1 § 2 § `-- migrate:down` looks like a marker but is none",
        "SELECT 1;\\n-- irreversible § 2 § `-- irreversible` does not say why",
        "SELECT 1;\\n-- Irreversible: § 2 § `-- Irreversible:` does not say why",
        "SELECT 1;\\n-- Irreversible: no § 2 § `-- Irreversible: no` looks like a marker but is none",
        "SELECT 1;\\n  -- irreversible no § 2 § `-- irreversible no` looks like a marker but is none",
        "-- irreversible a\\n-- irreversible b\\nSELECT 1 § 2 § a second `-- irreversible`; the first is on line 1",
        "-- Up\\n-- irreversible a\\nSELECT 1;\\n-- Down\\nSELECT 2 § 2 § `-- irreversible` in a file that says how it is undone: line 5 does",
        "BEGIN;SELECT 1 § 1 § `BEGIN` in a migration",
        "SELECT 1;\\n/* c */ commit § 2 § `COMMIT` in a migration",
        "END § 1 § `END` in a migration",
        "Rollback § 1 § `ROLLBACK` in a migration",
        "SAVEPOINT a § 1 § `SAVEPOINT` in a migration",
        "RELEASE a § 1 § `RELEASE` in a migration",
        "VACUUM § 1 § `VACUUM` in a migration",
        "ATTACH 'a' AS b § 1 § `ATTACH` in a migration",
        "DETACH b § 1 § `DETACH` in a migration",
        "-- Up\\nSELECT 1;\\n-- Down\\nVACUUM § 4 § `VACUUM` in a migration",
        "PRAGMA journal_mode = WAL § 1 § `PRAGMA journal_mode` in a migration",
        "PRAGMA main . \"Journal_Mode\" § 1 § `PRAGMA journal_mode` in a migration",
        "SELECT 1;\\nSELECT 'open § 2 § SQLite does not recognise `'open`",
        "SELECT 1 /* open § 1 § the comment has no end, so nothing behind it would run",
        "-- a\\rSELECT 1 § 1 § a lone carriage return does not end a comment, so what follows would not run",
        "INSERT INTO a VALUES (?1) § 1 § parameter `?1` has no value in a migration",
      })
  void refusedWithItsLine(String text, int line, String fact) {
    assertThat(problems("1_a.sql", text.replace("\\n", "\n").replace("\\r", "\r")))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.fact()).isEqualTo(fact);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRAGMA foreign_keys = OFF",
        "PRAGMA legacy_alter_table = ON",
        "PRAGMA encoding = 'UTF-8'",
        "pragma encoding(utf8)",
        "PRAGMA page_size",
        "PRAGMA user_version = 3",
        "EXPLAIN SELECT 1",
        "SELECT 1 -- COMMIT",
        "CREATE TABLE vacuum_log (\"commit\")",
        "-- Updates below\nSELECT 1",
        "-- down the road\nSELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END"
      })
  void allowed(String text) {
    assertThat(only(text).up()).hasSize(1);
  }

  @Test
  void everyProblemOfEveryFileAtOnce() {
    List<MigrationProblem> problems = problems(
        "2_a.sql",
        TABLE,
        "3_x.sql",
        "VACUUM;\nCOMMIT",
        "02_b.sql",
        "BEGIN",
        "4_e.sql",
        " \n",
        "c.sql",
        TABLE,
        "99999999999999999999_d.sql",
        TABLE);

    assertThat(problems)
        .extracting(problem -> problem.location() + ":" + problem.line() + ": " + problem.fact())
        .containsExactly(
            "chat/02_b.sql:1: `BEGIN` in a migration",
            "chat/2_a.sql:0: version 2 is already that of `chat/02_b.sql`",
            "chat/3_x.sql:1: `VACUUM` in a migration",
            "chat/3_x.sql:2: `COMMIT` in a migration",
            "chat/4_e.sql:0: the file is empty",
            "chat/99999999999999999999_d.sql:0: version 99999999999999999999 is above the largest,"
                + " 9223372036854775807",
            "chat/c.sql:0: the file is not named like a migration");
  }

  @Test
  void checksumIgnoresWhatSqliteIgnores() {
    String checksum = only("CREATE TABLE a (b TEXT DEFAULT 'x\ny');\nSELECT 1;").checksum();

    assertThat(checksum).matches("[0-9a-f]{64}");
    assertThat(
            only("-- Up\r\n/* new */ CREATE  TABLE a(b TEXT DEFAULT 'x\r\ny') ;;SELECT\t1\r\n-- Down\r\nDROP TABLE a")
                .checksum())
        .isEqualTo(checksum);
    for (String edited : List.of(
        "CREATE TABLE a (c TEXT DEFAULT 'x\ny');SELECT 1",
        "CREATE TABLE a (b TEXT DEFAULT 'x \ny');SELECT 1",
        "CREATE TABLE a (B TEXT DEFAULT 'x\ny');SELECT 1",
        "CREATE TABLE a (b TEXT DEFAULT 'x\ny');SELECT 1;SELECT 1",
        "CREATE TABLE a (b TEXT DEFAULT 'x\ny')")) {
      assertThat(only(edited).checksum()).as(edited).isNotEqualTo(checksum);
    }
  }

  @Test
  void appliesToAFreshDatabaseWithTheHistoryTable() throws Exception {
    List<Long> told = new ArrayList<>();
    try (Connection connection = Migrations.open(Path.of(":memory:"))) {
      Migrations.chain("1_a.sql", TABLE, "2_b.sql", "ALTER TABLE a ADD COLUMN c; SELECT * FROM a")
          .applyTo(connection, migration -> told.add(migration.version()));

      assertThat(told).containsExactly(1L, 2L);
      assertThat(
              Migrations.value(connection, "SELECT group_concat(name) FROM pragma_table_info('a')"))
          .isEqualTo("b,c");
      assertThat(Migrations.value(connection, "SELECT group_concat(version) FROM _migrations"))
          .isEqualTo("1,2");
      assertThat(Migrations.value(connection, "PRAGMA foreign_keys")).isEqualTo("1");
    }
  }

  @Test
  void failureNamesFileLineStatementAndSqlitesWords() throws Exception {
    try (Connection connection = Migrations.open(Path.of(":memory:"))) {
      MigrationChain chain =
          Migrations.chain("1_a.sql", TABLE + "\n\nINSERT INTO nowhere\nVALUES (1);");

      MigrationFailedException failure = catchThrowableOfType(
          MigrationFailedException.class, () -> chain.applyTo(connection, migration -> {}));

      assertThat(failure.location()).isEqualTo("chat/1_a.sql");
      assertThat(failure.line()).isEqualTo(3);
      assertThat(failure.statement()).contains("INSERT INTO nowhere\nVALUES (1)");
      assertThat(failure.fact()).isEqualTo("no such table: nowhere");
      assertThat(
              Migrations.value(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'a'"))
          .isEqualTo("0");
    }
  }

  @Test
  void directoryTakesItsSqlFiles(@TempDir Path folder) throws Exception {
    Path chat = Files.createDirectories(folder.resolve("migrations/chat"));
    Files.writeString(chat.resolve("002_b.sql"), "--");
    Files.writeString(chat.resolve("001_a.sql"), TABLE);
    Files.writeString(chat.resolve("README.md"), "no migration");
    Files.createDirectory(chat.resolve("003_c.sql"));

    assertThat(MigrationSource.directory(chat).files())
        .containsExactly(
            new MigrationFile("001_a.sql", "migrations/chat/001_a.sql", TABLE),
            new MigrationFile("002_b.sql", "migrations/chat/002_b.sql", "--"));
  }

  @Test
  void directoryRefusesRelativePathsAndOtherEncodings(@TempDir Path folder) throws IOException {
    Path chat = Files.createDirectories(folder.resolve("migrations/chat"));
    Files.write(chat.resolve("001_a.sql"), new byte[] {'-', '-', (byte) 0xE4});

    assertThatThrownBy(() -> MigrationSource.directory(chat).files())
        .isInstanceOf(IOException.class)
        .hasMessage("`migrations/chat/001_a.sql` is not UTF-8");
    assertThatThrownBy(() -> MigrationSource.directory(Path.of("chat")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void indexListsItsFiles() throws IOException {
    Map<String, String> resources = Map.of(
        "m/chat.index",
        "# the order does not matter\r\n\r\n002_b.sql\r\n 001_a.sql",
        "m/chat/001_a.sql",
        TABLE,
        "m/chat/002_b.sql",
        "--",
        "m/code.index",
        "001_a.sql");

    assertThat(
            MigrationSource.index("m/chat.index", resources::get).orElseThrow().files())
        .containsExactly(
            new MigrationFile("002_b.sql", "chat/002_b.sql", "--"),
            new MigrationFile("001_a.sql", "chat/001_a.sql", TABLE));
    assertThat(MigrationSource.index("m/app.index", resources::get)).isEmpty();
    assertThatThrownBy(() ->
            MigrationSource.index("m/code.index", resources::get).orElseThrow().files())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("`m/code/001_a.sql` is not there");
  }

  private static Migration only(String text) {
    return Migrations.chain("001_x.sql", text).migrations().get(0);
  }

  private static List<MigrationProblem> problems(String... namesAndTexts) {
    return catchThrowableOfType(
            InvalidMigrationsException.class,
            () -> MigrationChain.read("chat", Migrations.files(namesAndTexts)))
        .problems();
  }
}
