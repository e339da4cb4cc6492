package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite names no statement for a foreign key whose target is not unique. */
class ForeignKeyMismatchTest {

  private static final String ROOMS = "CREATE TABLE rooms (number TEXT PRIMARY KEY);\n";
  private static final String BEDS = """
      CREATE TABLE beds (
        id INTEGER PRIMARY KEY,
        room TEXT REFERENCES rooms (number)
      );
      """;

  @TempDir
  Path folder;

  /** Fails at a line of the last file. */
  private static void failsAt(int line, String... ups) throws Exception {
    List<MigrationFile> files = new ArrayList<>();
    for (int i = 0; i < ups.length; i++) {
      String name = "00" + (i + 1) + "_step.sql";
      files.add(new MigrationFile(name, "hotel/" + name, ups[i]));
    }
    MigrationChain chain = MigrationChain.read("hotel", () -> files);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      assertThatThrownBy(() -> chain.applyTo(connection, migration -> {}))
          .isInstanceOfSatisfying(MigrationFailedException.class, e -> {
            assertThat(e.fact()).isEqualTo("foreign key mismatch - \"beds\" referencing \"rooms\"");
            assertThat(e.location()).isEqualTo("hotel/00" + ups.length + "_step.sql");
            assertThat(e.line()).isEqualTo(line);
          });
    }
  }

  @Test
  void whereTheKeyIsDeclared() throws Exception {
    failsAt(
        2,
        "CREATE TABLE rooms (number TEXT);\n" + BEDS
            + "DELETE FROM beds WHERE room IN (SELECT number FROM rooms);\n");
  }

  @Test
  void whereItIsDeclaredUnderAnotherName() throws Exception {
    failsAt(
        2,
        "CREATE TABLE rooms (number TEXT);\nCREATE TABLE beds (id);\n",
        "-- Beds get rooms.\n"
            + BEDS.replace("TABLE beds", "TABLE [beds new]")
            + "DROP TABLE beds;\nALTER TABLE [beds new] RENAME TO beds;\nCREATE INDEX i ON rooms (number);\n");
  }

  @Test
  void whereTheTargetLosesItsKey() throws Exception {
    failsAt(4, ROOMS + BEDS, """
            CREATE TABLE "new" (number TEXT);
            INSERT INTO "new" SELECT number FROM rooms;
            DROP TABLE rooms;
            ALTER TABLE "new" RENAME TO rooms;
            """);
  }

  @Test
  void anIndexThatIsDroppedNamesNeitherTable() throws Exception {
    failsAt(
        0,
        "CREATE TABLE rooms (number TEXT);\nCREATE UNIQUE INDEX numbers ON rooms (number);\n"
            + BEDS,
        "DROP INDEX numbers;\n");
  }

  @Test
  void whatALaterMigrationPutsRightIsNoFailure() throws Exception {
    MigrationChain chain = Migrations.chain(
        "1_a.sql",
        "CREATE TABLE rooms (number TEXT);\n" + BEDS + "INSERT INTO beds VALUES (1, 'none');",
        "2_b.sql",
        "CREATE TABLE others (id INTEGER PRIMARY KEY REFERENCES beds (id));",
        "3_c.sql",
        "DELETE FROM beds; CREATE UNIQUE INDEX numbers ON rooms (number);");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      chain.applyTo(connection, migration -> {});
    }
    try (Connection connection = Migrations.open(folder.resolve("hotel.sqlite"))) {
      assertThat(Migrations.migrate(connection, chain)).isEqualTo(3);
    }
  }

  @Test
  void whatItLeavesWithoutARowIs() throws Exception {
    MigrationChain chain = Migrations.chain(
        "1_a.sql",
        "CREATE TABLE rooms (number TEXT);\n" + BEDS + "INSERT INTO beds VALUES (1, 'none');",
        "2_b.sql",
        "CREATE UNIQUE INDEX numbers ON rooms (number);");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      assertThatThrownBy(() -> chain.applyTo(connection, migration -> {}))
          .hasMessageContaining("1 of `beds` without their row of `rooms`");
    }
  }

  /** A mismatch in one table does not hide what is wrong in another. */
  @Test
  void otherTablesAreLookedAtAllTheSame() throws Exception {
    MigrationChain chain = Migrations.chain(
        "1_a.sql",
        "CREATE TABLE rooms (number TEXT);\n" + BEDS
            + "CREATE TABLE keys (id INTEGER PRIMARY KEY, bed INTEGER REFERENCES beds (id));\n",
        "2_b.sql",
        "INSERT INTO keys VALUES (1, 7);",
        "3_c.sql",
        "CREATE UNIQUE INDEX numbers ON rooms (number);");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      assertThatThrownBy(() -> chain.applyTo(connection, migration -> {}))
          .hasMessageContaining("2_b.sql")
          .hasMessageContaining("1 of `keys` without their row of `beds`");
    }
  }

  @Test
  void theRunnerRefusesItAtTheLastMigrationAndLeavesTheVersionBefore() throws Exception {
    MigrationChain chain = Migrations.chain(
        "1_a.sql", ROOMS, "2_b.sql", "CREATE TABLE t (a);" + BEDS.replace("(number)", "(rowid)"));
    try (Connection connection = Migrations.open(folder.resolve("hotel.sqlite"))) {
      assertThatThrownBy(() -> Migrations.migrate(connection, chain))
          .hasMessageContaining("foreign key mismatch");
      assertThat(Migrations.value(
              connection, "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'"))
          .isEqualTo("_migrations,rooms");
    }
  }
}
