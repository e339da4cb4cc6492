package dev.litmus.processor.schema;

import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Excerpt;
import dev.litmus.processor.problem.Origin;
import dev.litmus.runtime.internal.migration.Migration;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/**
 * A migrated schema, or what a script made: what its tables are, and SQLite itself to judge statements on it. Not for
 * several threads.
 *
 * @see SchemaBuilder
 * @see SchemaScript
 */
public final class Schema implements AutoCloseable {

  private static final String EMBEDDED = "META-INF/litmus/embedded/";

  private final String name;
  private final Optional<String> script;
  private final List<MigrationFile> files;
  private final List<Migration> migrations;
  private final List<Table> tables;
  private final Map<RootPage, String> tablesByRootPage;
  private final Map<String, String> virtualTables;
  private final ApplicationFunctions application;
  private final Connection connection;
  private final Set<String> triggered;
  private final Map<String, TableKeys> keys = new HashMap<>();

  Schema(
      String name,
      Optional<String> script,
      List<MigrationFile> files,
      List<Migration> migrations,
      List<Table> tables,
      Map<RootPage, String> tablesByRootPage,
      Map<String, String> virtualTables,
      Set<String> triggered,
      ApplicationFunctions application,
      Connection connection) {
    this.name = name;
    this.script = script;
    this.files = List.copyOf(files);
    this.migrations = List.copyOf(migrations);
    this.tables = List.copyOf(tables);
    this.tablesByRootPage = Map.copyOf(tablesByRootPage);
    this.virtualTables = Map.copyOf(virtualTables);
    this.triggered = Set.copyOf(triggered);
    this.application = application;
    this.connection = connection;
  }

  public String name() {
    return name;
  }

  /** Returns what messages call the script that made it; empty when migrations did. */
  public Optional<String> script() {
    return script;
  }

  /** Returns the version of the newest migration; 0 when there is none. */
  public long version() {
    return migrations.isEmpty() ? 0 : migrations.get(migrations.size() - 1).version();
  }

  /** Returns the migrations that made it, in the order of their versions; none when a script did. */
  public List<Migration> migrations() {
    return migrations;
  }

  /** Returns a migration's file with a line underlined, counted from 1. */
  public Excerpt lineOf(Migration migration, int line) {
    return MigrationExcerpt.line(files, migration.location(), line);
  }

  /** Returns what a migration's file contains. */
  public String textOf(Migration migration) {
    return MigrationExcerpt.text(files, migration.location());
  }

  /** Returns what tells the migrations from all others: the runtime compares it with what is embedded. */
  public String fingerprint() {
    List<String> fingerprints = new MigrationChain(name, migrations).fingerprints();
    return fingerprints.get(fingerprints.size() - 1);
  }

  /** Returns the tables and views in the order of their declaration. */
  public List<Table> tables() {
    return tables;
  }

  public Optional<Table> table(String called) {
    return tables.stream()
        .filter(table -> table.name().equalsIgnoreCase(called))
        .findFirst();
  }

  /**
   * Returns the columns of a table-valued function, or of another table that no migration declares; none when there is
   * no such thing.
   */
  public List<Column> columnsOf(String table) {
    return new SchemaReader(connection).columns(table);
  }

  /** Returns what tells the rows of a table apart; nothing is known of those of a view or a virtual table. */
  public TableKeys keysOf(Table table) {
    return table.kind() == Table.Kind.TABLE
        ? keys.computeIfAbsent(table.name(), this::readKeys)
        : TableKeys.NONE;
  }

  private TableKeys readKeys(String table) {
    try {
      return new KeyReader(connection, table).read();
    } catch (SQLException e) {
      throw new IllegalStateException("SQLite does not describe its own table " + table, e);
    }
  }

  /** Tells whether changes of a table have triggers run. */
  public boolean hasTriggers(Table table) {
    return triggered.contains(table.name().toLowerCase(Locale.ROOT));
  }

  /** Returns those functions that the application has declared. */
  public List<ApplicationFunction> applicationFunctions() {
    return application.functions();
  }

  /** Returns all that the application brings to a database of this schema. */
  public ApplicationFunctions application() {
    return application;
  }

  /** Returns the functions that SQL can call. */
  public Functions functions() throws SQLException {
    return Functions.of(connection);
  }

  /**
   * Returns the table whose rows, or an index of which, start at a page of a database's file: main is 0, temp is 1,
   * attached ones follow. A table outside of main is called by both names, {@code archive.orders}.
   */
  public Optional<String> tableAt(int database, long rootPage) {
    return Optional.ofNullable(tablesByRootPage.get(new RootPage(database, rootPage)));
  }

  /** Returns the virtual table that EXPLAIN shows as {@code vtab:…}; empty for one that no migration declares. */
  public Optional<String> virtualTableOf(String operand) {
    return Optional.ofNullable(virtualTables.get(operand));
  }

  /** Prepares a statement that SQLite is known to accept. */
  public PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  /**
   * Returns the names of the columns that a statement's rows have; none for a statement without rows, for which JDBC's
   * metadata throws.
   */
  public List<String> columnNames(String sql) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      return List.of(((CoreStatement) statement).pointer.safeRun(DB::column_names));
    }
  }

  /**
   * Returns what the engine itself says of the columns that a statement's rows have: the declared type of each that is one
   * of a table, also through subqueries and views; empty for any other.
   *
   * @see <a href="https://sqlite.org/c3ref/column_decltype.html">sqlite3_column_decltype</a>
   */
  public List<Optional<String>> declaredTypes(String sql) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      SafeStmtPtr pointer = ((CoreStatement) statement).pointer;
      int columns = pointer.safeRunInt(DB::column_count);
      List<Optional<String>> types = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        int column = i;
        // A column without a type is one that the engine knows nothing of.
        types.add(Optional.ofNullable(
                pointer.safeRun((db, address) -> db.column_decltype(address, column)))
            .filter(type -> !type.isEmpty()));
      }
      return types;
    }
  }

  /** Returns why SQLite refuses a statement; empty when it accepts it. */
  public Optional<SQLException> refusal(String sql) {
    try {
      connection.prepareStatement(sql).close();
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(e);
    }
  }

  /**
   * Opens an empty database in memory with the same tables, indexes, views and triggers, and without the history of
   * migrations; whoever gets it closes it. Empty when a piece of the schema is not in main, or cannot be made again.
   */
  public Optional<Connection> copy() throws SQLException {
    return new SchemaCopy(connection).open();
  }

  /**
   * Opens a database in memory that has nothing yet, to migrate it once more; whoever gets it closes it. Foreign keys are
   * enforced there, and functions of the application have their stand-ins.
   */
  public Connection empty() throws SQLException {
    return Engine.open(application);
  }

  /**
   * Makes the schemas of the versions before its newest; whoever gets them closes them. The empty database before the first
   * migration is none of them.
   *
   * @param count how many at most
   * @param origin where it would be told that one cannot be made again
   * @return the newest first
   */
  public List<EarlierSchema> earlier(int count, Origin origin) throws IOException, SQLException {
    List<EarlierSchema> earlier = new ArrayList<>();
    try {
      int oldest = Math.max(1, migrations.size() - count);
      for (int kept = migrations.size() - 1; kept >= oldest; kept--) {
        String next = migrations.get(kept).location();
        // Applied before, to the same: only chance and the time can make it fail now.
        upTo(kept, origin)
            .value()
            .ifPresent(schema -> earlier.add(new EarlierSchema(schema, next)));
      }
      return earlier;
    } catch (IOException | SQLException | RuntimeException e) {
      for (EarlierSchema made : earlier) {
        made.schema().close();
      }
      throw e;
    }
  }

  private Checked<Schema> upTo(int count, Origin origin) throws IOException, SQLException {
    Set<String> kept =
        migrations.subList(0, count).stream().map(Migration::location).collect(Collectors.toSet());
    return SchemaBuilder.build(
        name,
        files.stream().filter(file -> kept.contains(file.location())).toList(),
        application,
        origin);
  }

  /** Returns the resources by which the runtime finds these migrations, by path; none when a script made the schema. */
  public Map<String, String> embeddedFiles() {
    if (script.isPresent()) {
      return Map.of();
    }
    Map<String, String> embedded = new LinkedHashMap<>();
    List<String> names = migrations.stream().map(Schema::fileName).toList();
    embedded.put(EMBEDDED + name + ".index", String.join("\n", names) + "\n");
    files.forEach(file -> embedded.put(EMBEDDED + name + "/" + file.name(), file.text()));
    return embedded;
  }

  private static String fileName(Migration migration) {
    return migration.location().substring(migration.location().lastIndexOf('/') + 1);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
