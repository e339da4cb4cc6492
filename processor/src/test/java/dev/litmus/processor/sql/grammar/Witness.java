package dev.litmus.processor.sql.grammar;

import dev.litmus.runtime.internal.sql.StatementSplitter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQLite, asked what it thinks of a statement. In memory; nothing that is only prepared changes it. */
final class Witness implements AutoCloseable {

  private static final Pattern DRIVER_WORDS =
      Pattern.compile("\\[\\w+] [^(]*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern NEAR =
      Pattern.compile("near \"(.*)\": syntax error", Pattern.DOTALL);
  private static final Pattern UNRECOGNIZED =
      Pattern.compile("unrecognized token: \"(.*)\"", Pattern.DOTALL);

  /** Where a virtual table lies in memory. */
  private static final Pattern ADDRESS = Pattern.compile("vtab:[0-9A-Fa-f]+");

  private final Connection connection;

  /**
   * What SQLite says of a statement.
   *
   * @param message empty when it is accepted
   * @param token the token at which it stopped: that of a syntax error; empty at the end of the text
   * @param syntax whether the grammar is to blame
   */
  record Verdict(Optional<String> message, Optional<String> token, boolean syntax) {
    boolean accepted() {
      return message.isEmpty();
    }
  }

  private Witness(Connection connection) {
    this.connection = connection;
  }

  static Witness of(String schema) throws SQLException {
    Witness witness = new Witness(DriverManager.getConnection("jdbc:sqlite::memory:"));
    witness.run(schema);
    return witness;
  }

  /** Runs a script. */
  void run(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (var span : StatementSplitter.split(script)) {
        statement.executeUpdate(script.substring(span.start(), span.end()));
      }
    }
  }

  Verdict ask(String sql) {
    try {
      connection.prepareStatement(sql).close();
      return new Verdict(Optional.empty(), Optional.empty(), false);
    } catch (SQLException e) {
      return refusal(e);
    }
  }

  private static Verdict refusal(SQLException e) {
    String message = message(e);
    Matcher near = NEAR.matcher(message);
    if (near.matches()) {
      return new Verdict(Optional.of(message), Optional.of(near.group(1)), true);
    }
    Matcher unrecognized = UNRECOGNIZED.matcher(message);
    if (unrecognized.matches()) {
      return new Verdict(Optional.of(message), Optional.of(unrecognized.group(1)), true);
    }
    return new Verdict(Optional.of(message), Optional.empty(), message.equals("incomplete input"));
  }

  private static String message(SQLException e) {
    Matcher words = DRIVER_WORDS.matcher(String.valueOf(e.getMessage()));
    return words.matches() ? words.group(1) : String.valueOf(e.getMessage());
  }

  /** Returns the rows of a query, each as text; why it fails, if it does. */
  List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          text.append(row.getString(i)).append(" | ");
        }
        rows.add(ADDRESS.matcher(text).replaceAll("vtab"));
      }
    } catch (SQLException e) {
      rows.add("failed: " + message(e));
    }
    return rows;
  }

  /** Returns the program that SQLite makes of a statement; why it makes none, if it does not. */
  List<String> program(String sql) {
    return rows("EXPLAIN " + sql);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
