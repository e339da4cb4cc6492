package app;

import dev.litmus.runtime.Columns;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TextColumns;
import dev.litmus.runtime.TextValues;
import dev.litmus.runtime.Transaction;
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

  private static final SqlStatement SAVE_CUSTOMER = SqlStatement.of("OrderRepository.saveCustomer", """
      INSERT INTO customers (id, name, email, created_at)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email""");

  /**
   * Changes customers.
   *
   * <pre>
   * INSERT INTO customers (id, name, email, created_at)
   * VALUES (:id, :name, :email, :createdAt)
   * ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email
   * </pre>
   */
  @Override
  public void saveCustomer(String id, String name, String email, Instant createdAt) {
    try (PreparedStatement statement = database.write(SAVE_CUSTOMER)) {
      statement.setString(1, id);
      statement.setString(2, name);
      statement.setString(3, email);
      statement.setString(4, TextValues.of(createdAt));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(SAVE_CUSTOMER, e);
    }
  }

  private static final SqlStatement INSERT = SqlStatement.of("OrderRepository.insert", """
      INSERT INTO orders (id, customer_id, placed_at, total)
      VALUES (?, ?, ?, ?)""");

  /**
   * Changes orders, reads customers.
   *
   * <pre>
   * INSERT INTO orders (id, customer_id, placed_at, total)
   * VALUES (:order.id, :order.customerId, :order.placedAt, :order.total)
   * </pre>
   */
  @Override
  public int insert(Order order) {
    try (PreparedStatement statement = database.write(INSERT)) {
      statement.setLong(1, order.id());
      statement.setString(2, order.customerId());
      statement.setString(3, TextValues.of(order.placedAt()));
      statement.setDouble(4, order.total());
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(INSERT, e);
    }
  }

  private static final SqlStatement RAISE = SqlStatement.of("OrderRepository.raise", """
      UPDATE orders SET total = total * ? WHERE customer_id = ?""");

  /**
   * Changes orders.
   *
   * <pre>
   * UPDATE orders SET total = total * :factor WHERE customer_id = :customerId
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INDEX idx_orders_customer (customer_id=?)
   * </pre>
   */
  @Override
  public long raise(String customerId, double factor) {
    try (PreparedStatement statement = database.write(RAISE)) {
      statement.setDouble(1, factor);
      statement.setString(2, customerId);
      return statement.executeLargeUpdate();
    } catch (SQLException e) {
      throw database.failure(RAISE, e);
    }
  }

  private static final SqlStatement DELETE = SqlStatement.of("OrderRepository.delete", """
      DELETE FROM orders WHERE id = ?""");

  /**
   * Changes order_lines, orders, reads customers.
   *
   * <pre>
   * DELETE FROM orders WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
   * SEARCH order_lines USING COVERING INDEX sqlite_autoindex_order_lines_1 (order_id=?)
   * </pre>
   */
  @Override
  public boolean delete(long id) {
    try (PreparedStatement statement = database.write(DELETE)) {
      statement.setLong(1, id);
      return statement.executeUpdate() > 0;
    } catch (SQLException e) {
      throw database.failure(DELETE, e);
    }
  }

  private static final SqlStatement REPLACE = SqlStatement.of("OrderRepository.replace", """
      REPLACE INTO orders (id, customer_id, placed_at) VALUES (?, ?, ?)""");

  /**
   * Changes order_lines, orders, reads customers.
   *
   * <pre>
   * REPLACE INTO orders (id, customer_id, placed_at) VALUES (:id, :customerId, :placedAt)
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH order_lines USING COVERING INDEX sqlite_autoindex_order_lines_1 (order_id=?)
   * SEARCH order_lines USING COVERING INDEX sqlite_autoindex_order_lines_1 (order_id=?)
   * </pre>
   */
  @Override
  public void replace(long id, String customerId, Instant placedAt) {
    try (PreparedStatement statement = database.write(REPLACE)) {
      statement.setLong(1, id);
      statement.setString(2, customerId);
      statement.setString(3, TextValues.of(placedAt));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(REPLACE, e);
    }
  }

  private static final SqlStatement PLACE = SqlStatement.of("OrderRepository.place", """
      INSERT INTO orders (customer_id, placed_at, total)
      VALUES (?, ?, ?)
      RETURNING *""");

  /**
   * Changes orders, reads customers, order_lines.
   *
   * <pre>
   * INSERT INTO orders (customer_id, placed_at, total)
   * VALUES (:customerId, :placedAt, :total)
   * RETURNING *
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH order_lines USING COVERING INDEX sqlite_autoindex_order_lines_1 (order_id=?)
   * </pre>
   */
  @Override
  public Order place(String customerId, Instant placedAt, double total) {
    try (Transaction transaction = database.begin();
        PreparedStatement statement = database.write(PLACE)) {
      statement.setString(1, customerId);
      statement.setString(2, TextValues.of(placedAt));
      statement.setDouble(3, total);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(PLACE);
      }
      Order result = readOrder(row);
      if (row.next()) {
        throw database.nonUniqueRow(PLACE);
      }
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(PLACE, e);
    }
  }

  private static final SqlStatement SET_TOTAL = SqlStatement.of("OrderRepository.setTotal", """
      UPDATE orders SET total = ? WHERE id = ? RETURNING total""");

  /**
   * Changes orders.
   *
   * <pre>
   * UPDATE orders SET total = :total WHERE id = :id RETURNING total
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
   * </pre>
   */
  @Override
  public Optional<Double> setTotal(long id, double total) {
    try (Transaction transaction = database.begin();
        PreparedStatement statement = database.write(SET_TOTAL)) {
      statement.setDouble(1, total);
      statement.setLong(2, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        transaction.commit();
        return Optional.empty();
      }
      Optional<Double> result = Optional.ofNullable(Columns.getDouble(row, 1));
      if (row.next()) {
        throw database.nonUniqueRow(SET_TOTAL);
      }
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(SET_TOTAL, e);
    }
  }

  private static final SqlStatement SET_ONLY_TOTAL = SqlStatement.of("OrderRepository.setOnlyTotal", """
      UPDATE orders SET total = ? WHERE customer_id = ? RETURNING total, id, placed_at, customer_id""");

  /**
   * Changes orders.
   *
   * <pre>
   * UPDATE orders SET total = :total WHERE customer_id = :customerId RETURNING total, id, placed_at, customer_id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING COVERING INDEX idx_orders_customer (customer_id=?)
   * </pre>
   */
  @Override
  public Order setOnlyTotal(String customerId, double total) {
    try (Transaction transaction = database.begin();
        PreparedStatement statement = database.write(SET_ONLY_TOTAL)) {
      statement.setDouble(1, total);
      statement.setString(2, customerId);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        transaction.commit();
        return null;
      }
      Order result = readOrder2(row);
      if (row.next()) {
        throw database.nonUniqueRow(SET_ONLY_TOTAL);
      }
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(SET_ONLY_TOTAL, e);
    }
  }

  private static final SqlStatement DELETE_OF = SqlStatement.of("OrderRepository.deleteOf", """
      DELETE FROM orders WHERE customer_id = ? RETURNING id""");

  /**
   * Changes order_lines, orders, reads customers.
   *
   * <pre>
   * DELETE FROM orders WHERE customer_id = :customerId RETURNING id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING COVERING INDEX idx_orders_customer (customer_id=?)
   * SEARCH order_lines USING COVERING INDEX sqlite_autoindex_order_lines_1 (order_id=?)
   * </pre>
   */
  @Override
  public List<Long> deleteOf(String customerId) {
    try (Transaction transaction = database.begin();
        PreparedStatement statement = database.write(DELETE_OF)) {
      statement.setString(1, customerId);
      ResultSet row = statement.executeQuery();
      List<Long> result = new ArrayList<>();
      while (row.next()) {
        result.add(Columns.getLong(row, 1));
      }
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(DELETE_OF, e);
    }
  }

  private static final SqlStatement DELETE_SMALL = SqlStatement.of("OrderRepository.deleteSmall", """
      WITH small AS (SELECT id FROM orders WHERE total < ?)
      DELETE FROM orders WHERE id IN (SELECT id FROM small)""");

  /**
   * Changes order_lines, orders, reads customers.
   *
   * <pre>
   * WITH small AS (SELECT id FROM orders WHERE total &lt; :limit)
   * DELETE FROM orders WHERE id IN (SELECT id FROM small)
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
   * LIST SUBQUERY 2
   *   SCAN orders
   * SEARCH order_lines USING COVERING INDEX sqlite_autoindex_order_lines_1 (order_id=?)
   * </pre>
   */
  @Override
  public int deleteSmall(double limit) {
    try (PreparedStatement statement = database.write(DELETE_SMALL)) {
      statement.setDouble(1, limit);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(DELETE_SMALL, e);
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
  public int count() {
    try (PreparedStatement statement = database.read(COUNT)) {
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(COUNT);
      }
      int result = Columns.requireInt(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(COUNT);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(COUNT, e);
    }
  }

  private static final SqlStatement CUSTOMER_NAME = SqlStatement.of("OrderRepository.customerName", """
      SELECT name FROM customers WHERE id = ?""");

  /**
   * Reads customers.
   *
   * <pre>
   * SELECT name FROM customers WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH customers USING INDEX sqlite_autoindex_customers_1 (id=?)
   * </pre>
   */
  @Override
  public String customerName(String id) {
    try (PreparedStatement statement = database.read(CUSTOMER_NAME)) {
      statement.setString(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(CUSTOMER_NAME);
      }
      String result = row.getString(1);
      if (row.next()) {
        throw database.nonUniqueRow(CUSTOMER_NAME);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(CUSTOMER_NAME, e);
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
        Columns.requireLong(row, 2),
        row.getString(4),
        TextColumns.getInstant(row, 3),
        Columns.requireDouble(row, 1));
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
