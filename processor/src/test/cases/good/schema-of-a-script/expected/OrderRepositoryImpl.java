package app;

import dev.litmus.runtime.Columns;
import dev.litmus.runtime.DeclaredSchema;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The queries of {@link OrderRepository} on the database {@code shop}, checked against the script {@code schema.sql}.
 * Safe for all threads.
 */
@Generated("dev.litmus.processor.LitmusProcessor")
public final class OrderRepositoryImpl implements OrderRepository {
  private final SqliteDatabase database;

  /**
   * Creates the repository on an open database of its schema.
   */
  public OrderRepositoryImpl(SqliteDatabase database) {
    this.database = database;
  }

  private static final SqlStatement ADD = SqlStatement.of("OrderRepository.add", """
      INSERT INTO orders (customer_id, total) VALUES (?, ?) RETURNING id""");

  /**
   * Changes notes, orders, reads customers.
   *
   * <pre>
   * INSERT INTO orders (customer_id, total) VALUES (:customer, :total) RETURNING id
   * </pre>
   */
  @Override
  public long add(long customer, double total) {
    try (Transaction transaction = database.begin();
        PreparedStatement statement = database.write(ADD)) {
      statement.setLong(1, customer);
      statement.setDouble(2, total);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(ADD);
      }
      long result = Columns.requireLong(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(ADD);
      }
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(ADD, e);
    }
  }

  private static final SqlStatement CUSTOMERS = SqlStatement.of("OrderRepository.customers", """
      SELECT * FROM customers ORDER BY id""");

  /**
   * Reads customers.
   *
   * <pre>
   * SELECT * FROM customers ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN customers
   * </pre>
   */
  @Override
  public List<Customer> customers() {
    try (PreparedStatement statement = database.read(CUSTOMERS)) {
      ResultSet row = statement.executeQuery();
      List<Customer> result = new ArrayList<>();
      while (row.next()) {
        result.add(readCustomer(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(CUSTOMERS, e);
    }
  }

  private static final SqlStatement TOTALS = SqlStatement.of("OrderRepository.totals", """
      SELECT total FROM totals WHERE customer_id = ? AND EXISTS (SELECT * FROM orders)""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT total FROM totals WHERE customer_id = :customer AND EXISTS (SELECT * FROM orders)
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * CO-ROUTINE totals
   *   SCAN orders
   * SCAN orders EXISTS
   * SCAN totals
   * </pre>
   */
  @Override
  public List<Double> totals(long customer) {
    try (PreparedStatement statement = database.read(TOTALS)) {
      statement.setLong(1, customer);
      ResultSet row = statement.executeQuery();
      List<Double> result = new ArrayList<>();
      while (row.next()) {
        result.add(Columns.getDouble(row, 1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(TOTALS, e);
    }
  }

  private static final SqlStatement BIG_ORDERS = SqlStatement.of("OrderRepository.bigOrders", """
      SELECT count(*) FROM notes WHERE notes MATCH 'big'""");

  /**
   * Reads notes.
   *
   * <pre>
   * SELECT count(*) FROM notes WHERE notes MATCH 'big'
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN notes VIRTUAL TABLE INDEX 0:M1
   * </pre>
   */
  @Override
  public int bigOrders() {
    try (PreparedStatement statement = database.read(BIG_ORDERS)) {
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(BIG_ORDERS);
      }
      int result = Columns.requireInt(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(BIG_ORDERS);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(BIG_ORDERS, e);
    }
  }

  private static final SqlStatement REMOVE = SqlStatement.of("OrderRepository.remove", """
      DELETE FROM customers WHERE id = ?""");

  /**
   * Changes customers, orders.
   *
   * <pre>
   * DELETE FROM customers WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH customers USING INTEGER PRIMARY KEY (rowid=?)
   * SCAN orders
   * </pre>
   */
  @Override
  public int remove(long id) {
    try (PreparedStatement statement = database.write(REMOVE)) {
      statement.setLong(1, id);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(REMOVE, e);
    }
  }

  private static Customer readCustomer(ResultSet row) throws SQLException {
    return new Customer(
        Columns.requireLong(row, 1),
        row.getString(2));
  }

  /**
   * How the runtime finds this class.
   */
  public static final class Factory implements RepositoryFactory<OrderRepository> {
    /**
     * For the service loader.
     */
    public Factory() {
    }

    @Override
    public String schema() {
      return "shop";
    }

    @Override
    public String version() {
      return "<version>";
    }

    @Override
    public String migrations() {
      return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    }

    @Override
    public Optional<DeclaredSchema> declared() {
      return Optional.of(DeclaredSchema.builder("schema.sql")
          .wholeTable("customers", "id", "name")
          .table("notes", "text")
          .table("orders", "id", "customer_id", "total")
          .table("totals", "customer_id", "total")
          .build());
    }

    @Override
    public Class<OrderRepository> repository() {
      return OrderRepository.class;
    }

    @Override
    public OrderRepository create(SqliteDatabase database) {
      return new OrderRepositoryImpl(database);
    }
  }
}
