import app.Customer;
import app.OrderRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.Migrators;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;

/** The database is made by hand, as another tool would, and Litmus never touches its schema. */
public class Check {

  private static final String[] SCHEMA = {
    "CREATE TABLE flyway_schema_history (version TEXT)",
    "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    "CREATE TABLE orders (total REAL NOT NULL, note TEXT, id INTEGER PRIMARY KEY,"
        + " customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE)",
    "CREATE VIEW totals AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY 1",
    "CREATE VIRTUAL TABLE notes USING fts5(text)",
    "CREATE TRIGGER big AFTER INSERT ON orders WHEN new.total > 100 BEGIN"
        + " INSERT INTO notes (text) VALUES ('big order'); END",
    "INSERT INTO customers VALUES (7, 'Grace')"
  };

  public static void run(Path directory) throws Exception {
    refused(directory, "does not exist, and Litmus does not create it");
    same(Files.exists(directory.resolve("shop.sqlite")), false);

    Files.createDirectories(directory);
    Files.createFile(directory.resolve("shop.sqlite"));
    refused(directory, "the database is empty");

    sql(directory, SCHEMA);
    use(directory);

    // Fails when Litmus has left a history.
    sql(directory, "CREATE TABLE _migrations (x)", "DROP TABLE _migrations");
    migrations(directory);

    sql(directory, "ALTER TABLE customers ADD COLUMN mail TEXT");
    refused(directory, "the columns of `customers` are id, name, mail and not id, name");

    sql(directory, "ALTER TABLE customers DROP COLUMN mail", "DROP VIEW totals");
    refused(directory, "there is no `totals`");
  }

  private static void use(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      OrderRepository orders = databases.repository(OrderRepository.class);
      same(orders.customers(), List.of(new Customer(7, "Grace")));
      orders.add(7, 1.5);
      orders.add(7, 200);
      same(orders.totals(7), List.of(201.5));
      same(orders.bigOrders(), 1);
      same(orders.remove(7), 1);
      same(orders.totals(7), List.of());
    }
  }

  private static void migrations(Path directory) {
    Path file = directory.resolve("shop.sqlite");
    same(Migrators.embedded(directory).bySchema().isEmpty(), true);
    try {
      Migrator.embedded("shop", file);
      throw new AssertionError("a migrator without migrations");
    } catch (MigrationException e) {
      contains(e, "there are no migrations: its schema is that of the script `schema.sql`");
    }
  }

  private static void refused(Path directory, String words) {
    try (Databases databases = Databases.open(directory)) {
      throw new AssertionError("opened: " + databases);
    } catch (DatabaseOpenException e) {
      contains(e, words);
    }
  }

  private static void contains(LitmusException e, String words) {
    if (!e.getMessage().contains(words)) {
      throw new AssertionError(e.getMessage());
    }
  }

  private static void sql(Path directory, String... statements) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.sqlite"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void same(Object actual, Object expected) {
    if (!actual.equals(expected)) {
      throw new AssertionError(actual + " and not " + expected);
    }
  }
}
