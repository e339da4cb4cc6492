package app;

import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.TextValues;
import dev.litmus.runtime.Transaction;
import dev.litmus.runtime.TransactionMode;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

  private static final SqlStatement ADD = SqlStatement.of("CustomerRepository.add", """
      INSERT INTO customers (id, name, created_at) VALUES (?, ?, ?)""");

  /**
   * Changes customers.
   *
   * <pre>
   * INSERT INTO customers (id, name, created_at) VALUES (:id, :name, :now)
   * </pre>
   */
  @Override
  public void add(String id, String name, Instant now) {
    try (PreparedStatement statement = database.write(ADD)) {
      statement.setString(1, id);
      statement.setString(2, name);
      statement.setString(3, TextValues.of(now));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw database.failure(ADD, e);
    }
  }

  private static final SqlStatement ADD_RETURNING = SqlStatement.of("CustomerRepository.addReturning", """
      INSERT INTO customers (id, name, created_at) VALUES (?1, ?1, ?) RETURNING id""");

  /**
   * Changes customers, reads orders.
   *
   * <pre>
   * INSERT INTO customers (id, name, created_at) VALUES (:id, :id, :now) RETURNING id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING COVERING INDEX idx_orders_customer (customer_id=?)
   * </pre>
   */
  @Override
  public String addReturning(String id, Instant now) {
    try (Transaction transaction = database.begin();
        PreparedStatement statement = database.write(ADD_RETURNING)) {
      statement.setString(1, id);
      statement.setString(2, TextValues.of(now));
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(ADD_RETURNING);
      }
      String result = row.getString(1);
      if (row.next()) {
        throw database.nonUniqueRow(ADD_RETURNING);
      }
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(ADD_RETURNING, e);
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
   * Runs {@link CustomerRepository#addBoth} as one transaction.
   */
  @Override
  public int addBoth(String first, String second, boolean fails) throws IOException {
    try (Transaction transaction = database.begin(TransactionMode.IMMEDIATE)) {
      int result = CustomerRepository.super.addBoth(first, second, fails);
      transaction.commit();
      return result;
    }
  }

  /**
   * Runs {@link CustomerRepository#addWhatCanBeAdded} as one transaction.
   */
  @Override
  public void addWhatCanBeAdded(List<String> ids) {
    try (Transaction transaction = database.begin(TransactionMode.IMMEDIATE)) {
      CustomerRepository.super.addWhatCanBeAdded(ids);
      transaction.commit();
    }
  }

  /**
   * Runs {@link CustomerRepository#writeWhileReading} as one transaction.
   */
  @Override
  public void writeWhileReading() {
    try (Transaction transaction = database.begin(TransactionMode.READ)) {
      CustomerRepository.super.writeWhileReading();
      transaction.commit();
    }
  }

  /**
   * Runs {@link CustomerRepository#deferred} as one transaction.
   */
  @Override
  public String deferred(String id) {
    try (Transaction transaction = database.begin(TransactionMode.DEFERRED)) {
      String result = CustomerRepository.super.deferred(id);
      transaction.commit();
      return result;
    }
  }

  /**
   * Runs {@link CustomerRepository#old} as one transaction.
   */
  @Override
  @Deprecated
  public void old() {
    try (Transaction transaction = database.begin(TransactionMode.IMMEDIATE)) {
      CustomerRepository.super.old();
      transaction.commit();
    }
  }

  /**
   * Runs {@link CustomerRepository#generic} as one transaction.
   */
  @Override
  public <T extends String, X extends Exception> Map<? super T, List<? extends String>> generic(
      Function<? super T, ? extends String> function, T database_, Class<X> failure) throws X {
    try (Transaction transaction = database.begin(TransactionMode.IMMEDIATE)) {
      Map<? super T, List<? extends String>> result = CustomerRepository.super.generic(function, database_, failure);
      transaction.commit();
      return result;
    }
  }

  /**
   * Runs {@link CustomerRepository#numbers} as one transaction.
   */
  @Override
  public int[] numbers(int transaction, long[]... result) {
    try (Transaction transaction_ = database.begin(TransactionMode.EXCLUSIVE)) {
      int[] result_ = CustomerRepository.super.numbers(transaction, result);
      transaction_.commit();
      return result_;
    }
  }

  /**
   * Runs {@link CustomerRepository#lists} as one transaction.
   */
  @Override
  @SuppressWarnings("unchecked")
  public int lists(List<String>... lists) {
    try (Transaction transaction = database.begin(TransactionMode.IMMEDIATE)) {
      int result = CustomerRepository.super.lists(lists);
      transaction.commit();
      return result;
    }
  }

  /**
   * Runs {@link CustomerRepository#raw} as one transaction.
   */
  @Override
  @SuppressWarnings("rawtypes")
  public int raw(List list) {
    try (Transaction transaction = database.begin(TransactionMode.IMMEDIATE)) {
      int result = CustomerRepository.super.raw(list);
      transaction.commit();
      return result;
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
