package app;

import dev.litmus.runtime.Columns;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TextColumns;
import dev.litmus.runtime.TextValues;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The queries of {@link OrderRepository} on the database {@code shop}, checked against its migrations up to version 2.
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

  private static final SqlStatement GET = SqlStatement.of("OrderRepository.get", """
      SELECT * FROM orders WHERE id = ?""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT * FROM orders WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
   * </pre>
   */
  @Override
  public Order get(long id) {
    try (PreparedStatement statement = database.read(GET)) {
      statement.setLong(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(GET);
      }
      Order result = readOrder(row);
      if (row.next()) {
        throw database.nonUniqueRow(GET);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(GET, e);
    }
  }

  private static final SqlStatement FIND = SqlStatement.of("OrderRepository.find", """
      SELECT id, customer_id, placed_at, total FROM orders WHERE id = ?""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT id, customer_id, placed_at, total FROM orders WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
   * </pre>
   */
  @Override
  public Optional<Order> find(long id) {
    try (PreparedStatement statement = database.read(FIND)) {
      statement.setLong(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return Optional.empty();
      }
      Optional<Order> result = Optional.of(readOrder(row));
      if (row.next()) {
        throw database.nonUniqueRow(FIND);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(FIND, e);
    }
  }

  private static final SqlStatement ONLY = SqlStatement.of("OrderRepository.only", """
      SELECT total, placed_at, customer_id, id FROM orders WHERE customer_id = ?""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT total, placed_at, customer_id, id FROM orders WHERE customer_id = :customerId
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INDEX idx_orders_customer (customer_id=?)
   * </pre>
   */
  @Override
  public Order only(String customerId) {
    try (PreparedStatement statement = database.read(ONLY)) {
      statement.setString(1, customerId);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return null;
      }
      Order result = readOrder2(row);
      if (row.next()) {
        throw database.nonUniqueRow(ONLY);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(ONLY, e);
    }
  }

  private static final SqlStatement OF_CUSTOMER = SqlStatement.of("OrderRepository.ofCustomer", """
      SELECT *
      FROM orders
      WHERE customer_id = ? AND placed_at >= ?
      ORDER BY placed_at, id""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT *
   * FROM orders
   * WHERE customer_id = :customerId AND placed_at &gt;= :from
   * ORDER BY placed_at, id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INDEX idx_orders_customer (customer_id=? AND placed_at&gt;?)
   * </pre>
   */
  @Override
  public List<Order> ofCustomer(String customerId, Instant from) {
    try (PreparedStatement statement = database.read(OF_CUSTOMER)) {
      statement.setString(1, customerId);
      statement.setString(2, TextValues.of(from));
      ResultSet row = statement.executeQuery();
      List<Order> result = new ArrayList<>();
      while (row.next()) {
        result.add(readOrder(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(OF_CUSTOMER, e);
    }
  }

  private static final SqlStatement COUNT = SqlStatement.of("OrderRepository.count", """
      SELECT count(*) FROM orders""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT count(*) FROM orders
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN orders USING COVERING INDEX idx_orders_customer
   * </pre>
   */
  @Override
  public long count() {
    try (PreparedStatement statement = database.read(COUNT)) {
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(COUNT);
      }
      long result = Columns.requireLong(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(COUNT);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(COUNT, e);
    }
  }

  private static final SqlStatement EMAIL = SqlStatement.of("OrderRepository.email", """
      SELECT email FROM customers WHERE id = ?""");

  /**
   * Reads customers.
   *
   * <pre>
   * SELECT email FROM customers WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH customers USING INDEX sqlite_autoindex_customers_1 (id=?)
   * </pre>
   */
  @Override
  public Optional<String> email(String id) {
    try (PreparedStatement statement = database.read(EMAIL)) {
      statement.setString(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return Optional.empty();
      }
      Optional<String> result = Optional.ofNullable(row.getString(1));
      if (row.next()) {
        throw database.nonUniqueRow(EMAIL);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(EMAIL, e);
    }
  }

  private static final SqlStatement EMAIL_OR_NULL = SqlStatement.of("OrderRepository.emailOrNull", """
      SELECT email FROM customers WHERE id = ?""");

  /**
   * Reads customers.
   *
   * <pre>
   * SELECT email FROM customers WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH customers USING INDEX sqlite_autoindex_customers_1 (id=?)
   * </pre>
   */
  @Override
  public String emailOrNull(String id) {
    try (PreparedStatement statement = database.read(EMAIL_OR_NULL)) {
      statement.setString(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return null;
      }
      String result = row.getString(1);
      if (row.next()) {
        throw database.nonUniqueRow(EMAIL_OR_NULL);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(EMAIL_OR_NULL, e);
    }
  }

  private static final SqlStatement TOTALS = SqlStatement.of("OrderRepository.totals", """
      SELECT total FROM orders ORDER BY id""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT total FROM orders ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN orders
   * </pre>
   */
  @Override
  public List<Double> totals() {
    try (PreparedStatement statement = database.read(TOTALS)) {
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

  private static final SqlStatement PER_CUSTOMER = SqlStatement.of("OrderRepository.perCustomer", """
      SELECT * FROM customer_totals ORDER BY name""");

  /**
   * Reads customers, orders.
   *
   * <pre>
   * SELECT * FROM customer_totals ORDER BY name
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * CO-ROUTINE customer_totals
   *   SCAN c USING INDEX sqlite_autoindex_customers_1
   *   SEARCH o USING INDEX idx_orders_customer (customer_id=?) LEFT-JOIN
   * SCAN customer_totals
   * USE TEMP B-TREE FOR ORDER BY
   * </pre>
   */
  @Override
  public List<CustomerTotal> perCustomer() {
    try (PreparedStatement statement = database.read(PER_CUSTOMER)) {
      ResultSet row = statement.executeQuery();
      List<CustomerTotal> result = new ArrayList<>();
      while (row.next()) {
        result.add(readCustomerTotal(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(PER_CUSTOMER, e);
    }
  }

  private static final SqlStatement LARGEST = SqlStatement.of("OrderRepository.largest", """
      WITH ranked AS (
        SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY total DESC) AS place
        FROM orders
      )
      SELECT id FROM ranked WHERE place <= ? ORDER BY customer_id, place""");

  /**
   * Reads orders.
   *
   * <pre>
   * WITH ranked AS (
   *   SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY total DESC) AS place
   *   FROM orders
   * )
   * SELECT id FROM ranked WHERE place &lt;= :count ORDER BY customer_id, place
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * CO-ROUTINE ranked
   *   CO-ROUTINE (subquery-3)
   *     SCAN orders USING INDEX idx_orders_customer
   *     USE TEMP B-TREE FOR LAST TERM OF ORDER BY
   *   SCAN (subquery-3)
   * SCAN ranked
   * USE TEMP B-TREE FOR ORDER BY
   * </pre>
   */
  @Override
  public List<Long> largest(int count) {
    try (PreparedStatement statement = database.read(LARGEST)) {
      statement.setInt(1, count);
      ResultSet row = statement.executeQuery();
      List<Long> result = new ArrayList<>();
      while (row.next()) {
        result.add(Columns.getLong(row, 1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(LARGEST, e);
    }
  }

  private static final SqlStatement ECHO = SqlStatement.of("OrderRepository.echo", """
      VALUES (?1), (?), (?1)""");

  /**
   * Reads no table.
   *
   * <pre>
   * VALUES (:first), (:second), (:first)
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN 3-ROW VALUES CLAUSE
   * </pre>
   */
  @Override
  public List<String> echo(String first, String second) {
    try (PreparedStatement statement = database.read(ECHO)) {
      statement.setString(1, first);
      statement.setString(2, second);
      ResultSet row = statement.executeQuery();
      List<String> result = new ArrayList<>();
      while (row.next()) {
        result.add(row.getString(1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(ECHO, e);
    }
  }

  private static final SqlStatement OVER = SqlStatement.of("OrderRepository.over", """
      SELECT id FROM orders WHERE total > ?1
      UNION ALL
      SELECT ?1
      ORDER BY 1""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT id FROM orders WHERE total &gt; $limit
   * UNION ALL
   * SELECT &#64;limit
   * ORDER BY 1
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * MERGE (UNION ALL)
   *   LEFT
   *     SCAN orders
   *   RIGHT
   *     SCAN CONSTANT ROW
   * </pre>
   */
  @Override
  public List<Long> over(double limit) {
    try (PreparedStatement statement = database.read(OVER)) {
      statement.setDouble(1, limit);
      ResultSet row = statement.executeQuery();
      List<Long> result = new ArrayList<>();
      while (row.next()) {
        result.add(Columns.getLong(row, 1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(OVER, e);
    }
  }

  private static final SqlStatement LABELS = SqlStatement.of("OrderRepository.labels", """
      SELECT customer_id || ?1 FROM orders
      UNION
      SELECT name || ?1 FROM customers
      ORDER BY customer_id || ?1""");

  /**
   * Reads customers, orders.
   *
   * <pre>
   * SELECT customer_id || :suffix FROM orders
   * UNION
   * SELECT name || :suffix FROM customers
   * ORDER BY customer_id || :suffix
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * MERGE (UNION)
   *   LEFT
   *     SCAN orders USING COVERING INDEX idx_orders_customer
   *     USE TEMP B-TREE FOR ORDER BY
   *   RIGHT
   *     SCAN customers
   *     USE TEMP B-TREE FOR ORDER BY
   * </pre>
   */
  @Override
  public List<String> labels(String suffix) {
    try (PreparedStatement statement = database.read(LABELS)) {
      statement.setString(1, suffix);
      ResultSet row = statement.executeQuery();
      List<String> result = new ArrayList<>();
      while (row.next()) {
        result.add(row.getString(1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(LABELS, e);
    }
  }

  private static Order readOrder(ResultSet row) throws SQLException {
    return new Order(
        Columns.requireLong(row, 1),
        row.getString(2),
        TextColumns.getInstant(row, 3),
        Columns.requireDouble(row, 4));
  }

  private static Order readOrder2(ResultSet row) throws SQLException {
    return new Order(
        Columns.requireLong(row, 4),
        row.getString(3),
        TextColumns.getInstant(row, 2),
        Columns.requireDouble(row, 1));
  }

  private static CustomerTotal readCustomerTotal(ResultSet row) throws SQLException {
    return new CustomerTotal(
        row.getString(1),
        row.getString(2),
        Columns.requireInt(row, 3),
        Columns.requireDouble(row, 4));
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
      return "60de652e8381c7aac055b26d54c23b88b26dd81dc229b7ddb74cbbc252717876";
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
