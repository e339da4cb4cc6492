package dev.litmus.runtime.internal.salvage;

import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.health.IntegrityFinding.Kind;
import dev.litmus.runtime.health.SalvageReport;
import dev.litmus.runtime.health.SalvagedTable;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.ReportedError;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.Incomplete;
import dev.litmus.runtime.internal.health.IntegrityCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is readable of a damaged file into a new one. SQLite is let near a copy alone, beside the
 * new file, which has its name when it is complete, checked and on the disk.
 *
 * <p>Source: <a href="https://sqlite.org/recovery.html">Recovering data from a corrupt database</a>, of which this does what
 * needs no more than SQL.
 */
public final class Salvaging {

  /** Makes the tables of a schema in a new file. */
  @FunctionalInterface
  public interface Maker {

    /**
     * Makes the file, which nobody else has open.
     *
     * @param version the newest migration that the damaged file says it has; -1 when it does not say
     * @param notes takes what is to be told
     */
    void make(Path file, long version, List<String> notes);
  }

  /** What the copy of the damaged file is called, among what is not complete. */
  private static final String COPY = ".damaged.sqlite";

  private static final String HISTORY = "_migrations";
  private static final String TABLES = """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name""";
  private static final String TRIGGERS =
      "SELECT sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY rowid";

  private final Incomplete incomplete;
  private final ConnectionSettings settings;
  private final FileSeam files;
  private final @Nullable Maker maker;
  private final List<String> notes = new ArrayList<>();

  private Salvaging(
      Incomplete incomplete, ConnectionSettings settings, FileSeam files, @Nullable Maker maker) {
    this.incomplete = incomplete;
    this.settings = settings;
    this.files = files;
    this.maker = maker;
  }

  /**
   * Reads a file into a new one.
   *
   * @param damaged a real path of an existing file, without {@code ?}, that this process has not open
   * @param into an absolute path without {@code ?} in a folder that is there, where nothing is
   * @param settings with a rollback journal, without foreign keys
   * @param maker makes the tables; null to make those that the damaged file says it has
   * @return what came of it; null when nothing can be read
   * @throws SQLException when something else than damage is in the way; nothing is left
   * @throws IOException when the file system refuses something; nothing is left
   */
  public static @Nullable SalvageReport run(
      Path damaged, Path into, ConnectionSettings settings, @Nullable Maker maker)
      throws SQLException, IOException {
    FileSeam files = FileSeam.of(into);
    Path directory = Objects.requireNonNull(into.getParent(), "an absolute file has one");
    try (Incomplete incomplete = Incomplete.in(files, directory)) {
      return new Salvaging(incomplete, settings, files, maker).run(damaged, into);
    }
  }

  static String words(SQLException e) {
    return ReportedError.of(e).words();
  }

  private @Nullable SalvageReport run(Path damaged, Path into) throws SQLException, IOException {
    Path copy = incomplete.name(COPY);
    Files.copy(damaged, copy);
    for (String suffix : List.of("-wal", "-journal")) {
      Path beside = damaged.resolveSibling(damaged.getFileName() + suffix);
      if (files.isRegularFile(beside)) {
        Files.copy(beside, incomplete.name(COPY + suffix));
      }
    }
    String encoding = HeaderRepair.run(copy, incomplete.name(COPY + "-wal"));
    if (encoding == null) {
      return null;
    }
    Path file = incomplete.name(".sqlite");
    if (maker != null) {
      maker.make(file, version(copy, encoding), notes);
    } else {
      files.createFile(file);
    }
    List<SalvagedTable> tables = copy(copy, encoding, file);
    if (tables.stream().allMatch(table -> table.rows() == 0 && !table.complete())) {
      return null;
    }
    List<IntegrityFinding> findings = check(file);
    files.syncFile(file);
    files.moveToNew(file, into);
    files.syncDirectory(Objects.requireNonNull(into.getParent(), "an absolute file has one"));
    return new SalvageReport(into, tables, notes, findings);
  }

  private DriverConnection open(@Nullable Path file) throws SQLException {
    return file == null
        ? DriverConnection.openMemory(settings, () -> Thread.currentThread().isInterrupted())
        : DriverConnection.openWriter(
            file, settings, () -> Thread.currentThread().isInterrupted());
  }

  /** Lets it read what there is of the schema, instead of refusing all of it. */
  private static void attach(Connection connection, Path copy) throws SQLException {
    Statements.run(connection, "PRAGMA writable_schema=ON");
    Statements.run(connection, "PRAGMA cell_size_check=ON");
    try (PreparedStatement statement = connection.prepareStatement("ATTACH ?1 AS damaged")) {
      statement.setString(1, copy.toString());
      statement.execute();
    }
  }

  private long version(Path copy, String encoding) throws SQLException {
    DriverConnection connection = open(null);
    try {
      Statements.run(connection.jdbc(), "PRAGMA encoding='" + encoding + "'");
      attach(connection.jdbc(), copy);
      return Statements.number(
          connection.jdbc(), "SELECT coalesce(max(version), -1) FROM damaged." + HISTORY);
    } catch (SQLException e) {
      if (!Damage.is(e) && !Damage.isInSql(e)) {
        throw e;
      }
      return -1;
    } finally {
      connection.close();
    }
  }

  private List<SalvagedTable> copy(Path copy, String encoding, Path file) throws SQLException {
    DriverConnection driver = open(file);
    try {
      Connection connection = driver.jdbc();
      if (maker == null) {
        Statements.run(connection, "PRAGMA main.encoding='" + encoding + "'");
      }
      Statements.texts(connection, "PRAGMA main.journal_mode=MEMORY");
      Statements.run(connection, "PRAGMA synchronous=OFF");
      try {
        attach(connection, copy);
      } catch (SQLException e) {
        Damage.orThrow(e);
        return List.of();
      }
      List<SalvagedTable> tables =
          maker == null ? copyAsFound(connection) : copyIntoMade(connection);
      Statements.run(connection, "DETACH damaged");
      return tables;
    } finally {
      driver.close();
    }
  }

  private List<SalvagedTable> copyAsFound(Connection connection) throws SQLException {
    FoundSchema schema = new FoundSchema(connection, notes);
    schema.createTables();
    List<SalvagedTable> tables = copyTables(connection);
    schema.createCode();
    return tables;
  }

  /** What migrations have put into tables is in the damaged file as well, and may have changed there. */
  private List<SalvagedTable> copyIntoMade(Connection connection) throws SQLException {
    List<String> triggers = Statements.texts(connection, TRIGGERS);
    for (String trigger : Statements.texts(
        connection, "SELECT name FROM main.sqlite_schema WHERE type = 'trigger'")) {
      Statements.run(connection, "DROP TRIGGER " + Names.main(trigger));
    }
    List<SalvagedTable> tables = copyTables(connection);
    for (String trigger : triggers) {
      Statements.run(connection, trigger);
    }
    return tables;
  }

  private List<SalvagedTable> copyTables(Connection connection) throws SQLException {
    VirtualTables virtual = new VirtualTables(connection, notes);
    List<String> names = new ArrayList<>(Statements.texts(connection, TABLES));
    names.addAll(virtual.texts());
    if (maker != null) {
      names.remove(HISTORY);
    }
    names.sort(null);
    List<SalvagedTable> tables = new ArrayList<>();
    for (String name : names) {
      if (maker != null) {
        Statements.run(connection, "DELETE FROM " + Names.main(name));
      }
      SalvagedTable table = table(connection, name);
      if (table == null) {
        notes.add("the damaged file tells of no table `" + name + "`: it is empty");
      } else {
        tables.add(table);
      }
    }
    virtual.fill();
    keepCounting(connection);
    return tables;
  }

  private @Nullable SalvagedTable table(Connection connection, String name) throws SQLException {
    try {
      return TableSalvage.run(connection, name);
    } catch (SQLException e) {
      if (!Damage.isInSql(e)) {
        Damage.orThrow(e);
      }
      notes.add("`" + name + "` could not be copied: " + words(e));
      return null;
    }
  }

  /** AUTOINCREMENT promises that no number is given twice. */
  private void keepCounting(Connection connection) throws SQLException {
    try {
      if (Statements.texts(
              connection, "SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'")
          .isEmpty()) {
        return;
      }
      Statements.run(connection, """
          UPDATE main.sqlite_sequence SET seq = max(seq, coalesce(
            (SELECT max(d.seq) FROM damaged.sqlite_sequence d WHERE d.name = sqlite_sequence.name), 0))""");
      Statements.run(connection, """
          INSERT INTO main.sqlite_sequence SELECT name, max(seq) FROM damaged.sqlite_sequence
          WHERE name NOT IN (SELECT name FROM main.sqlite_sequence)
            AND name IN (SELECT name FROM main.sqlite_schema) GROUP BY name""");
    } catch (SQLException e) {
      if (!Damage.isInSql(e)) {
        Damage.orThrow(e);
      }
      notes.add(
          "which numbers AUTOINCREMENT had given could not be read: it goes on from the rows");
    }
  }

  private List<IntegrityFinding> check(Path file) throws SQLException {
    DriverConnection found = open(file);
    try {
      List<IntegrityFinding> findings = IntegrityCheck.structure(found.jdbc(), IntegrityDepth.FULL);
      for (IntegrityFinding finding : findings) {
        if (finding.kind() != Kind.FOREIGN_KEY) {
          throw new SQLException("the new file is damaged: " + finding.fact());
        }
      }
      return findings;
    } finally {
      found.close();
    }
  }
}
