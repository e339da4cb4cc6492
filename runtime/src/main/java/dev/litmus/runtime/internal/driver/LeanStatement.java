package dev.litmus.runtime.internal.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/**
 * The form over sqlite-jdbc's own core: no result object, no names read again at each run, text decoded once. Every call
 * into the engine is made under the driver's lock, after a look whether the statement is still there: a connection that is
 * closed by another thread frees it, and a call with its address would end the process.
 *
 * <p>Only for a database whose text is UTF-8: the bytes of a text are taken as they are stored. Which versions of the
 * driver have this form is for {@link StatementForm} to know.
 */
final class LeanStatement implements DriverStatement {

  private final CoreStatement statement;
  private final DB database;
  private final SafeStmtPtr pointer;
  private final long address;
  private final int parameters;
  private final boolean returnsRows;

  /** Whether SQLite is between the first step and the last one. */
  private boolean running;

  private long integer;
  private double real;

  LeanStatement(PreparedStatement prepared) throws SQLException {
    this.parameters = prepared.getParameterMetaData().getParameterCount();
    this.statement = (CoreStatement) prepared;
    this.database = statement.getDatabase();
    this.pointer = statement.pointer;
    this.address = pointer.safeRunLong((db, address) -> address);
    this.returnsRows = pointer.safeRunInt(DB::column_count) > 0;
  }

  @Override
  public int parameters() {
    return parameters;
  }

  @Override
  public boolean returnsRows() {
    return returnsRows;
  }

  @Override
  public int columns() throws SQLException {
    synchronized (database) {
      checkOpen();
      return database.column_count(address);
    }
  }

  @Override
  public boolean run(@Nullable Object[] values) throws SQLException {
    try {
      running = database.execute(statement, values);
      return running;
    } catch (SQLException e) {
      throw closed(e);
    }
  }

  @Override
  public long update(@Nullable Object[] values) throws SQLException {
    try {
      synchronized (database) {
        if (database.execute(statement, values)) {
          throw new SQLException("the statement returns rows");
        }
        return database.changes();
      }
    } catch (SQLException e) {
      throw closed(e);
    }
  }

  /** The driver closes it after most errors; what is left of it after the others would go on holding locks. */
  private SQLException closed(SQLException failure) {
    running = false;
    try {
      pointer.close();
    } catch (SQLException again) {
      // Finalizing a statement that failed reports its failure once more.
    }
    return failure;
  }

  @Override
  public boolean next() throws SQLException {
    synchronized (database) {
      checkOpen();
      int code = database.step(address);
      if (code == Codes.SQLITE_ROW) {
        return true;
      }
      running = false;
      if (code == Codes.SQLITE_DONE) {
        database.reset(address);
        return false;
      }
      try {
        database.throwex(code);
      } catch (SQLException e) {
        throw closed(e);
      }
      throw new SQLException("SQLite reported the error " + code);
    }
  }

  @Override
  public void reset() throws SQLException {
    if (!running) {
      return;
    }
    running = false;
    synchronized (database) {
      if (!pointer.isClosed()) {
        database.reset(address);
      }
    }
  }

  @Override
  public void forget() throws SQLException {
    synchronized (database) {
      if (!pointer.isClosed()) {
        database.clear_bindings(address);
      }
    }
  }

  @Override
  public StorageClass look(int column) throws SQLException {
    synchronized (database) {
      checkOpen();
      int code = database.column_type(address, column - 1);
      switch (code) {
        case Codes.SQLITE_INTEGER -> integer = database.column_long(address, column - 1);
        case Codes.SQLITE_FLOAT -> real = database.column_double(address, column - 1);
        case Codes.SQLITE_NULL -> checkColumn(column);
        default -> {}
      }
      return StorageClass.of(code);
    }
  }

  /** SQLite takes every column that does not exist for NULL. */
  private void checkColumn(int column) throws SQLException {
    int count = database.column_count(address);
    if (column < 1 || column > count) {
      throw new SQLException("there is no column " + column + " among " + count);
    }
  }

  @Override
  public long integer() {
    return integer;
  }

  @Override
  public double real() {
    return real;
  }

  @Override
  public @Nullable String text(int column) throws SQLException {
    byte[] bytes;
    synchronized (database) {
      checkOpen();
      bytes = database.column_blob(address, column - 1);
    }
    if (bytes == null) {
      return null;
    }
    String text = new String(bytes, UTF_8);
    return DriverTexts.mayBeBinary(text) && look(column) == StorageClass.BLOB ? null : text;
  }

  @Override
  public byte[] blob(int column) throws SQLException {
    byte[] bytes;
    synchronized (database) {
      checkOpen();
      bytes = database.column_blob(address, column - 1);
    }
    return bytes == null ? new byte[0] : bytes;
  }

  @Override
  public String label(int column) throws SQLException {
    synchronized (database) {
      checkOpen();
      return database.column_name(address, column - 1);
    }
  }

  /** Only inside the driver's lock. */
  private void checkOpen() throws SQLException {
    if (pointer.isClosed()) {
      throw new SQLException("the statement is closed, or its connection");
    }
  }

  @Override
  public void close() throws SQLException {
    running = false;
    int code = pointer.isClosed() ? Codes.SQLITE_OK : pointer.close();
    if (code != Codes.SQLITE_OK) {
      database.throwex(code);
    }
  }
}
