package dev.litmus.processor.refute;

import dev.litmus.processor.value.StorageClass;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** A value as SQLite holds it: of a row, or of a parameter. */
public sealed interface Datum {

  static Datum of(long value) {
    return new Whole(value);
  }

  static Datum of(double value) {
    return new Real(value);
  }

  static Datum of(String value) {
    return new Text(value);
  }

  /**
   * Returns a BLOB.
   *
   * @param hex its bytes, two digits each, in lower case
   */
  static Datum blob(String hex) {
    return new Blob(hex);
  }

  /** Returns its storage class; empty for NULL, which has none here. */
  Optional<StorageClass> storage();

  /** Returns it as a literal of SQL. */
  String sql();

  void bind(PreparedStatement statement, int position) throws SQLException;

  default boolean isNull() {
    return storage().isEmpty();
  }

  /** NULL. */
  record Null() implements Datum {

    public static final Datum VALUE = new Null();

    @Override
    public Optional<StorageClass> storage() {
      return Optional.empty();
    }

    @Override
    public String sql() {
      return "NULL";
    }

    @Override
    public void bind(PreparedStatement statement, int position) throws SQLException {
      statement.setNull(position, Types.NULL);
    }
  }

  /** An INTEGER. */
  record Whole(long value) implements Datum {
    @Override
    public Optional<StorageClass> storage() {
      return Optional.of(StorageClass.INTEGER);
    }

    @Override
    public String sql() {
      return Long.toString(value);
    }

    @Override
    public void bind(PreparedStatement statement, int position) throws SQLException {
      statement.setLong(position, value);
    }
  }

  /** A REAL, which is finite. */
  record Real(double value) implements Datum {
    @Override
    public Optional<StorageClass> storage() {
      return Optional.of(StorageClass.REAL);
    }

    @Override
    public String sql() {
      return Double.toString(value).toLowerCase(Locale.ROOT);
    }

    @Override
    public void bind(PreparedStatement statement, int position) throws SQLException {
      statement.setDouble(position, value);
    }
  }

  /** A TEXT. */
  record Text(String value) implements Datum {
    @Override
    public Optional<StorageClass> storage() {
      return Optional.of(StorageClass.TEXT);
    }

    @Override
    public String sql() {
      return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public void bind(PreparedStatement statement, int position) throws SQLException {
      statement.setString(position, value);
    }
  }

  /** A BLOB, by the digits of its bytes. */
  record Blob(String hex) implements Datum {
    @Override
    public Optional<StorageClass> storage() {
      return Optional.of(StorageClass.BLOB);
    }

    @Override
    public String sql() {
      return "x'" + hex + "'";
    }

    @Override
    public void bind(PreparedStatement statement, int position) throws SQLException {
      statement.setBytes(position, HexFormat.of().parseHex(hex));
    }
  }
}
