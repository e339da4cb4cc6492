package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.NoRowException;
import dev.litmus.runtime.error.NonUniqueRowException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.error.ValueException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

  private static final String INSERT = "INSERT INTO counters (n) VALUES (?)";
  private static final String FROM = "SELECT n FROM counters WHERE n >= ? ORDER BY n";

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    chat = databases.get("chat");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  /** Reads one column of one row. */
  private interface Reader {
    Object read(ResultSet row) throws SQLException;
  }

  private Object query(String sql, Reader reader) {
    SqlStatement constant = sql(sql);
    try (PreparedStatement statement = chat.read(constant)) {
      ResultSet row = statement.executeQuery();
      assertThat(row.next()).isTrue();
      return reader.read(row);
    } catch (SQLException e) {
      throw chat.failure(constant, e);
    }
  }

  @Test
  void aQueryCanBeRunInsideItsOwnResult() throws Exception {
    chat.transaction(() -> List.of(1, 2, 3).forEach(n -> write(chat, INSERT, n)));
    List<String> pairs = new ArrayList<>();
    try (PreparedStatement outer = chat.read(sql(FROM))) {
      outer.setInt(1, 1);
      ResultSet row = outer.executeQuery();
      while (row.next()) {
        int n = row.getInt(1);
        try (PreparedStatement inner = chat.read(sql(FROM))) {
          inner.setInt(1, n);
          ResultSet other = inner.executeQuery();
          while (other.next()) {
            pairs.add(n + "-" + other.getInt(1));
          }
        }
      }
    }
    assertThat(pairs).containsExactly("1-1", "1-2", "1-3", "2-2", "2-3", "3-3");
    assertThat(read(chat, FROM, 2)).containsExactly(2, 3);
  }

  @Test
  void aClosedStatementKeepsNoValues() throws Exception {
    WeakReference<byte[]> blob = bindOnly(new byte[1 << 20]);
    for (int i = 0; i < 50 && blob.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(blob.get()).isNull();
  }

  private WeakReference<byte[]> bindOnly(byte[] bytes) throws SQLException {
    try (PreparedStatement statement = chat.write(sql("INSERT INTO anything (v) VALUES (?)"))) {
      statement.setBytes(1, bytes);
      statement.executeUpdate();
    }
    return new WeakReference<>(bytes);
  }

  @Test
  void aParameterOfAnEarlierUseIsGone() throws Exception {
    write(chat, "INSERT INTO anything (v) VALUES (?)", "secret");
    try (PreparedStatement statement = chat.write(sql("INSERT INTO anything (v) VALUES (?)"))) {
      statement.setNull(1, java.sql.Types.NULL);
      statement.executeUpdate();
    }
    assertThat(read(chat, "SELECT v FROM anything ORDER BY rowid")).containsExactly("secret", null);
  }

  @Test
  void closedThingsThrow() throws Exception {
    write(chat, INSERT, 1);
    PreparedStatement statement = chat.read(sql(FROM));
    statement.setInt(1, 0);
    ResultSet row = statement.executeQuery();
    assertThatThrownBy(() -> row.getInt(1))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("not on a row");
    assertThat(row.next()).isTrue();
    ResultSet again = statement.executeQuery();
    assertThatThrownBy(row::next).isInstanceOf(SQLException.class).hasMessageContaining("closed");
    assertThat(again.next()).isTrue();
    assertThat(again.next()).isFalse();
    assertThat(again.next()).isFalse();
    assertThatThrownBy(() -> again.getInt(1))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("not on a row");
    statement.close();
    statement.close();
    assertThat(statement.isClosed()).isTrue();
    assertThat(again.isClosed()).isTrue();
    assertThatThrownBy(again::next).isInstanceOf(SQLException.class).hasMessageContaining("closed");
    assertThatThrownBy(statement::executeQuery)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> statement.setInt(1, 1))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aStatementIsForItsThreadAlone() throws Exception {
    write(chat, INSERT, 1);
    try (PreparedStatement statement = chat.read(sql(FROM))) {
      statement.setInt(1, 0);
      ResultSet row = statement.executeQuery();
      List<Throwable> failures = new ArrayList<>();
      Thread thread = new Thread(
          () -> {
            for (AutoCloseable use :
                List.<AutoCloseable>of(statement, row, row::next, statement::executeQuery)) {
              try {
                use.close();
              } catch (Exception e) {
                failures.add(e);
              }
            }
          },
          "stranger");
      thread.start();
      thread.join();
      assertThat(failures)
          .hasSize(4)
          .allSatisfy(e -> assertThat(e).hasMessageContaining("`stranger`"));
      assertThat(row.next()).isTrue();
    }
  }

  @Test
  void anErrorLatchesAndTheStatementIsPreparedAgain() throws Exception {
    chat.transaction(() -> List.of(1, 2, 3).forEach(n -> write(chat, INSERT, n)));
    SqlStatement failing =
        sql("SELECT n, CASE n WHEN ? THEN json('broken') ELSE n END FROM counters ORDER BY rowid");
    try (PreparedStatement statement = chat.read(failing)) {
      statement.setInt(1, 2);
      ResultSet row = statement.executeQuery();
      assertThat(row.next()).isTrue();
      Throwable first = org.assertj.core.api.Assertions.catchThrowable(row::next);
      assertThat(first).isInstanceOf(SQLException.class).hasMessageContaining("malformed JSON");
      assertThatThrownBy(row::next).isSameAs(first);
      assertThatThrownBy(() -> row.getInt(1)).isSameAs(first);
      assertThatThrownBy(statement::executeQuery)
          .hasMessageContaining("failed before")
          .cause()
          .isSameAs(first.getCause());
      assertThat(chat.failure(failing, (SQLException) first))
          .isInstanceOf(StatementException.class)
          .cause()
          .isSameAs(first.getCause())
          .isInstanceOf(org.sqlite.SQLiteException.class);
    }
    try (PreparedStatement statement = chat.read(failing)) {
      statement.setInt(1, 9);
      ResultSet row = statement.executeQuery();
      int rows = 0;
      while (row.next()) {
        rows++;
      }
      assertThat(rows).isEqualTo(3);
    }
  }

  @Test
  void aStatementThatCannotBePreparedGivesItsConnectionBack() {
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> read(chat, "SELECT nothing FROM nowhere"))
          .isInstanceOf(StatementException.class);
      assertThatThrownBy(() -> write(chat, "DELETE FROM nowhere"))
          .isInstanceOf(StatementException.class);
    }
    chat.transaction(() -> write(chat, INSERT, 1));
  }

  @Test
  void integersAreExact() {
    assertThat(query("SELECT 2147483647", row -> row.getInt(1))).isEqualTo(Integer.MAX_VALUE);
    assertThat(query("SELECT 9007199254740993", row -> row.getLong(1)))
        .isEqualTo(9007199254740993L);
    assertThat(query("SELECT 9223372036854775807", row -> row.getLong(1)))
        .isEqualTo(Long.MAX_VALUE);
    assertThat(query("SELECT 3.0", row -> row.getInt(1))).isEqualTo(3);
    assertThat(query("SELECT -9223372036854775808.0", row -> row.getLong(1)))
        .isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'abc'",
        "'5'",
        "x'05'",
        "9007199254740993",
        "2147483648",
        "-2147483649",
        "3.7",
        "1e300"
      })
  void whatIsNoIntIsRefused(String value) {
    assertThatThrownBy(() -> query("SELECT " + value + " AS amount", row -> row.getInt(1)))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("column `amount`")
        .hasMessageContaining("Test.run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'abc'", "x'05'", "9223372036854775808.0", "3.7", "9e999"})
  void whatIsNoLongIsRefused(String value) {
    assertThatThrownBy(() -> query("SELECT " + value + " AS amount", row -> row.getLong(1)))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("column `amount`");
  }

  @Test
  void otherStorageClassesAreRefused() {
    assertThat(query("SELECT 2", row -> row.getDouble(1))).isEqualTo(2.0);
    assertThat(query("SELECT 2.5", row -> row.getDouble(1))).isEqualTo(2.5);
    assertThatThrownBy(() -> query("SELECT '2.5'", row -> row.getDouble(1)))
        .isInstanceOf(ValueException.class);
    assertThat(query("SELECT 1", row -> row.getBoolean(1))).isEqualTo(true);
    assertThat(query("SELECT 0", row -> row.getBoolean(1))).isEqualTo(false);
    assertThatThrownBy(() -> query("SELECT 2", row -> row.getBoolean(1)))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("is 2");
    assertThatThrownBy(() -> query("SELECT 'true'", row -> row.getBoolean(1)))
        .isInstanceOf(ValueException.class);
    assertThat(query("SELECT 5", row -> row.getString(1))).isEqualTo("5");
    assertThat(query("SELECT 1.5", row -> row.getString(1))).isEqualTo("1.5");
    assertThatThrownBy(() -> query("SELECT 'A'", row -> row.getBytes(1)))
        .isInstanceOf(ValueException.class);
    assertThatThrownBy(() -> query("SELECT 1 AS one", row -> row.getInt(2)))
        .isInstanceOf(StatementException.class);
  }

  @Test
  void aBlobIsReadAsTextOnlyWhereItIsSome() {
    assertThat(query("SELECT x'41'", row -> row.getString(1))).isEqualTo("A");
    assertThat(query("SELECT x'F09F9880'", row -> row.getString(1))).isEqualTo("😀");
    assertThat(query("SELECT x''", row -> row.getString(1))).isEqualTo("");
    for (String binary : List.of("x'41FF'", "x'00'", "x'410041'", "x'EFBFBD'")) {
      assertThatThrownBy(() -> query("SELECT " + binary + " AS bytes", row -> row.getString(1)))
          .isInstanceOf(ValueException.class)
          .hasMessageContaining("column `bytes` is a blob and not text");
    }
  }

  @Test
  void textMayHoldAnything() {
    assertThat(query("SELECT ''", row -> row.getString(1))).isEqualTo("");
    assertThat(query("SELECT 'a' || char(0) || 'b'", row -> row.getString(1))).isEqualTo("a\0b");
    assertThat(query("SELECT char(65533)", row -> row.getString(1))).isEqualTo("\uFFFD");
    assertThat(query("SELECT CAST(x'41FF' AS TEXT)", row -> row.getString(1))).isEqualTo("A\uFFFD");
    assertThat(query("SELECT NULL", row -> row.getString(1) == null && row.wasNull()))
        .isEqualTo(true);
    assertThat(query("SELECT ''", row -> row.getString(1) != null && !row.wasNull()))
        .isEqualTo(true);
  }

  @Test
  void nullIsZeroForJdbcAndRefusedWhereItIsRequired() {
    assertThat(query("SELECT NULL", row -> row.getInt(1) == 0 && row.wasNull())).isEqualTo(true);
    assertThat(query("SELECT 0", row -> row.getInt(1) == 0 && !row.wasNull())).isEqualTo(true);
    for (Reader reader : List.<Reader>of(
        row -> Columns.requireInt(row, 1),
        row -> Columns.requireLong(row, 1),
        row -> Columns.requireDouble(row, 1),
        row -> Columns.requireBoolean(row, 1))) {
      assertThatThrownBy(() -> query("SELECT NULL AS gone", reader))
          .isInstanceOf(ValueException.class)
          .hasMessageContaining("column `gone` is NULL");
      assertThat(query("SELECT 0", reader)).isNotNull();
    }
    for (Reader reader : List.<Reader>of(
        row -> Columns.getInteger(row, 1),
        row -> Columns.getLong(row, 1),
        row -> Columns.getDouble(row, 1),
        row -> Columns.getBoolean(row, 1),
        row -> TextColumns.getInstant(row, 1))) {
      assertThat(query("SELECT NULL", reader)).isNull();
    }
    assertThat(query("SELECT 0", row -> Columns.getInteger(row, 1))).isEqualTo(0);
    assertThat(query("SELECT 0", row -> Columns.getBoolean(row, 1))).isEqualTo(false);
  }

  @Test
  void valuesComeBackAsTheyWere() {
    byte[] bytes = {0, 1, -1};
    for (Object value :
        new Object[] {"it's \0 ä €", "", 1, Long.MAX_VALUE, -0.5, Double.POSITIVE_INFINITY, true}) {
      Object stored = value instanceof Boolean ? Integer.valueOf(1) : value;
      assertThat(read(chat, "SELECT ?", value)).containsExactly(stored);
    }
    assertThat((byte[]) read(chat, "SELECT ?", (Object) bytes).get(0)).isEqualTo(bytes);
    assertThat((byte[]) read(chat, "SELECT ?", (Object) new byte[0]).get(0)).isEmpty();
    assertThat(query("SELECT x''", row -> row.getBytes(1))).isEqualTo(new byte[0]);
    assertThat(read(chat, "SELECT ?", new Object[] {null})).containsExactly((Object) null);
  }

  @Test
  void nullStringsAndBlobsBindNull() throws Exception {
    try (PreparedStatement statement = chat.read(sql("SELECT ? IS NULL AND ? IS NULL"))) {
      statement.setString(1, null);
      statement.setBytes(2, null);
      ResultSet row = statement.executeQuery();
      assertThat(row.next() && row.getBoolean(1)).isTrue();
    }
  }

  @Test
  void whatCannotBeBoundIsRefused() {
    assertThatThrownBy(() -> read(chat, "SELECT ?", Double.NaN))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> read(chat, "SELECT ?", Instant.EPOCH))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("java.time.Instant");
    assertThatThrownBy(() -> read(chat, "SELECT ?", 1, 2)).isInstanceOf(StatementException.class);
  }

  @Test
  void aBatchRunsOneStatementManyTimes() throws Exception {
    try (Transaction transaction = chat.begin(TransactionMode.IMMEDIATE);
        PreparedStatement insert = chat.write(sql(INSERT))) {
      for (int n = 0; n < 1000; n++) {
        insert.setInt(1, n);
        assertThat(insert.executeUpdate()).isEqualTo(1);
      }
      transaction.commit();
    }
    assertThat(read(chat, "SELECT count(*) FROM counters")).containsExactly(1000);
  }

  /** Read with one next() and reset, it commits but never checkpoints: the WAL grew to 24 MB in 5,000 rows. */
  @Test
  void aReturningResultIsRunToItsEndByClose() throws Exception {
    SqlStatement returning = sql("INSERT INTO anything (v) VALUES (?) RETURNING rowid");
    Path folder = Files.createDirectory(directory.resolve("small"));
    DatabaseSettings settings = DatabaseSettings.DEFAULT.with(s -> s.logSize(1_000_000));
    try (Databases databases = TestDatabases.open(folder, settings, "chat")) {
      SqliteDatabase small = databases.get("chat");
      for (int i = 0; i < 2000; i++) {
        try (PreparedStatement insert = small.write(returning)) {
          insert.setBytes(1, new byte[1000]);
          assertThat(insert.executeQuery().next()).isTrue();
        }
      }
      assertThat(read(small, "SELECT count(*) FROM anything")).containsExactly(2000);
      assertThat(Files.size(folder.resolve("chat.sqlite-wal"))).isLessThan(2_000_000);
    }
  }

  /** Once, a second statement left the driver's own transaction open, and later writes reported success and were lost. */
  @Test
  void nothingRunsBesideAnOpenWriteOutsideATransaction() throws Exception {
    SqlStatement returning = sql("INSERT INTO counters (n) VALUES (70), (71) RETURNING n");
    try (PreparedStatement insert = chat.write(returning)) {
      assertThat(insert.executeQuery().next()).isTrue();
      assertThatThrownBy(() -> chat.write(sql(INSERT))).isInstanceOf(TransactionException.class);
      assertThatThrownBy(() -> chat.read(sql(FROM))).isInstanceOf(TransactionException.class);
      assertThatThrownBy(() -> chat.begin(TransactionMode.IMMEDIATE))
          .isInstanceOf(TransactionException.class)
          .hasMessageContaining("a write outside a transaction is still open");
    }
    chat.transaction(() -> write(chat, INSERT, 72));
    write(chat, INSERT, 73);
    assertThat(read(chat, "SELECT n FROM counters ORDER BY n")).containsExactly(70, 71, 72, 73);
  }

  @Test
  void everythingElseOfJdbcIsRefused() throws Exception {
    try (PreparedStatement statement = chat.read(sql("SELECT 1"))) {
      assertThatThrownBy(statement::addBatch).isInstanceOf(SQLFeatureNotSupportedException.class);
      assertThatThrownBy(statement::getConnection)
          .isInstanceOf(SQLFeatureNotSupportedException.class);
      ResultSet row = statement.executeQuery();
      assertThatThrownBy(() -> row.getDate(1)).isInstanceOf(SQLFeatureNotSupportedException.class);
      assertThatThrownBy(() -> row.findColumn("x"))
          .isInstanceOf(SQLFeatureNotSupportedException.class);
    }
  }

  @Test
  void rowCountsHaveTheirErrors() {
    SqlStatement query = SqlStatement.of("Repository.find", "SELECT 1");
    assertThat(chat.noRow(query))
        .isInstanceOf(NoRowException.class)
        .hasMessageContaining("Repository.find");
    assertThat(chat.nonUniqueRow(query)).isInstanceOf(NonUniqueRowException.class);
    assertThat(chat.failure(query, new SQLDataException("x"))).isInstanceOf(ValueException.class);
  }

  @Test
  void constraintsAreTyped() {
    assertThatThrownBy(
            () -> write(chat, "INSERT INTO counters (n) VALUES (?)", new Object[] {null}))
        .isInstanceOf(ConstraintException.class)
        .hasMessageContaining("NOT NULL constraint failed: counters.n");
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,         1970-01-01T00:00:00.000Z",
    "2026-01-02T23:00:00.120Z,     2026-01-02T23:00:00.120Z",
    "0000-01-01T00:00:00Z,         0000-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z,     9999-12-31T23:59:59.999Z",
  })
  void instantsHaveOneForm(Instant instant, String text) throws Exception {
    assertThat(Timestamps.format(instant)).isEqualTo(text);
    assertThat(Timestamps.parse(text)).isEqualTo(instant);
    assertThat(query("SELECT '" + text + "'", row -> TextColumns.getInstant(row, 1)))
        .isEqualTo(instant);
  }

  @Test
  void sqlitesOwnFormIsReadAsUtc() throws Exception {
    assertThat(Timestamps.parse("2026-01-02 23:00:00"))
        .isEqualTo(Instant.parse("2026-01-02T23:00:00Z"));
    assertThat(Timestamps.parse(null)).isNull();
    assertThat(Timestamps.format(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "2026-01-01T00:00:00.000001Z"})
  void instantsThatWouldLoseAreRefused(Instant instant) {
    assertThatThrownBy(() -> Timestamps.format(instant)).isInstanceOf(SQLDataException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2026-02-30T00:00:00.000Z",
        "2026-01-01T24:00:00.000Z",
        "2026-01-01T00:00:00Z",
        "2026-01-01",
        "2026-01-01T00:00:00.000+",
        "２026-01-01 00:00:00"
      })
  void otherTextIsNoTimestamp(String text) {
    assertThatThrownBy(
            () -> query("SELECT '" + text + "' AS placed", row -> TextColumns.getInstant(row, 1)))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("column `placed`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udc00\ud800", "x\udbff", "\uddeab", "\ud83e\uddea\ud83e"})
  void halfACharacterIsRefused(String text) {
    assertThatThrownBy(() -> TestDatabases.read(chat, "SELECT ?", text))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("parameter 1 holds half of a character");
    assertThat(TestDatabases.read(chat, "SELECT ?", "\ud83e\uddea"))
        .containsExactly("\ud83e\uddea");
  }
}
