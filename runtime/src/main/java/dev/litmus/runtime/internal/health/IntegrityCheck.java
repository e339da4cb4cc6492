package dev.litmus.runtime.internal.health;

import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.health.IntegrityFinding.Kind;
import dev.litmus.runtime.internal.driver.ReportedError;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.sql.QuotedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks a database for damage. Damage is what it looks for, and so a finding and no failure; a lock or a full disk is one.
 *
 * <p>Sources: <a href="https://sqlite.org/pragma.html#pragma_integrity_check">integrity_check</a>, <a
 * href="https://sqlite.org/pragma.html#pragma_foreign_key_check">foreign_key_check</a>, <a
 * href="https://sqlite.org/fts5.html#the_integrity_check_command">FTS5's integrity-check</a>.
 */
public final class IntegrityCheck {

  /** How the integrity check of a whole database speaks of one. */
  private static final Pattern SEARCH_INDEX =
      Pattern.compile("inverted index for FTS\\d table main\\.(.+)$");

  private static final int MOST = 100;
  private static final int ERROR = 1;
  private static final int READ_ONLY = 8;
  private static final int CORRUPT = 11;
  private static final int SHORT_READ = 522;
  private static final int NOT_A_DATABASE = 26;
  private static final String RESTORE =
      "restore a backup; what can still be read of this file is not all there was";

  private final Connection connection;
  private final List<IntegrityFinding> findings = new ArrayList<>();

  private IntegrityCheck(Connection connection) {
    this.connection = connection;
  }

  /** Something that reads. */
  @FunctionalInterface
  private interface Look {
    void run() throws SQLException;
  }

  /**
   * Reads pages, tables, indexes and foreign keys.
   *
   * @throws SQLException when something else than damage is in the way
   */
  public static List<IntegrityFinding> structure(Connection connection, IntegrityDepth depth)
      throws SQLException {
    IntegrityCheck check = new IntegrityCheck(connection);
    String pragma = depth == IntegrityDepth.QUICK ? "quick_check" : "integrity_check";
    check.look(Kind.STRUCTURE, "", () -> check.pages(pragma));
    if (check.findings.isEmpty()) {
      check.look(Kind.FOREIGN_KEY, "", check::foreignKeys);
    }
    return check.findings;
  }

  /**
   * Compares indexes for full-text search with the texts that they are of, on a connection that may write, in a transaction
   * that is undone.
   *
   * @throws SQLException when something else than damage is in the way
   */
  public static List<IntegrityFinding> searchUndone(Connection connection) throws SQLException {
    return Undone.run(connection, () -> search(connection));
  }

  /** The same without a transaction. */
  static List<IntegrityFinding> search(Connection connection) throws SQLException {
    IntegrityCheck check = new IntegrityCheck(connection);
    List<String> indexes = new ArrayList<>();
    check.look(Kind.STRUCTURE, "", () -> indexes.addAll(check.searchIndexes()));
    for (String index : indexes) {
      check.look(Kind.SEARCH, index, () -> check.compare(index));
    }
    return check.findings;
  }

  /**
   * Tells damage from what else can be in the way, for those who meet it outside of a look: a connection reads the file when
   * it is opened.
   *
   * @param writable whether this process may write the file
   * @return what is wrong; null when it is no damage
   */
  public static @Nullable IntegrityFinding damage(SQLException e, boolean writable) {
    ReportedError error = ReportedError.of(e);
    if (error.code() == READ_ONLY && writable) {
      return new IntegrityFinding(
          Kind.STRUCTURE,
          "",
          "the header says that this version of SQLite must not write the file",
          "open it with a newer SQLite; otherwise " + RESTORE);
    }
    return isDamage(e) ? new IntegrityFinding(Kind.STRUCTURE, "", error.words(), RESTORE) : null;
  }

  private static boolean isDamage(SQLException e) {
    ReportedError error = ReportedError.of(e);
    return error.primaryCode() == CORRUPT
        || error.primaryCode() == NOT_A_DATABASE
        || error.code() == SHORT_READ;
  }

  private void look(Kind kind, String object, Look look) throws SQLException {
    try {
      look.run();
    } catch (SQLException e) {
      ReportedError error = ReportedError.of(e);
      // FTS reports tables of its own that are not what they should be as errors in the SQL.
      boolean ofIndex = kind == Kind.SEARCH && error.primaryCode() == ERROR;
      if (!isDamage(e) && !ofIndex) {
        throw e;
      }
      String help = kind == Kind.SEARCH ? rebuild(object) : RESTORE;
      findings.add(new IntegrityFinding(kind, object, error.words(), help));
    }
  }

  private static String rebuild(String index) {
    return "run `INSERT INTO " + index + "(" + index + ") VALUES('rebuild')`";
  }

  private void pages(String pragma) throws SQLException {
    try {
      lines(pragma, Integer.toString(MOST));
    } catch (SQLException e) {
      if (ReportedError.of(e).primaryCode() != ERROR) {
        throw e;
      }
      // A virtual table that cannot be opened ends the check of all others.
      for (String table : tables("rootpage > 0")) {
        look(Kind.STRUCTURE, "", () -> lines(pragma, QuotedName.of(table)));
      }
      for (String index : tables("rootpage = 0")) {
        look(Kind.SEARCH, index, () -> lines(pragma, QuotedName.of(index)));
      }
    }
  }

  private List<String> tables(String which) throws SQLException {
    return Statements.texts(
        connection, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND " + which);
  }

  private void lines(String pragma, String argument) throws SQLException {
    for (String line : Statements.texts(connection, "PRAGMA " + pragma + "(" + argument + ")")) {
      Matcher index = SEARCH_INDEX.matcher(line);
      if (index.find()) {
        findings.add(
            new IntegrityFinding(Kind.SEARCH, index.group(1), line, rebuild(index.group(1))));
      } else if (!line.equals("ok")) {
        boolean ofIndex = line.contains("missing from index") || line.contains("in index");
        findings.add(new IntegrityFinding(
            Kind.STRUCTURE, "", line, ofIndex ? "run REINDEX, and check again" : RESTORE));
      }
    }
  }

  private void foreignKeys() throws SQLException {
    Map<String, Integer> rows = new LinkedHashMap<>();
    Map<String, String> tables = new LinkedHashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT \"table\", parent FROM pragma_foreign_key_check");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String fact =
            "rows of `" + row.getString(1) + "` without their row of `" + row.getString(2) + "`";
        rows.merge(fact, 1, Integer::sum);
        tables.put(fact, row.getString(1));
      }
    }
    rows.forEach((fact, count) -> findings.add(new IntegrityFinding(
        Kind.FOREIGN_KEY,
        String.valueOf(tables.get(fact)),
        count + " " + fact,
        "delete these rows, or put the missing ones back")));
  }

  private List<String> searchIndexes() throws SQLException {
    return Statements.texts(
        connection,
        "SELECT name FROM pragma_table_list"
            + " WHERE schema = 'main' AND type = 'virtual' AND name IN ("
            + "SELECT name FROM sqlite_schema WHERE lower(sql) LIKE '%using%fts5%')");
  }

  /** With rank 1, the index is compared with the table that it is of, and not with itself alone. */
  private void compare(String index) throws SQLException {
    String quoted = QuotedName.of(index);
    Statements.run(
        connection,
        "INSERT INTO " + quoted + " (" + quoted + ", rank) VALUES ('integrity-check', 1)");
  }
}
