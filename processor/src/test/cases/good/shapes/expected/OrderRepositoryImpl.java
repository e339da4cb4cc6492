package app;

import dev.litmus.runtime.Columns;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.RowCollector;
import dev.litmus.runtime.RowStream;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collector;
import java.util.stream.Stream;
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

  private static final SqlStatement PLACED = SqlStatement.of("OrderRepository.placed", """
      SELECT o.id, c.id AS "customer.id", c.name AS "customer.name"
      FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.is_active ORDER BY o.id""");

  /**
   * Reads customers, orders.
   *
   * <pre>
   * SELECT o.id, c.id AS "customer.id", c.name AS "customer.name"
   * FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.is_active ORDER BY o.id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN o
   * SEARCH c USING INDEX sqlite_autoindex_customers_1 (id=?) LEFT-JOIN
   * </pre>
   */
  @Override
  public List<OrderRepository.Placed> placed() {
    try (PreparedStatement statement = database.read(PLACED)) {
      ResultSet row = statement.executeQuery();
      List<OrderRepository.Placed> result = new ArrayList<>();
      while (row.next()) {
        result.add(readPlaced(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(PLACED, e);
    }
  }

  private static final SqlStatement PLACED_PERHAPS = SqlStatement.of("OrderRepository.placedPerhaps", """
      SELECT o.id, c.id AS "customer.id", c.name AS "customer.name"
      FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.is_active ORDER BY o.id""");

  /**
   * Reads customers, orders.
   *
   * <pre>
   * SELECT o.id, c.id AS "customer.id", c.name AS "customer.name"
   * FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.is_active ORDER BY o.id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN o
   * SEARCH c USING INDEX sqlite_autoindex_customers_1 (id=?) LEFT-JOIN
   * </pre>
   */
  @Override
  public List<OrderRepository.PlacedPerhaps> placedPerhaps() {
    try (PreparedStatement statement = database.read(PLACED_PERHAPS)) {
      ResultSet row = statement.executeQuery();
      List<OrderRepository.PlacedPerhaps> result = new ArrayList<>();
      while (row.next()) {
        result.add(readPlacedPerhaps(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(PLACED_PERHAPS, e);
    }
  }

  private static final SqlStatement DEEP = SqlStatement.of("OrderRepository.deep", """
      SELECT o.id AS "placed.id", c.id AS "placed.customer.id", c.name AS "placed.customer.name",
        'x' AS note
      FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = ?""");

  /**
   * Reads customers, orders.
   *
   * <pre>
   * SELECT o.id AS "placed.id", c.id AS "placed.customer.id", c.name AS "placed.customer.name",
   *   'x' AS note
   * FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH o USING INTEGER PRIMARY KEY (rowid=?)
   * SEARCH c USING INDEX sqlite_autoindex_customers_1 (id=?)
   * </pre>
   */
  @Override
  public OrderRepository.Deep deep(long id) {
    try (PreparedStatement statement = database.read(DEEP)) {
      statement.setLong(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(DEEP);
      }
      OrderRepository.Deep result = readDeep(row);
      if (row.next()) {
        throw database.nonUniqueRow(DEEP);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(DEEP, e);
    }
  }

  private static final SqlStatement FLAT = SqlStatement.of("OrderRepository.flat", """
      SELECT o.id, c.id AS c_id, c.name AS C_Name, total
      FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = ?""");

  /**
   * Reads customers, orders.
   *
   * <pre>
   * SELECT o.id, c.id AS c_id, c.name AS C_Name, total
   * FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH o USING INTEGER PRIMARY KEY (rowid=?)
   * SEARCH c USING INDEX sqlite_autoindex_customers_1 (id=?)
   * </pre>
   */
  @Override
  public OrderRepository.Flat flat(long id) {
    try (PreparedStatement statement = database.read(FLAT)) {
      statement.setLong(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(FLAT);
      }
      OrderRepository.Flat result = readFlat(row);
      if (row.next()) {
        throw database.nonUniqueRow(FLAT);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(FLAT, e);
    }
  }

  private static final SqlStatement SUM = SqlStatement.of("OrderRepository.sum", """
      SELECT customer_id, total FROM orders WHERE id = ?""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT customer_id, total FROM orders WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
   * </pre>
   */
  @Override
  public OrderRepository.Sum sum(long id) {
    try (PreparedStatement statement = database.read(SUM)) {
      statement.setLong(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(SUM);
      }
      OrderRepository.Sum result = readSum(row);
      if (row.next()) {
        throw database.nonUniqueRow(SUM);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(SUM, e);
    }
  }

  private static final SqlStatement LINES = SqlStatement.of("OrderRepository.lines", """
      SELECT order_id, product, percent FROM order_lines ORDER BY line""");

  /**
   * Reads order_lines.
   *
   * <pre>
   * SELECT order_id, product, percent FROM order_lines ORDER BY line
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN order_lines
   * USE TEMP B-TREE FOR ORDER BY
   * </pre>
   */
  @Override
  public List<Line> lines() {
    try (PreparedStatement statement = database.read(LINES)) {
      ResultSet row = statement.executeQuery();
      List<Line> result = new ArrayList<>();
      while (row.next()) {
        result.add(readLine(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(LINES, e);
    }
  }

  private static final SqlStatement SHORT_LINES = SqlStatement.of("OrderRepository.shortLines", """
      SELECT order_id, product FROM order_lines ORDER BY line""");

  /**
   * Reads order_lines.
   *
   * <pre>
   * SELECT order_id, product FROM order_lines ORDER BY line
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN order_lines
   * USE TEMP B-TREE FOR ORDER BY
   * </pre>
   */
  @Override
  public List<Line> shortLines() {
    try (PreparedStatement statement = database.read(SHORT_LINES)) {
      ResultSet row = statement.executeQuery();
      List<Line> result = new ArrayList<>();
      while (row.next()) {
        result.add(readLine2(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(SHORT_LINES, e);
    }
  }

  private static final SqlStatement CUSTOMERS = SqlStatement.of("OrderRepository.customers", """
      SELECT id, name FROM customers ORDER BY name DESC""");

  /**
   * Reads customers.
   *
   * <pre>
   * SELECT id, name FROM customers ORDER BY name DESC
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN customers
   * USE TEMP B-TREE FOR ORDER BY
   * </pre>
   */
  @Override
  public Map<String, Customer> customers() {
    try (PreparedStatement statement = database.read(CUSTOMERS)) {
      ResultSet row = statement.executeQuery();
      Map<String, Customer> result = new LinkedHashMap<>();
      while (row.next()) {
        var key = Columns.require(row, 1, row.getString(1));
        if (result.containsKey(key)) {
          throw database.duplicateKey(CUSTOMERS);
        }
        result.put(key, readCustomer2(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(CUSTOMERS, e);
    }
  }

  private static final SqlStatement COUNTS = SqlStatement.of("OrderRepository.counts", """
      SELECT customer_id, count(*) AS n FROM orders GROUP BY customer_id ORDER BY n DESC""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT customer_id, count(*) AS n FROM orders GROUP BY customer_id ORDER BY n DESC
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN orders USING COVERING INDEX idx_orders_customer
   * USE TEMP B-TREE FOR ORDER BY
   * </pre>
   */
  @Override
  public Map<String, Long> counts() {
    try (PreparedStatement statement = database.read(COUNTS)) {
      ResultSet row = statement.executeQuery();
      Map<String, Long> result = new LinkedHashMap<>();
      while (row.next()) {
        var key = Columns.require(row, 1, row.getString(1));
        if (result.containsKey(key)) {
          throw database.duplicateKey(COUNTS);
        }
        result.put(key, Columns.getLong(row, 2));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(COUNTS, e);
    }
  }

  private static final SqlStatement NOT_UNIQUE = SqlStatement.of("OrderRepository.notUnique", """
      SELECT customer_id, id FROM orders""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT customer_id, id FROM orders
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN orders USING COVERING INDEX idx_orders_customer
   * </pre>
   */
  @Override
  public Map<String, Long> notUnique() {
    try (PreparedStatement statement = database.read(NOT_UNIQUE)) {
      ResultSet row = statement.executeQuery();
      Map<String, Long> result = new LinkedHashMap<>();
      while (row.next()) {
        var key = Columns.require(row, 1, row.getString(1));
        if (result.containsKey(key)) {
          throw database.duplicateKey(NOT_UNIQUE);
        }
        result.put(key, Columns.getLong(row, 2));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(NOT_UNIQUE, e);
    }
  }

  private static final SqlStatement BUYERS = SqlStatement.of("OrderRepository.buyers", """
      SELECT customer_id FROM orders ORDER BY id DESC""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT customer_id FROM orders ORDER BY id DESC
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN orders
   * </pre>
   */
  @Override
  public Set<String> buyers() {
    try (PreparedStatement statement = database.read(BUYERS)) {
      ResultSet row = statement.executeQuery();
      Set<String> result = new LinkedHashSet<>();
      while (row.next()) {
        result.add(row.getString(1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(BUYERS, e);
    }
  }

  private static final SqlStatement NEWEST = SqlStatement.of("OrderRepository.newest", """
      SELECT max(id) FROM orders WHERE total >= ?""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT max(id) FROM orders WHERE total &gt;= :least
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders
   * </pre>
   */
  @Override
  public OptionalLong newest(double least) {
    try (PreparedStatement statement = database.read(NEWEST)) {
      statement.setDouble(1, least);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return OptionalLong.empty();
      }
      OptionalLong result = Columns.getOptionalLong(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(NEWEST);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(NEWEST, e);
    }
  }

  private static final SqlStatement TOTAL = SqlStatement.of("OrderRepository.total", """
      SELECT total FROM orders WHERE id = ?""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT total FROM orders WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
   * </pre>
   */
  @Override
  public OptionalDouble total(long id) {
    try (PreparedStatement statement = database.read(TOTAL)) {
      statement.setLong(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return OptionalDouble.empty();
      }
      OptionalDouble result = Columns.getOptionalDouble(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(TOTAL);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(TOTAL, e);
    }
  }

  private static final SqlStatement STREAM = SqlStatement.of("OrderRepository.stream", """
      SELECT id, name FROM customers ORDER BY id""");

  /**
   * Reads customers.
   *
   * <pre>
   * SELECT id, name FROM customers ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN customers USING INDEX sqlite_autoindex_customers_1
   * </pre>
   */
  @Override
  public Stream<Customer> stream() {
    RowStream<Customer> result = database.stream(STREAM, OrderRepositoryImpl::readCustomer2);
    try {
      return result.open();
    } catch (SQLException e) {
      throw result.failure(e);
    }
  }

  private static final SqlStatement IDS = SqlStatement.of("OrderRepository.ids", """
      SELECT id FROM orders WHERE total >= ? ORDER BY id""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT id FROM orders WHERE total &gt;= :row ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN orders
   * </pre>
   */
  @Override
  public Stream<Long> ids(double row) {
    RowStream<Long> result = database.stream(IDS, row_ -> Columns.getLong(row_, 1));
    try {
      PreparedStatement statement = result.statement();
      statement.setDouble(1, row);
      return result.open();
    } catch (SQLException e) {
      throw result.failure(e);
    }
  }

  private static final SqlStatement EACH = SqlStatement.of("OrderRepository.each", """
      SELECT id, name FROM customers ORDER BY id""");

  /**
   * Reads customers.
   *
   * <pre>
   * SELECT id, name FROM customers ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN customers USING INDEX sqlite_autoindex_customers_1
   * </pre>
   */
  @Override
  public void each(Consumer<? super Customer> receiver) {
    try (PreparedStatement statement = database.read(EACH)) {
      ResultSet row = statement.executeQuery();
      while (row.next()) {
        receiver.accept(readCustomer2(row));
      }
    } catch (SQLException e) {
      throw database.failure(EACH, e);
    }
  }

  private static final SqlStatement RAISE = SqlStatement.of("OrderRepository.raise", """
      UPDATE orders SET total = total + ? RETURNING id""");

  /**
   * Changes orders.
   *
   * <pre>
   * UPDATE orders SET total = total + :more RETURNING id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN orders
   * </pre>
   */
  @Override
  public long raise(double more, Consumer<Long> receiver) {
    try (Transaction transaction = database.begin();
        PreparedStatement statement = database.write(RAISE)) {
      statement.setDouble(1, more);
      ResultSet row = statement.executeQuery();
      long result = 0;
      while (row.next()) {
        receiver.accept(Columns.getLong(row, 1));
        result++;
      }
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(RAISE, e);
    }
  }

  private static final SqlStatement COLLECT = SqlStatement.of("OrderRepository.collect", """
      SELECT id, name FROM customers ORDER BY id""");

  /**
   * Reads customers.
   *
   * <pre>
   * SELECT id, name FROM customers ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN customers USING INDEX sqlite_autoindex_customers_1
   * </pre>
   */
  @Override
  public <R> R collect(Collector<? super Customer, ?, R> collector) {
    try (PreparedStatement statement = database.read(COLLECT)) {
      ResultSet row = statement.executeQuery();
      RowCollector<Customer, R> result = RowCollector.of(collector);
      while (row.next()) {
        result.add(readCustomer2(row));
      }
      return result.finish();
    } catch (SQLException e) {
      throw database.failure(COLLECT, e);
    }
  }

  private static final SqlStatement SUM_2 = SqlStatement.of("OrderRepository.sum", """
      SELECT total FROM orders WHERE id >= ?""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT total FROM orders WHERE id &gt;= :least
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid&gt;?)
   * </pre>
   */
  @Override
  public Double sum(Collector<Double, ?, Double> collector, long least) {
    try (PreparedStatement statement = database.read(SUM_2)) {
      statement.setLong(1, least);
      ResultSet row = statement.executeQuery();
      RowCollector<Double, Double> result = RowCollector.of(collector);
      while (row.next()) {
        result.add(Columns.getDouble(row, 1));
      }
      return result.finish();
    } catch (SQLException e) {
      throw database.failure(SUM_2, e);
    }
  }

  private static OrderRepository.Placed readPlaced(ResultSet row) throws SQLException {
    return new OrderRepository.Placed(
        Columns.requireLong(row, 1),
        Columns.areNull(row, 2, 3) ? null : readCustomer(row));
  }

  private static Customer readCustomer(ResultSet row) throws SQLException {
    return new Customer(
        row.getString(2),
        row.getString(3));
  }

  private static OrderRepository.PlacedPerhaps readPlacedPerhaps(ResultSet row) throws
      SQLException {
    return new OrderRepository.PlacedPerhaps(
        Columns.requireLong(row, 1),
        Columns.areNull(row, 2, 3) ? Optional.empty() : Optional.of(readCustomer(row)));
  }

  private static OrderRepository.Deep readDeep(ResultSet row) throws SQLException {
    return new OrderRepository.Deep(
        Columns.areNull(row, 1, 2, 3) ? null : readPlaced(row),
        row.getString(4));
  }

  private static OrderRepository.Flat readFlat(ResultSet row) throws SQLException {
    return new OrderRepository.Flat(
        Columns.requireLong(row, 1),
        Columns.areNull(row, 2, 3) ? null : readCustomer(row),
        Columns.areNull(row, 4) ? null : readAmount(row));
  }

  private static OrderRepository.Amount readAmount(ResultSet row) throws SQLException {
    return new OrderRepository.Amount(
        Columns.requireDouble(row, 4));
  }

  private static OrderRepository.Sum readSum(ResultSet row) throws SQLException {
    return new OrderRepository.Sum(
        row.getString(1),
        Columns.requireDouble(row, 2));
  }

  private static Line readLine(ResultSet row) throws SQLException {
    return new Line(
        Columns.requireLong(row, 1),
        row.getString(2),
        Columns.getInteger(row, 3));
  }

  private static Line readLine2(ResultSet row) throws SQLException {
    return new Line(
        Columns.requireLong(row, 1),
        row.getString(2));
  }

  private static Customer readCustomer2(ResultSet row) throws SQLException {
    return new Customer(
        row.getString(1),
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
