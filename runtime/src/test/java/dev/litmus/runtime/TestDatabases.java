package dev.litmus.runtime;

import dev.litmus.runtime.function.SqlFunctions;
import dev.litmus.runtime.internal.migration.InvalidMigrationsException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationFile;
import dev.litmus.runtime.internal.migration.MigrationSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Databases of the schemas in the test resources, and statements run on them the way generated code does. */
public final class TestDatabases {

  public static final DatabaseSettings SHORT = DatabaseSettings.DEFAULT.with(settings -> settings
      .busyTimeout(Duration.ofMillis(300))
      .closeTimeout(Duration.ofMillis(300), Duration.ofSeconds(1)));

  /** The fingerprint of no migrations, which all continue. */
  static final String NO_MIGRATIONS =
      new MigrationChain("none", List.of()).fingerprints().get(0);

  private static final Map<String, SqlStatement> STATEMENTS = new ConcurrentHashMap<>();

  private TestDatabases() {}

  /** A repository interface that nothing implements; it stands for its schema. */
  interface Anchor {}

  /** A factory as the processor would write it. */
  static final class AnchorFactory implements RepositoryFactory<Anchor> {
    private final String schema;

    private final String migrations;

    AnchorFactory(String schema) {
      this(schema, lastFingerprint(schema));
    }

    /** One that was compiled against other migrations than those that are embedded. */
    AnchorFactory(String schema, String migrations) {
      this.schema = schema;
      this.migrations = migrations;
    }

    @Override
    public String schema() {
      return schema;
    }

    @Override
    public String version() {
      return LitmusVersion.CURRENT;
    }

    @Override
    public String migrations() {
      return migrations;
    }

    @Override
    public Class<Anchor> repository() {
      return Anchor.class;
    }

    @Override
    public Anchor create(SqliteDatabase database) {
      return new Anchor() {};
    }
  }

  /** Of what is embedded in the test resources; of none where that cannot be used, as some tests want it. */
  private static String lastFingerprint(String schema) {
    try {
      List<String> fingerprints = MigrationChain.read(
              schema,
              MigrationSource.index(
                      "META-INF/litmus/embedded/" + schema + ".index", TestDatabases::resource)
                  .orElseThrow())
          .fingerprints();
      return fingerprints.get(fingerprints.size() - 1);
    } catch (InvalidMigrationsException | IOException | NoSuchElementException e) {
      return NO_MIGRATIONS;
    }
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = TestDatabases.class.getClassLoader().getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public static Databases open(Path directory, String... schemas) {
    return builder(directory, schemas).open();
  }

  public static Databases open(Path directory, DatabaseSettings settings, String... schemas) {
    return builder(directory, schemas).settings(settings).open();
  }

  /** In memory when there is no directory. */
  static Databases.Builder builder(Path directory, String... schemas) {
    return new Databases.Builder(directory).repositories(repositories(schemas));
  }

  static Repositories repositories(String... schemas) {
    return repositories(List.of(), schemas);
  }

  static Repositories repositories(List<SqlFunctions> functions, String... schemas) {
    return new Repositories(Stream.of(schemas).map(AnchorFactory::new).toList(), functions);
  }

  /** Restores a file of the schema {@code chat} that is not open. */
  public static Restorer restorer(Path file) {
    Repositories chat = repositories("chat");
    return Restorer.of(chat.chain("chat"), file, DatabaseSettings.DEFAULT, chat);
  }

  /** Runs statements on a file as another program does. */
  public static void raw(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** A chain of a schema {@code chat}: a file name, its text, a file name, its text. */
  public static MigrationChain chain(String... namesAndTexts) throws Exception {
    List<MigrationFile> files = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.add(
          new MigrationFile(namesAndTexts[i], "chat/" + namesAndTexts[i], namesAndTexts[i + 1]));
    }
    return MigrationChain.read("chat", () -> files);
  }

  /** Opens a file of a chain that no repository was compiled against. */
  public static SqliteDatabase open(MigrationChain chain, Path file, DatabaseSettings settings) {
    return new DatabaseOpener(chain, settings, repositories("chat")).open(file);
  }

  public static SqlStatement sql(String sql) {
    return STATEMENTS.computeIfAbsent(sql, text -> SqlStatement.of("Test.run", text));
  }

  public static long write(SqliteDatabase database, String sql, Object... values) {
    SqlStatement constant = sql(sql);
    try (PreparedStatement statement = database.write(constant)) {
      bind(statement, values);
      return statement.executeLargeUpdate();
    } catch (SQLException e) {
      throw database.failure(constant, e);
    }
  }

  public static List<Object> read(SqliteDatabase database, String sql, Object... values) {
    SqlStatement constant = sql(sql);
    try (PreparedStatement statement = database.read(constant)) {
      bind(statement, values);
      ResultSet row = statement.executeQuery();
      List<Object> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getObject(1));
      }
      return found;
    } catch (SQLException e) {
      throw database.failure(constant, e);
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
