package app;

import dev.litmus.runtime.Columns;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.Timestamps;
import dev.litmus.runtime.Transaction;
import dev.litmus.runtime.TransactionMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The queries of {@link Orders} on the database {@code shop}, checked against its migrations up to version 1.
 * Safe for all threads.
 */
@Generated("dev.litmus.processor.LitmusProcessor")
public final class OrdersImpl implements Orders {
  private final SqliteDatabase database;

  /**
   * Creates the repository on an open database of its schema.
   */
  public OrdersImpl(SqliteDatabase database) {
    this.database = database;
  }

  private static final SqlStatement FIND_BY_ID = SqlStatement.of("Orders.findById", """
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
  public Optional<Orders.Order> findById(long id) {
    try (PreparedStatement statement = database.read(FIND_BY_ID)) {
      statement.setLong(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return Optional.empty();
      }
      Optional<Orders.Order> result = Optional.of(readOrder(row));
      if (row.next()) {
        throw database.nonUniqueRow(FIND_BY_ID);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(FIND_BY_ID, e);
    }
  }

  private static final SqlStatement FIND_BY_CUSTOMER = SqlStatement.of("Orders.findByCustomer", """
      SELECT id, customer_id, placed_at, total
      FROM orders
      WHERE customer_id = ? AND total >= ?
      ORDER BY placed_at""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT id, customer_id, placed_at, total
   * FROM orders
   * WHERE customer_id = :customerId AND total &gt;= :minimum
   * ORDER BY placed_at
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INDEX idx_orders_customer (customer_id=?)
   * USE TEMP B-TREE FOR ORDER BY
   * </pre>
   */
  @Override
  public List<Orders.Order> findByCustomer(long customerId, long minimum) {
    try (PreparedStatement statement = database.read(FIND_BY_CUSTOMER)) {
      statement.setLong(1, customerId);
      statement.setLong(2, minimum);
      ResultSet row = statement.executeQuery();
      List<Orders.Order> result = new ArrayList<>();
      while (row.next()) {
        result.add(readOrder(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(FIND_BY_CUSTOMER, e);
    }
  }

  private static final SqlStatement COUNT = SqlStatement.of("Orders.count", """
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

  private static final SqlStatement INSERT = SqlStatement.of("Orders.insert", """
      INSERT INTO orders (customer_id, placed_at, total) VALUES (?, ?, ?) RETURNING id""");

  /**
   * Changes orders.
   *
   * <pre>
   * INSERT INTO orders (customer_id, placed_at, total) VALUES (:order.customerId, :order.placedAt, :order.total) RETURNING id
   * </pre>
   */
  @Override
  public long insert(Orders.Order order) {
    try (Transaction transaction = database.begin(TransactionMode.IMMEDIATE);
        PreparedStatement statement = database.write(INSERT)) {
      statement.setLong(1, order.customerId());
      statement.setString(2, Timestamps.format(order.placedAt()));
      statement.setLong(3, order.total());
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(INSERT);
      }
      long result = Columns.requireLong(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(INSERT);
      }
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(INSERT, e);
    }
  }

  private static final SqlStatement ADD_CUSTOMER = SqlStatement.of("Orders.addCustomer", """
      INSERT INTO customers (name, email) VALUES (?, ?)""");

  /**
   * Changes customers.
   *
   * <pre>
   * INSERT INTO customers (name, email) VALUES (:name, :email)
   * </pre>
   */
  @Override
  public void addCustomer(String name, String email) {
    try (PreparedStatement statement = database.write(ADD_CUSTOMER)) {
      statement.setString(1, name);
      statement.setString(2, email);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(ADD_CUSTOMER, e);
    }
  }

  private static final SqlStatement DELETE = SqlStatement.of("Orders.delete", """
      DELETE FROM orders WHERE id = ?""");

  /**
   * Changes orders.
   *
   * <pre>
   * DELETE FROM orders WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
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

  private static Orders.Order readOrder(ResultSet row) throws SQLException {
    return new Orders.Order(
        Columns.requireLong(row, 1),
        Columns.requireLong(row, 2),
        Columns.getInstant(row, 3),
        Columns.requireLong(row, 4));
  }

  /**
   * How the runtime finds this class.
   */
  public static final class Factory implements RepositoryFactory<Orders> {
    @Override
    public String schema() {
      return "shop";
    }

    @Override
    public Class<Orders> repository() {
      return Orders.class;
    }

    @Override
    public Orders create(SqliteDatabase database) {
      return new OrdersImpl(database);
    }
  }
}
