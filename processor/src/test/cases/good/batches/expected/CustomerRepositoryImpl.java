package app;

import dev.litmus.runtime.Batch;
import dev.litmus.runtime.Columns;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * The queries of {@link CustomerRepository} on the database {@code shop}, checked against its migrations up to version 2.
 * Safe for all threads.
 */
@Generated("dev.litmus.processor.LitmusProcessor")
public final class CustomerRepositoryImpl implements CustomerRepository {
  private final SqliteDatabase database;

  /**
   * Creates the repository on an open database of its schema.
   */
  public CustomerRepositoryImpl(SqliteDatabase database) {
    this.database = database;
  }

  private static final SqlStatement ADD_ALL = SqlStatement.of("CustomerRepository.addAll", """
      INSERT INTO customers (id, name, email, created_at) VALUES (?, ?, ?, ?)""");

  /**
   * Changes customers.
   *
   * <pre>
   * INSERT INTO customers (id, name, email, created_at) VALUES (:customers.id, :customers.name, :customers.email, :now)
   * </pre>
   */
  @Override
  public int addAll(List<Customer> customers, String now) {
    Batch batch = database.batch(ADD_ALL);
    try (batch) {
      for (Customer customer : customers) {
        PreparedStatement statement = batch.next(customer);
        statement.setString(1, customer.id());
        statement.setString(2, customer.name());
        statement.setString(3, customer.email());
        statement.setString(4, now);
        batch.changed(statement.executeLargeUpdate());
      }
      return batch.finishInt();
    } catch (SQLException | RuntimeException e) {
      throw batch.failure(e);
    }
  }

  private static final SqlStatement ADD_IN_CHUNKS = SqlStatement.of("CustomerRepository.addInChunks", """
      INSERT INTO customers (id, name, email, created_at) VALUES (?, ?, ?, '')""");

  /**
   * Changes customers.
   *
   * <pre>
   * INSERT INTO customers (id, name, email, created_at) VALUES (:c.id, :c.name, :c.email, '')
   * </pre>
   */
  @Override
  public void addInChunks(Iterable<? extends Customer> c) {
    Batch batch = database.batch(ADD_IN_CHUNKS, 2);
    try (batch) {
      for (Customer customer : c) {
        PreparedStatement statement = batch.next(customer);
        statement.setString(1, customer.id());
        statement.setString(2, customer.name());
        statement.setString(3, customer.email());
        batch.changed(statement.executeLargeUpdate());
      }
      batch.finish();
    } catch (SQLException | RuntimeException e) {
      throw batch.failure(e);
    }
  }

  private static final SqlStatement UPSERT_ALL = SqlStatement.of("CustomerRepository.upsertAll", """
      INSERT INTO customers (id, name, email, created_at) VALUES (?, ?, ?, '')
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email
      RETURNING rowid""");

  /**
   * Changes customers, reads orders.
   *
   * <pre>
   * INSERT INTO customers (id, name, email, created_at) VALUES (:c.id, :c.name, :c.email, '')
   * ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email
   * RETURNING rowid
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING COVERING INDEX idx_orders_customer (customer_id=?)
   * </pre>
   */
  @Override
  public List<Long> upsertAll(Collection<Customer> c) {
    Batch batch = database.batch(UPSERT_ALL);
    try (batch) {
      List<Long> result = new ArrayList<>();
      for (Customer customer : c) {
        PreparedStatement statement = batch.next(customer);
        statement.setString(1, customer.id());
        statement.setString(2, customer.name());
        statement.setString(3, customer.email());
        ResultSet row = statement.executeQuery();
        while (row.next()) {
          result.add(Columns.getLong(row, 1));
        }
        batch.done();
      }
      batch.finish();
      return result;
    } catch (SQLException | RuntimeException e) {
      throw batch.failure(e);
    }
  }

  private static final SqlStatement DELETE_ALL = SqlStatement.of("CustomerRepository.deleteAll", """
      DELETE FROM customers WHERE id = ?""");

  /**
   * Changes customers, order_lines, orders.
   *
   * <pre>
   * DELETE FROM customers WHERE id = :ids
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH customers USING INDEX sqlite_autoindex_customers_1 (id=?)
   * SEARCH orders USING COVERING INDEX idx_orders_customer (customer_id=?)
   * </pre>
   */
  @Override
  public boolean deleteAll(Set<String> ids) {
    Batch batch = database.batch(DELETE_ALL);
    try (batch) {
      for (String item : ids) {
        PreparedStatement statement = batch.next();
        statement.setString(1, item);
        batch.changed(statement.executeLargeUpdate());
      }
      return batch.finish() > 0;
    } catch (SQLException | RuntimeException e) {
      throw batch.failure(e);
    }
  }

  private static final SqlStatement FILL = SqlStatement.of("CustomerRepository.fill", """
      UPDATE customers SET email = ? WHERE email IS NULL""");

  /**
   * Changes customers.
   *
   * <pre>
   * UPDATE customers SET email = :emails WHERE email IS NULL
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN customers
   * </pre>
   */
  @Override
  public long fill(List<String> emails) {
    Batch batch = database.batch(FILL);
    try (batch) {
      for (String item : emails) {
        PreparedStatement statement = batch.next();
        statement.setString(1, item);
        batch.changed(statement.executeLargeUpdate());
      }
      return batch.finish();
    } catch (SQLException | RuntimeException e) {
      throw batch.failure(e);
    }
  }

  private static final SqlStatement IDS = SqlStatement.of("CustomerRepository.ids", """
      SELECT id FROM customers ORDER BY id""");

  /**
   * Reads customers.
   *
   * <pre>
   * SELECT id FROM customers ORDER BY id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN customers USING COVERING INDEX sqlite_autoindex_customers_1
   * </pre>
   */
  @Override
  public List<String> ids() {
    try (PreparedStatement statement = database.read(IDS)) {
      ResultSet row = statement.executeQuery();
      List<String> result = new ArrayList<>();
      while (row.next()) {
        result.add(row.getString(1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(IDS, e);
    }
  }

  /**
   * How the runtime finds this class.
   */
  public static final class Factory implements RepositoryFactory<CustomerRepository> {
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
    public Class<CustomerRepository> repository() {
      return CustomerRepository.class;
    }

    @Override
    public CustomerRepository create(SqliteDatabase database) {
      return new CustomerRepositoryImpl(database);
    }
  }
}
