package dev.litmus.runtime.search;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An FTS5 table with two columns, in memory, that also says into which tokens a text falls. */
final class SearchTable implements AutoCloseable {

  /** With one that needs three characters, one that knows ASCII alone, and one for which signs are letters. */
  static final List<String> TOKENIZERS =
      List.of("unicode61", "porter unicode61", "ascii", "trigram", "unicode61 tokenchars '-_+'");

  private final Connection connection;
  private final PreparedStatement search;

  SearchTable(String tokenizer) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    execute("CREATE VIRTUAL TABLE texts USING fts5(title, body, tokenize=\"" + tokenizer + "\")");
    execute("CREATE VIRTUAL TABLE pieces USING fts5(piece, tokenize=\"" + tokenizer + "\")");
    execute("CREATE VIRTUAL TABLE tokens USING fts5vocab(pieces, instance)");
    search = connection.prepareStatement(
        "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank, rowid");
  }

  void execute(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  void add(String title, String body) throws SQLException {
    execute("INSERT INTO texts (title, body) VALUES (?, ?)", title, body);
  }

  /** Returns the row ids of what is found, in the order of their rank. */
  List<Integer> find(SearchQuery query) throws SQLException {
    search.setString(1, query.expression());
    try (ResultSet rows = search.executeQuery()) {
      List<Integer> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
      return found;
    }
  }

  /** Returns the bodies of what is found, with marks. */
  List<String> marked(SearchQuery query, String open, String close) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT highlight(texts, 1, ?, ?) FROM texts WHERE texts MATCH ? ORDER BY rowid")) {
      statement.setString(1, open);
      statement.setString(2, close);
      statement.setString(3, query.expression());
      ResultSet rows = statement.executeQuery();
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  /** Returns the tokens of each piece, as the index has them. */
  List<List<String>> tokens(List<String> pieces) throws SQLException {
    execute("DELETE FROM pieces");
    List<List<String>> tokens = new ArrayList<>();
    for (String piece : pieces) {
      tokens.add(new ArrayList<>());
      execute("INSERT INTO pieces (rowid, piece) VALUES (" + tokens.size() + ", ?)", piece);
    }
    try (Statement statement = connection.createStatement()) {
      ResultSet rows =
          statement.executeQuery("SELECT doc, term FROM tokens ORDER BY doc, \"offset\"");
      while (rows.next()) {
        tokens.get(rows.getInt(1) - 1).add(rows.getString(2));
      }
    }
    return tokens;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
