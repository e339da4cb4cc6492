package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.MigrationStatus.State;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.migration.MigrationMove;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases that another tool has migrated. The tables are as those tools make them. */
class ForeignHistoryTest {

  private static final String FLYWAY = """
      CREATE TABLE "flyway_schema_history" (
        "installed_rank" INT NOT NULL PRIMARY KEY, "version" VARCHAR(50), "description" VARCHAR(200) NOT NULL,
        "type" VARCHAR(20) NOT NULL, "script" VARCHAR(1000) NOT NULL, "checksum" INT,
        "installed_by" VARCHAR(100) NOT NULL,
        "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
        "execution_time" INT NOT NULL, "success" BOOLEAN NOT NULL)""";
  private static final String FLYWAY_INDEX =
      "CREATE INDEX \"flyway_schema_history_s_idx\" ON \"flyway_schema_history\" (\"success\")";
  private static final String GOOSE = """
      CREATE TABLE goose_db_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT NULL, is_applied INTEGER NOT NULL,
        tstamp TIMESTAMP DEFAULT (datetime('now')))""";
  private static final String DBMATE =
      "CREATE TABLE IF NOT EXISTS \"schema_migrations\" (version varchar(128) primary key)";
  private static final String GOLANG =
      "CREATE TABLE schema_migrations (version uint64, dirty bool)";

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void migrations() throws IOException, SQLException {
    Path shop = Files.createDirectories(folder.resolve("migrations/shop"));
    Files.writeString(shop.resolve("1_items.sql"), "CREATE TABLE items (id INTEGER PRIMARY KEY);");
    Files.writeString(shop.resolve("2_names.sql"), "ALTER TABLE items ADD COLUMN name;");
    Files.writeString(shop.resolve("10_orders.sql"), "CREATE TABLE orders (id);");
    file = Files.createDirectories(folder.resolve("data")).resolve("shop.db");
    raw(file, "CREATE TABLE items (id INTEGER PRIMARY KEY)", "ALTER TABLE items ADD COLUMN name");
    raw(file, "INSERT INTO items VALUES (1, 'a')");
  }

  private static String flyway(int rank, String version, String type, int success) {
    return "INSERT INTO flyway_schema_history VALUES (" + rank + ", " + version + ", 'items', '"
        + type + "', 'V__.sql', 7, '', '2026-01-02', 3, " + success + ")";
  }

  static Stream<Arguments> histories() {
    return Stream.of(
        Arguments.of((Object) new String[] {
          FLYWAY, FLYWAY_INDEX, flyway(1, "'1'", "SQL", 1), flyway(2, "'2'", "SQL", 1)
        }),
        Arguments.of((Object) new String[] {FLYWAY, flyway(1, "'2'", "BASELINE", 1)}),
        Arguments.of((Object) new String[] {
          GOOSE,
          "INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1), (1, 1), (2, 1), (10, 1), (10, 0)"
        }),
        Arguments.of(
            (Object) new String[] {DBMATE, "INSERT INTO schema_migrations VALUES ('1'), ('2')"}),
        Arguments.of(
            (Object) new String[] {GOLANG, "INSERT INTO schema_migrations VALUES (2, 0)"}));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void isTakenOverAtItsVersion(String[] history) throws Exception {
    raw(file, history);
    assertThatThrownBy(() -> migrator().migrate(MigrationTarget.latest()))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("Litmus has not migrated it")
        .hasMessageContaining("Migrator.adopt");

    assertThat(migrator().adopt()).isEqualTo(2);

    assertThat(migrator().status().versions())
        .extracting(MigrationStatus.Version::state)
        .containsExactly(State.APPLIED, State.APPLIED, State.PENDING);
    assertThat(migrator().migrate(MigrationTarget.latest()))
        .extracting(MigrationMove::version)
        .containsExactly(10L);
    assertThat(name()).isEqualTo("a");
  }

  static Stream<Arguments> unreliable() {
    return Stream.of(
        Arguments.of(
            "version 2 has failed half-way",
            new String[] {FLYWAY, flyway(1, "'1'", "SQL", 1), flyway(2, "'2'", "SQL", 0)}),
        Arguments.of(
            "version 1.1 is no whole number", new String[] {FLYWAY, flyway(1, "'1.1'", "SQL", 1)}),
        Arguments.of(
            "version 1 is of the kind JDBC", new String[] {FLYWAY, flyway(1, "'1'", "JDBC", 1)}),
        Arguments.of(
            "version 2 has failed half-way",
            new String[] {GOLANG, "INSERT INTO schema_migrations VALUES (2, 1)"}),
        Arguments.of(
            "version 2a is no whole number",
            new String[] {DBMATE, "INSERT INTO schema_migrations VALUES ('1'), ('2a')"}),
        Arguments.of("says that nothing is applied", new String[] {DBMATE}),
        Arguments.of("says that nothing is applied", new String[] {
          GOOSE,
          "INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1), (2, 1), (2, 0)"
        }),
        Arguments.of(
            "the code has no version 3; it has [1, 2, 10]",
            new String[] {DBMATE, "INSERT INTO schema_migrations VALUES ('3')"}),
        Arguments.of(
            "table `orders` is missing",
            new String[] {DBMATE, "INSERT INTO schema_migrations VALUES ('10')"}),
        Arguments.of("it has no history of Flyway", new String[] {"CREATE TABLE other (version)"}));
  }

  @ParameterizedTest
  @MethodSource("unreliable")
  void whatCannotBeReliedOnIsRefusedAndStays(String message, String[] history) throws Exception {
    raw(file, history);
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> migrator().adopt())
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining(message);

    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void aBaselineMayBeSaidInstead() throws Exception {
    raw(file, FLYWAY, flyway(1, "'1.1'", "SQL", 1));
    migrator().baseline(2);
    assertThat(migrator().migrate(MigrationTarget.latest())).hasSize(1);
  }

  @Test
  void aTableOfTheApplicationIsNoHistory() throws Exception {
    raw(file, "CREATE TABLE schema_migrations (version, name)");
    assertThatThrownBy(() -> migrator().adopt())
        .hasMessageContaining("it has no history of Flyway");
  }

  private String name() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT name FROM items")) {
      return row.getString(1);
    }
  }

  private Migrator migrator() {
    return Migrator.fromFolder(folder.resolve("migrations"), "shop", file);
  }
}
