package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that others migrate. */
class DeclaredSchemaTest {

  private static final DeclaredSchema SHOP = DeclaredSchema.builder("shop.sql")
      .table("orders", "id", "total")
      .table("totals", "total")
      .build();

  private static final DeclaredSchema WHOLE =
      DeclaredSchema.builder("shop.sql").wholeTable("orders", "id", "total").build();

  private static final String ORDERS = "CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL)";
  private static final String TOTALS = "CREATE VIEW totals AS SELECT total FROM orders";

  @TempDir
  Path directory;

  private Path file;

  /** A factory as the processor writes it for {@code -Alitmus.schema}. */
  private record Factory(DeclaredSchema schemaOfScript)
      implements RepositoryFactory<TestDatabases.Anchor> {

    @Override
    public String schema() {
      return "shop";
    }

    @Override
    public String version() {
      return LitmusVersion.CURRENT;
    }

    @Override
    public String migrations() {
      return TestDatabases.NO_MIGRATIONS;
    }

    @Override
    public Optional<DeclaredSchema> declared() {
      return Optional.of(schemaOfScript);
    }

    @Override
    public Class<TestDatabases.Anchor> repository() {
      return TestDatabases.Anchor.class;
    }

    @Override
    public TestDatabases.Anchor create(SqliteDatabase database) {
      return new TestDatabases.Anchor() {};
    }
  }

  @BeforeEach
  void file() {
    file = directory.resolve("shop.sqlite");
  }

  @Test
  void itIsOpenedAsItIs() throws Exception {
    TestDatabases.raw(file, ORDERS, TOTALS);
    try (Databases databases = open(SHOP)) {
      SqliteDatabase shop = databases.get("shop");
      TestDatabases.write(shop, "INSERT INTO orders (total) VALUES (2.5)");
      assertThat(TestDatabases.read(shop, "SELECT total FROM totals")).containsExactly(2.5);
      assertThat(TestDatabases.read(shop, "SELECT name FROM sqlite_schema ORDER BY name"))
          .containsExactly("orders", "totals");
    }
  }

  @Test
  void moreThanIsDeclaredIsFineAndNamesAreThoseOfSqlite() throws Exception {
    TestDatabases.raw(
        file,
        "CREATE TABLE Orders (note, TOTAL REAL, id INTEGER PRIMARY KEY)",
        TOTALS,
        "CREATE TABLE flyway_schema_history (x)",
        "CREATE INDEX i ON orders (total)");
    open(SHOP).close();
  }

  @Test
  void aMissingFileIsNotCreated() {
    for (DatabaseSettings settings : List.of(
        DatabaseSettings.DEFAULT,
        with(MigrationMode.VERIFY),
        with(MigrationMode.NONE),
        DatabaseSettings.DEFAULT.with(s -> s.readOnly(true)))) {
      assertThatThrownBy(() -> open(SHOP, settings))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("shop.sqlite does not exist, and Litmus does not create it")
          .hasMessageContaining("the script `shop.sql`");
      assertThat(directory).isEmptyDirectory();
    }
  }

  @Test
  void anEmptyFileIsNoDatabaseWithTheSchema() throws Exception {
    Files.createFile(file);
    assertThatThrownBy(() -> open(SHOP))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("the database is empty")
        .hasMessageContaining("Bring it up to date with what migrates it");
    assertThat(file).isEmptyFile();
    open(SHOP, with(MigrationMode.NONE)).close();
  }

  @Test
  void whatIsMissingIsNamedAndTheFileStaysAsItIs() throws Exception {
    TestDatabases.raw(file, "CREATE TABLE orders (id INTEGER PRIMARY KEY, totl)");
    byte[] before = Files.readAllBytes(file);
    for (DatabaseSettings settings : List.of(
        DatabaseSettings.DEFAULT,
        with(MigrationMode.VERIFY),
        DatabaseSettings.DEFAULT.with(s -> s.readOnly(true)))) {
      assertThatThrownBy(() -> open(SHOP, settings))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("`orders` has no column `total`; there is no `totals`");
    }
    assertThat(file).hasBinaryContent(before);
    try (Stream<Path> all = Files.list(directory)) {
      assertThat(all).containsExactly(file);
    }
    open(SHOP, with(MigrationMode.NONE)).close();
  }

  @Test
  void manyDifferencesAreCounted() throws Exception {
    TestDatabases.raw(file, ORDERS);
    DeclaredSchema.Builder many = DeclaredSchema.builder("shop.sql");
    for (int i = 0; i < 12; i++) {
      many.table("t" + i, "x");
    }
    assertThatThrownBy(() -> open(many.build()))
        .hasMessageContaining("there is no `t9`; and 2 more")
        .hasMessageNotContaining("t10");
  }

  @Test
  void aViewThatNamesWhatIsNotThereIsNamed() throws Exception {
    TestDatabases.raw(file, ORDERS, "CREATE VIEW totals AS SELECT gone FROM orders");
    assertThatThrownBy(() -> open(SHOP))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("`totals` cannot be used")
        .hasMessageContaining("no such column: gone");
  }

  /** One column more, and every later one would be read for another. */
  @Test
  void whereAQueryHasAStarTheColumnsAreTheDeclaredOnes() throws Exception {
    TestDatabases.raw(file, ORDERS);
    open(WHOLE).close();
    TestDatabases.raw(file, "ALTER TABLE orders ADD COLUMN note");
    assertThatThrownBy(() -> open(WHOLE))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("the columns of `orders` are id, total, note and not id, total");
    TestDatabases.raw(
        file, "DROP TABLE orders", "CREATE TABLE orders (total, id INTEGER PRIMARY KEY)");
    assertThatThrownBy(() -> open(WHOLE)).hasMessageContaining("are total, id and not id, total");
  }

  @Test
  void whatNeedsMigrationsIsRefused() throws Exception {
    TestDatabases.raw(file, ORDERS, TOTALS);
    assertThatThrownBy(
            () -> open(SHOP, DatabaseSettings.DEFAULT.with(s -> s.policy(OpenPolicy.RECREATE))))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("the policy RECREATE")
        .hasMessageContaining("there are no migrations");
    assertThatThrownBy(() ->
            open(SHOP, DatabaseSettings.DEFAULT.with(s -> s.afterMigration("shop", 1, sql -> {}))))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("a callback after version 1");
    assertThatThrownBy(() -> repositories(SHOP).migrations("shop"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("its schema is that of the script `shop.sql`");
    try (Databases databases = open(SHOP)) {
      assertThatThrownBy(() -> databases.get("shop").migrations())
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("there are no migrations");
      assertThat(databases.migrations()).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsNotSetAside() throws Exception {
    Files.writeString(file, "no database".repeat(1000));
    assertThatThrownBy(
            () -> open(SHOP, DatabaseSettings.DEFAULT.with(s -> s.policy(OpenPolicy.RECREATE))))
        .isInstanceOf(MigrationException.class);
    assertThat(file).hasContent("no database".repeat(1000));
  }

  @Test
  void repositoriesOfOneDatabaseAgreeOnWhoMigratesIt() throws Exception {
    TestDatabases.raw(file, ORDERS, TOTALS);
    Repositories mixed = new Repositories(
        List.of(new Factory(SHOP), new TestDatabases.AnchorFactory("shop")), List.of());
    assertThatThrownBy(
            () -> new Databases.Builder(directory).repositories(mixed).open())
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("was compiled against migrations")
        .hasMessageContaining("the script `shop.sql`");
  }

  @Test
  void allThatTheRepositoriesWereComparedWithCounts() throws Exception {
    TestDatabases.raw(file, ORDERS, "ALTER TABLE orders ADD COLUMN note", TOTALS);
    Repositories two = new Repositories(List.of(new Factory(SHOP), new Factory(WHOLE)), List.of());
    assertThatThrownBy(() -> new Databases.Builder(directory).repositories(two).open())
        .hasMessageContaining("id, total, note and not");
  }

  @Test
  void inMemoryItWouldBeEmpty() {
    assertThatThrownBy(
            () -> new Databases.Builder(null).repositories(repositories(SHOP)).open())
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("Litmus does not run the script `shop.sql`");
    try (Databases databases = new Databases.Builder(null)
        .repositories(repositories(SHOP))
        .settings(with(MigrationMode.NONE))
        .open()) {
      assertThat(TestDatabases.read(databases.get("shop"), "SELECT 1")).hasSize(1);
    }
  }

  private Databases open(DeclaredSchema schema) {
    return open(schema, DatabaseSettings.DEFAULT);
  }

  private Databases open(DeclaredSchema schema, DatabaseSettings settings) {
    return new Databases.Builder(directory)
        .repositories(repositories(schema))
        .settings(settings)
        .open();
  }

  private static DatabaseSettings with(MigrationMode mode) {
    return DatabaseSettings.DEFAULT.with(settings -> settings.migrate(mode));
  }

  private static Repositories repositories(DeclaredSchema schema) {
    List<RepositoryFactory<?>> factories = new ArrayList<>();
    factories.add(new Factory(schema));
    return new Repositories(factories, List.of());
  }
}
