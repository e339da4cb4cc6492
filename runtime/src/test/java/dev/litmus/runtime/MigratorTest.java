package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.litmus.runtime.MigrationStatus.State;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.error.NotADatabaseException;
import dev.litmus.runtime.migration.MigrationMove;
import dev.litmus.runtime.migration.MigrationMove.Direction;
import dev.litmus.runtime.migration.MigrationTarget;
import dev.litmus.runtime.migration.RepairedMigration;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorTest {

  @TempDir
  Path folder;

  private Path root;
  private Path file;

  @BeforeEach
  void migrations() throws IOException {
    root = folder.resolve("migrations");
    Files.createDirectories(root.resolve("shop"));
    file = folder.resolve("data").resolve("shop.sqlite");
    write(
        "001_items.sql",
        "-- Up\nCREATE TABLE items (id INTEGER PRIMARY KEY);\n-- Down\nDROP TABLE items;");
    write(
        "002_names.sql",
        "-- Up\nALTER TABLE items ADD COLUMN name;\n-- Down\nALTER TABLE items DROP COLUMN name;");
    write("003_orders.sql", "-- Up\nCREATE TABLE orders (id);\n-- Down\nDROP TABLE orders;");
  }

  @Test
  void migratesAndRollsBack() throws Exception {
    assertThat(migrator().migrate(MigrationTarget.version(2)))
        .extracting(MigrationMove::direction, MigrationMove::version, MigrationMove::file)
        .containsExactly(
            tuple(Direction.UP, 1L, "migrations/shop/001_items.sql"),
            tuple(Direction.UP, 2L, "migrations/shop/002_names.sql"));
    assertThat(migrator().migrate(MigrationTarget.latest())).hasSize(1);
    assertThat(migrator().migrate(MigrationTarget.latest())).isEmpty();

    assertThat(migrator().rollback(MigrationTarget.stepsBack(2)))
        .containsExactly(
            new MigrationMove(
                Direction.DOWN,
                3,
                "orders",
                "migrations/shop/003_orders.sql",
                List.of("DROP TABLE orders")),
            new MigrationMove(
                Direction.DOWN,
                2,
                "names",
                "migrations/shop/002_names.sql",
                List.of("ALTER TABLE items DROP COLUMN name")));
    assertThat(migrator().rollback(MigrationTarget.nothing())).hasSize(1);
    assertThat(tables()).isEqualTo("_migrations");
  }

  @Test
  void theLogAndARecordingSayWhatWasUndone() throws Exception {
    migrator().migrate(MigrationTarget.latest());
    Path dump = folder.resolve("litmus.jfr");
    try (LogRecords logged = new LogRecords();
        Recording recording = new Recording()) {
      recording.enable("dev.litmus.Migration").withoutThreshold();
      recording.start();
      migrator().rollback(MigrationTarget.stepsBack(1));
      recording.stop();
      recording.dump(dump);
      assertThat(logged.of(Level.INFO))
          .contains("shop: undoing migration migrations/shop/003_orders.sql")
          .anyMatch(line ->
              line.matches("shop: migration migrations/shop/003_orders.sql undone in \\d+ ms"));
    }
    assertThat(RecordingFile.readAllEvents(dump))
        .filteredOn(event -> event.getEventType().getName().equals("dev.litmus.Migration"))
        .extracting(
            event -> event.getLong("version"),
            event -> event.getBoolean("applied"),
            event -> event.getBoolean("undone"))
        .containsExactly(tuple(3L, false, true));
  }

  @Test
  void listenersAreToldOfEveryMigration() throws Exception {
    List<String> told = new ArrayList<>();
    DatabaseSettings listening =
        DatabaseSettings.DEFAULT.with(s -> s.listener(new DatabaseListener() {
          @Override
          public void migration(MigrationEvent event) {
            assertThat(event.duration()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
            told.add(event.database() + " " + event.direction() + " " + event.version() + " "
                + event.file() + " " + event.succeeded());
          }
        }));
    Migrator.fromFolder(root, "shop", file, listening).migrate(MigrationTarget.version(2));
    assertThat(told)
        .containsExactly(
            "shop UP 1 migrations/shop/001_items.sql true",
            "shop UP 2 migrations/shop/002_names.sql true");

    told.clear();
    write("003_orders.sql", "-- Up\nCREATE TABLE items (id);");
    Migrator failing = Migrator.fromFolder(root, "shop", file, listening);
    assertThatThrownBy(() -> failing.migrate(MigrationTarget.latest()))
        .isInstanceOf(MigrationException.class);
    failing.rollback(MigrationTarget.stepsBack(1));
    assertThat(told)
        .containsExactly(
            "shop UP 3 migrations/shop/003_orders.sql false",
            "shop DOWN 2 migrations/shop/002_names.sql true");
  }

  @Test
  void theFileIsForItsOwnerAloneAndHasALog() throws Exception {
    migrator().migrate(MigrationTarget.latest());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(value("PRAGMA journal_mode")).isEqualTo("wal");
  }

  @Test
  void everyStateAndItsTable() throws Exception {
    migrator().migrate(MigrationTarget.latest());
    raw(
        file,
        "UPDATE _migrations SET applied_at = '2026-01-02T03:04:05.000Z'",
        "INSERT INTO _migrations VALUES (9, 'later', 'by hand', '')");
    write("002_names.sql", "-- Up\nALTER TABLE items ADD COLUMN title;");
    Files.delete(root.resolve("shop/001_items.sql"));
    write("0_start.sql", "--");
    write("4_next.sql", "--");

    MigrationStatus status = migrator().status();

    assertThat(status.schema()).isEqualTo("shop");
    assertThat(status.versions())
        .extracting(MigrationStatus.Version::version, MigrationStatus.Version::state)
        .containsExactly(
            tuple(0L, State.OUT_OF_ORDER),
            tuple(1L, State.MISSING),
            tuple(2L, State.CHANGED),
            tuple(3L, State.APPLIED),
            tuple(4L, State.OUT_OF_ORDER),
            tuple(9L, State.UNKNOWN));
    assertThat(status.isCurrent()).isFalse();
    assertThat(status.toTable()).isEqualTo("""
        version  name    state         applied at            file
              0  start   out of order  -                     migrations/shop/0_start.sql
              1  items   missing       2026-01-02T03:04:05Z  -
              2  names   changed       2026-01-02T03:04:05Z  migrations/shop/002_names.sql
              3  orders  applied       2026-01-02T03:04:05Z  migrations/shop/003_orders.sql
              4  next    out of order  -                     migrations/shop/4_next.sql
              9  later   unknown       -                     -
        """);
  }

  @Test
  void theHistoryOfAnotherProgramHasNoStatus() throws Exception {
    Files.createDirectories(file.getParent());
    raw(file, "CREATE TABLE _migrations (id, done)");

    assertThatThrownBy(() -> migrator().status())
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("its table `_migrations` was not made by Litmus");
  }

  @Test
  void aMissingFileHasAStatusAndAPlanAndIsNotCreated() {
    assertThat(migrator().status().pending()).hasSize(3);
    assertThat(migrator().plan(MigrationTarget.version(2))).hasSize(2);
    assertThat(migrator().plan(MigrationTarget.nothing())).isEmpty();
    assertThatThrownBy(() -> migrator().rollback(MigrationTarget.nothing()))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("does not exist");
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void lookingChangesNoFile() throws Exception {
    migrator().migrate(MigrationTarget.version(2));
    Map<String, byte[]> before = files();

    assertThat(migrator().status().pending()).hasSize(1);
    assertThat(migrator().plan(MigrationTarget.latest()))
        .extracting(MigrationMove::direction, MigrationMove::version)
        .containsExactly(tuple(Direction.UP, 3L));
    assertThat(migrator().plan(MigrationTarget.version(1)))
        .extracting(MigrationMove::direction, MigrationMove::version)
        .containsExactly(tuple(Direction.DOWN, 2L));

    assertThat(files()).usingRecursiveComparison().isEqualTo(before);
    assertThat(before.keySet()).containsExactly("shop.sqlite");
  }

  /** The log of a killed process belongs to the database, and SQLite would fold it in when it closes the file. */
  @Test
  void theLogOfAKilledProcessIsReadAndStays() throws Exception {
    migrator().migrate(MigrationTarget.version(2));
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = 0");
      statement.execute("DELETE FROM _migrations WHERE version = 2");
      Path killed = Files.createDirectories(folder.resolve("killed"));
      for (String name : List.of("shop.sqlite", "shop.sqlite-wal")) {
        Files.copy(file.resolveSibling(name), killed.resolve(name));
      }
    }
    file = folder.resolve("killed/shop.sqlite");
    Map<String, byte[]> before = files();
    assertThat(before.keySet()).containsExactly("shop.sqlite", "shop.sqlite-wal");

    assertThat(migrator().status().pending()).hasSize(2);

    Map<String, byte[]> after = files();
    after.remove("shop.sqlite-shm");
    assertThat(after).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void aFileThatIsOpenIsRefused() {
    MigrationStatus status;
    try (SqliteDatabase open = TestDatabases.open(
        MigrationFolders.read(root, "shop"), created(), DatabaseSettings.DEFAULT)) {
      status = open.migrations();
      for (Runnable work : List.<Runnable>of(
          () -> migrator().status(),
          () -> migrator().plan(MigrationTarget.latest()),
          () -> migrator().migrate(MigrationTarget.latest()),
          () -> migrator().rollback(MigrationTarget.nothing()),
          () -> migrator().repair(),
          () -> migrator().baseline(1))) {
        assertThatThrownBy(work::run)
            .isInstanceOf(DatabaseOpenException.class)
            .hasMessageContaining("is open already in this process");
      }
    }
    assertThat(migrator().status().versions()).isEqualTo(status.versions());
  }

  private Path created() {
    try {
      return Files.createDirectories(file.getParent()).toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsNoDatabaseIsRefusedAndStays() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "no database at all");

    assertThatThrownBy(() -> migrator().status()).isInstanceOf(NotADatabaseException.class);
    assertThatThrownBy(() -> migrator().migrate(MigrationTarget.latest()))
        .isInstanceOf(NotADatabaseException.class);
    assertThat(file).hasContent("no database at all");
  }

  @Test
  void readOnlySettingsLookAndChangeNothing() throws Exception {
    migrator().migrate(MigrationTarget.version(2));
    Map<String, byte[]> before = files();
    Migrator reading = Migrator.fromFolder(
        root, "shop", file, DatabaseSettings.DEFAULT.with(s -> s.readOnly(true)));

    assertThat(reading.status().pending()).hasSize(1);
    assertThatThrownBy(() -> reading.migrate(MigrationTarget.latest()))
        .isInstanceOf(DatabaseReadOnlyException.class)
        .hasMessageContaining("its settings say read-only");

    assertThat(files()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void targetsOfTheOtherDirectionAreRefused() throws Exception {
    migrator().migrate(MigrationTarget.latest());
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> migrator().migrate(MigrationTarget.stepsBack(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> migrator().rollback(MigrationTarget.latest()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> migrator().migrate(MigrationTarget.version(1)))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("the database is at version 3 already, beyond 1. Roll it back");
    assertThatThrownBy(() -> migrator().migrate(MigrationTarget.version(8)))
        .hasMessageContaining("the code has no version 8; it has [1, 2, 3]");
    assertThatThrownBy(() -> MigrationTarget.version(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MigrationTarget.stepsBack(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(file).hasBinaryContent(before);
  }

  /** Nobody wants to go back: what is irreversible has nothing to do with it. */
  @Test
  void beyondTheTargetIsWhatIsSaidAlsoWhereNoWayLeadsBack() throws Exception {
    write("005_last.sql", "-- Up\nCREATE TABLE last (x);\n-- irreversible for ever");
    migrator().migrate(MigrationTarget.latest());

    assertThatThrownBy(() -> migrator().migrate(MigrationTarget.version(1)))
        .hasMessageContaining("the database is at version 5 already, beyond 1");

    write("004_late.sql", "-- Up\nCREATE TABLE late (x);\n-- Down\nDROP TABLE late;");
    Migrator accepting = Migrator.fromFolder(
        root, "shop", file, DatabaseSettings.DEFAULT.with(s -> s.acceptLateMigrations(true)));
    assertThatThrownBy(() -> accepting.migrate(MigrationTarget.version(4)))
        .hasMessageContaining("the database is at version 5 already, beyond 4");
  }

  @Test
  void foldersThatAreNotThereOrInvalidAreRefused() throws Exception {
    assertThatThrownBy(() -> Migrator.fromFolder(root, "shops", file))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("there is no folder");
    assertThatThrownBy(() -> Migrator.fromFolder(root, "../migrations", file))
        .isInstanceOf(MigrationException.class);
    write("003_again.sql", "--");
    assertThatThrownBy(this::migrator)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("version 3 is already that of");
  }

  @Test
  void repairTakesOverWhatTheFilesSay() throws Exception {
    migrator().migrate(MigrationTarget.latest());
    write("002_names.sql", "-- Up\nALTER TABLE items ADD COLUMN \"name\";");
    Files.move(root.resolve("shop/003_orders.sql"), root.resolve("shop/003_purchases.sql"));
    assertThatThrownBy(() -> migrator().migrate(MigrationTarget.latest()))
        .hasMessageContaining("edited");

    assertThat(migrator().repair())
        .containsExactly(
            new RepairedMigration(2, "migrations/shop/002_names.sql", "names", "names", true),
            new RepairedMigration(
                3, "migrations/shop/003_purchases.sql", "orders", "purchases", false));

    assertThat(migrator().status().isCurrent()).isTrue();
    assertThat(migrator().repair()).isEmpty();
    assertThat(migrator().migrate(MigrationTarget.latest())).isEmpty();
  }

  @Test
  void baselineIsForTheSchemaThatTheMigrationsMake() throws Exception {
    Files.createDirectories(file.getParent());
    raw(
        file,
        "create table items(id integer primary key, name)",
        "INSERT INTO items VALUES (1, 'a')");

    migrator().baseline(2);

    assertThat(migrator().status().versions())
        .extracting(MigrationStatus.Version::state)
        .containsExactly(State.APPLIED, State.APPLIED, State.PENDING);
    assertThat(migrator().migrate(MigrationTarget.latest())).hasSize(1);
    assertThat(value("SELECT name FROM items")).isEqualTo("a");
    assertThatThrownBy(() -> migrator().baseline(2))
        .hasMessageContaining("it has a history already, up to version 3");
  }

  @Test
  void baselineRefusesAnotherSchemaAndChangesNothing() throws Exception {
    Files.createDirectories(file.getParent());
    raw(file, "CREATE TABLE items (id INTEGER PRIMARY KEY, price)", "CREATE TABLE extra (x)");
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> migrator().baseline(3))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("its schema is not what the migrations up to version 3 make")
        .hasMessageContaining("table `extra` is not of the migrations")
        .hasMessageContaining("table `orders` is missing")
        .hasMessageContaining("price");
    assertThatThrownBy(() -> migrator().baseline(7))
        .hasMessageContaining("the code has no version 7; it has [1, 2, 3]");

    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void lateMigrationsAreAppliedOnRequestInTheirOrder() throws Exception {
    migrator().migrate(MigrationTarget.latest());
    write("0_first.sql", "-- Up\nCREATE TABLE first (x);\n-- Down\nDROP TABLE first;");
    write("4_last.sql", "-- Up\nCREATE TABLE last (x);\n-- Down\nDROP TABLE last;");
    assertThatThrownBy(() -> migrator().migrate(MigrationTarget.latest()))
        .hasMessageContaining("comes too late");
    Migrator accepting = Migrator.fromFolder(
        root, "shop", file, DatabaseSettings.DEFAULT.with(s -> s.acceptLateMigrations(true)));

    assertThat(accepting.plan(MigrationTarget.latest()))
        .extracting(MigrationMove::version)
        .containsExactly(0L, 4L);
    assertThat(accepting.migrate(MigrationTarget.latest()))
        .extracting(MigrationMove::version)
        .containsExactly(0L, 4L);
    assertThat(migrator().status().isCurrent()).isTrue();
    assertThat(accepting.rollback(MigrationTarget.nothing()))
        .extracting(MigrationMove::version)
        .containsExactly(4L, 3L, 2L, 1L, 0L);
  }

  private Migrator migrator() {
    return Migrator.fromFolder(root, "shop", file);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(root.resolve("shop").resolve(name), text);
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(file.getParent())) {
      for (Path entry : entries.toList()) {
        files.put(entry.getFileName().toString(), Files.readAllBytes(entry));
      }
    }
    return files;
  }

  private String tables() throws SQLException {
    return value("SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'");
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }
}
