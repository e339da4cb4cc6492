package app;

import dev.litmus.runtime.Columns;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqlStatement;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The queries of {@link AwkwardRepository} on the database {@code shop}, checked against its migrations up to version 2.
 * Safe for all threads.
 */
@Generated("dev.litmus.processor.LitmusProcessor")
public final class AwkwardRepositoryImpl implements AwkwardRepository {
  private final SqliteDatabase database;

  /**
   * Creates the repository on an open database of its schema.
   */
  public AwkwardRepositoryImpl(SqliteDatabase database) {
    this.database = database;
  }

  private static final SqlStatement QUOTES = SqlStatement.of("AwkwardRepository.quotes", """
      SELECT 'it''s' AS first, "id" AS [Second], '\\ */ /* <b> & @see {@link X} \\u0041 \\' AS `third` FROM orders""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT 'it''s' AS first, "id" AS [Second], '&#92; *&#47; /* &lt;b&gt; &amp; &#64;see &#123;&#64;link X&#125; &#92;u0041 &#92;' AS `third` FROM orders
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN orders USING COVERING INDEX idx_orders_customer
   * </pre>
   */
  @Override
  public List<Awkward> quotes() {
    try (PreparedStatement statement = database.read(QUOTES)) {
      ResultSet row = statement.executeQuery();
      List<Awkward> result = new ArrayList<>();
      while (row.next()) {
        result.add(readAwkward(row));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(QUOTES, e);
    }
  }

  private static final SqlStatement TRIPLE_QUOTES = SqlStatement.of("AwkwardRepository.tripleQuotes", """
      SELECT '""\" ""\""' || '"'""");

  /**
   * Reads no table.
   *
   * <pre>
   * SELECT '""" """"' || '"'
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN CONSTANT ROW
   * </pre>
   */
  @Override
  public String tripleQuotes() {
    try (PreparedStatement statement = database.read(TRIPLE_QUOTES)) {
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(TRIPLE_QUOTES);
      }
      String result = row.getString(1);
      if (row.next()) {
        throw database.nonUniqueRow(TRIPLE_QUOTES);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(TRIPLE_QUOTES, e);
    }
  }

  private static final SqlStatement TABS = SqlStatement.of("AwkwardRepository.tabs", """
      SELECT 'a\tb' || '\t'""");

  /**
   * Reads no table.
   *
   * <pre>
   * SELECT 'a	b' || '	';  -- the end; really
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN CONSTANT ROW
   * </pre>
   */
  @Override
  public String tabs() {
    try (PreparedStatement statement = database.read(TABS)) {
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(TABS);
      }
      String result = row.getString(1);
      if (row.next()) {
        throw database.nonUniqueRow(TABS);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(TABS, e);
    }
  }

  private static final SqlStatement LINES = SqlStatement.of("AwkwardRepository.lines", """
      SELECT 'first \s

        second\r
       third \r'""");

  /**
   * Reads no table.
   *
   * <pre>
   * SELECT 'first  
   *
   *   second
   *  third 
   * '
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN CONSTANT ROW
   * </pre>
   */
  @Override
  public String lines() {
    try (PreparedStatement statement = database.read(LINES)) {
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(LINES);
      }
      String result = row.getString(1);
      if (row.next()) {
        throw database.nonUniqueRow(LINES);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(LINES, e);
    }
  }

  private static final SqlStatement WINDOWS = SqlStatement.of("AwkwardRepository.windows", """
      SELECT\r
          1 +\r
          ?""");

  /**
   * Reads no table.
   *
   * <pre>
   * SELECT
   *     1 +
   *     :one
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN CONSTANT ROW
   * </pre>
   */
  @Override
  public int windows(int one) {
    try (PreparedStatement statement = database.read(WINDOWS)) {
      statement.setInt(1, one);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(WINDOWS);
      }
      int result = Columns.requireInt(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(WINDOWS);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(WINDOWS, e);
    }
  }

  private static final SqlStatement LOOKS_LIKE_PARAMETERS = SqlStatement.of("AwkwardRepository.looksLikeParameters", """
      SELECT ':not ? @this' || ?""");

  /**
   * Reads no table.
   *
   * <pre>
   * /* :not, ? *&#47; SELECT ':not ? &#64;this' || :word -- :nor :that
   *   ;
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN CONSTANT ROW
   * </pre>
   */
  @Override
  public String looksLikeParameters(String word) {
    try (PreparedStatement statement = database.read(LOOKS_LIKE_PARAMETERS)) {
      statement.setString(1, word);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(LOOKS_LIKE_PARAMETERS);
      }
      String result = row.getString(1);
      if (row.next()) {
        throw database.nonUniqueRow(LOOKS_LIKE_PARAMETERS);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(LOOKS_LIKE_PARAMETERS, e);
    }
  }

  private static final SqlStatement NON_ASCII = SqlStatement.of("AwkwardRepository.nonAscii", """
      SELECT 'größe 🧪\u2028' || ?""");

  /**
   * Reads no table.
   *
   * <pre>
   * SELECT 'größe 🧪
   * ' || :größe
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN CONSTANT ROW
   * </pre>
   */
  @Override
  public String nonAscii(String größe) {
    try (PreparedStatement statement = database.read(NON_ASCII)) {
      statement.setString(1, größe);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(NON_ASCII);
      }
      String result = row.getString(1);
      if (row.next()) {
        throw database.nonUniqueRow(NON_ASCII);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(NON_ASCII, e);
    }
  }

  private static final SqlStatement DOLLARS = SqlStatement.of("AwkwardRepository.dollars", """
      SELECT '$L $$ $N %s'""");

  /**
   * Reads no table.
   *
   * <pre>
   * SELECT '$L $$ $N %s'
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN CONSTANT ROW
   * </pre>
   */
  @Override
  public String dollars() {
    try (PreparedStatement statement = database.read(DOLLARS)) {
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(DOLLARS);
      }
      String result = row.getString(1);
      if (row.next()) {
        throw database.nonUniqueRow(DOLLARS);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(DOLLARS, e);
    }
  }

  private static final SqlStatement QUOTED_NAMES = SqlStatement.of("AwkwardRepository.quotedNames", """
      SELECT "total" FROM "orders" WHERE "id" = ?""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT "total" FROM "orders" WHERE "id" = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
   * </pre>
   */
  @Override
  public List<Double> quotedNames(long id) {
    try (PreparedStatement statement = database.read(QUOTED_NAMES)) {
      statement.setLong(1, id);
      ResultSet row = statement.executeQuery();
      List<Double> result = new ArrayList<>();
      while (row.next()) {
        result.add(Columns.getDouble(row, 1));
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(QUOTED_NAMES, e);
    }
  }

  private static final SqlStatement LOCALS = SqlStatement.of("AwkwardRepository.locals", """
      SELECT ? || ? || ? || ? || ? || ? || ? || ?""");

  /**
   * Reads no table.
   *
   * <pre>
   * SELECT :statement || :row || :result || :database || :transaction || :e || :e2 || :class_
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN CONSTANT ROW
   * </pre>
   */
  @Override
  public String locals(String statement, String row, String result, String database_,
      String transaction, String e, String e2, String class_) {
    try (PreparedStatement statement_ = database.read(LOCALS)) {
      statement_.setString(1, statement);
      statement_.setString(2, row);
      statement_.setString(3, result);
      statement_.setString(4, database_);
      statement_.setString(5, transaction);
      statement_.setString(6, e);
      statement_.setString(7, e2);
      statement_.setString(8, class_);
      ResultSet row_ = statement_.executeQuery();
      if (!row_.next()) {
        throw database.noRow(LOCALS);
      }
      String result_ = row_.getString(1);
      if (row_.next()) {
        throw database.nonUniqueRow(LOCALS);
      }
      return result_;
    } catch (SQLException e_) {
      throw database.failure(LOCALS, e_);
    }
  }

  private static final SqlStatement WRITE_LOCALS = SqlStatement.of("AwkwardRepository.writeLocals", """
      UPDATE orders SET total = ? WHERE id = ? RETURNING total AS result""");

  /**
   * Changes orders.
   *
   * <pre>
   * UPDATE orders SET total = :database WHERE id = :transaction RETURNING total AS result
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
   * </pre>
   */
  @Override
  public List<Double> writeLocals(double database_, long transaction) {
    try (Transaction transaction_ = database.begin();
        PreparedStatement statement = database.write(WRITE_LOCALS)) {
      statement.setDouble(1, database_);
      statement.setLong(2, transaction);
      ResultSet row = statement.executeQuery();
      List<Double> result = new ArrayList<>();
      while (row.next()) {
        result.add(Columns.getDouble(row, 1));
      }
      transaction_.commit();
      return result;
    } catch (SQLException e) {
      throw database.failure(WRITE_LOCALS, e);
    }
  }

  private static final SqlStatement URL_OF2_ORDERS_2 = SqlStatement.of("AwkwardRepository.URLOf2Orders", """
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
  public int URLOf2Orders() {
    try (PreparedStatement statement = database.read(URL_OF2_ORDERS_2)) {
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(URL_OF2_ORDERS_2);
      }
      int result = Columns.requireInt(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(URL_OF2_ORDERS_2);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(URL_OF2_ORDERS_2, e);
    }
  }

  private static final SqlStatement URL_OF2_ORDERS_3 = SqlStatement.of("AwkwardRepository.URLOf2Orders", """
      SELECT count(*) FROM orders WHERE id = ?""");

  /**
   * Reads orders.
   *
   * <pre>
   * SELECT count(*) FROM orders WHERE id = :id
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SEARCH orders USING INTEGER PRIMARY KEY (rowid=?)
   * </pre>
   */
  @Override
  public int URLOf2Orders(long id) {
    try (PreparedStatement statement = database.read(URL_OF2_ORDERS_3)) {
      statement.setLong(1, id);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(URL_OF2_ORDERS_3);
      }
      int result = Columns.requireInt(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(URL_OF2_ORDERS_3);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(URL_OF2_ORDERS_3, e);
    }
  }

  private static final SqlStatement URL_OF2_ORDERS_4 = SqlStatement.of("AwkwardRepository.URL_OF2_ORDERS", """
      SELECT 1""");

  /**
   * Reads no table.
   *
   * <pre>
   * SELECT 1
   * </pre>
   *
   * <p>Query plan:
   * <pre>
   * SCAN CONSTANT ROW
   * </pre>
   */
  @Override
  public int URL_OF2_ORDERS() {
    try (PreparedStatement statement = database.read(URL_OF2_ORDERS_4)) {
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw database.noRow(URL_OF2_ORDERS_4);
      }
      int result = Columns.requireInt(row, 1);
      if (row.next()) {
        throw database.nonUniqueRow(URL_OF2_ORDERS_4);
      }
      return result;
    } catch (SQLException e) {
      throw database.failure(URL_OF2_ORDERS_4, e);
    }
  }

  private static Awkward readAwkward(ResultSet row) throws SQLException {
    return new Awkward(
        row.getString(1),
        Columns.requireLong(row, 2),
        row.getString(3));
  }

  /**
   * How the runtime finds this class.
   */
  public static final class Factory implements RepositoryFactory<AwkwardRepository> {
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
    public Class<AwkwardRepository> repository() {
      return AwkwardRepository.class;
    }

    @Override
    public AwkwardRepository create(SqliteDatabase database) {
      return new AwkwardRepositoryImpl(database);
    }
  }
}
