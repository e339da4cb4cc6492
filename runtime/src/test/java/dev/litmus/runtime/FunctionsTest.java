package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.FunctionException;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.function.AggregateFunction;
import dev.litmus.runtime.function.FunctionCall;
import dev.litmus.runtime.function.FunctionRegistry;
import dev.litmus.runtime.function.SqlFunctions;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.nio.file.Path;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions and collations of an application, on real files. */
class FunctionsTest {

  private static final String UP = """
      -- Up
      CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT, slug TEXT AS (slug(title)),
        CHECK (slug(title) <> 'forbidden'));
      CREATE INDEX notes_slug ON notes (slug(title));
      CREATE UNIQUE INDEX notes_title ON notes (title COLLATE backwards);
      INSERT INTO notes (title) VALUES ('First Note'), ('An Other');
      -- Down
      DROP TABLE notes;
      """;

  @TempDir
  Path directory;

  private SqliteDatabase open;

  /** As the processor would write them. */
  static SqlFunctions functions(String schema, Consumer<FunctionRegistry> adding) {
    return new SqlFunctions() {
      @Override
      public String declaredBy() {
        return "app.TextFunctions";
      }

      @Override
      public String version() {
        return LitmusVersion.CURRENT;
      }

      @Override
      public Optional<String> schema() {
        return Optional.ofNullable(schema);
      }

      @Override
      public void addTo(FunctionRegistry registry) {
        adding.accept(registry);
      }
    };
  }

  private static void texts(FunctionRegistry registry) {
    registry.scalar("slug", 1, true, FunctionsTest::slug);
    registry.collation("backwards", Comparator.reverseOrder());
  }

  private static void slug(FunctionCall call) throws SQLException {
    if (!call.isNull(0)) {
      call.result(call.getString(0).toLowerCase(Locale.ROOT).replace(' ', '-'));
    }
  }

  private SqliteDatabase open(Consumer<FunctionRegistry> more) throws Exception {
    return open(TestDatabases.SHORT, UP, more);
  }

  private SqliteDatabase open(DatabaseSettings settings, String up, Consumer<FunctionRegistry> more)
      throws Exception {
    MigrationChain chain = TestDatabases.chain("001_notes.sql", up);
    List<SqlFunctions> all = List.of(
        functions(null, FunctionsTest::texts),
        functions("chat", more),
        functions("other", registry -> registry.scalar("slug", 1, true, call -> {})));
    open = new DatabaseOpener(chain, settings, TestDatabases.repositories(all, "chat"))
        .open(directory.resolve("chat.sqlite"));
    return open;
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  @Test
  void theMigrationUsesThemAndEveryConnectionHasThem() throws Exception {
    SqliteDatabase database = open(registry -> {});

    assertThat(read(database, "SELECT slug FROM notes ORDER BY title COLLATE backwards"))
        .containsExactly("first-note", "an-other");
    // The writer, and all readers at once.
    assertThat(write(
            database, "UPDATE notes SET title = 'New Title' WHERE slug(title) = ?", "an-other"))
        .isEqualTo(1);
    int threads = 4;
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Object>>> found = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        found.add(pool.submit(() ->
            database.transaction(TransactionOptions.of(TransactionMode.READ), () -> {
              List<Object> before = read(database, "SELECT slug('A B')");
              await(together);
              before.addAll(
                  read(database, "SELECT slug FROM notes WHERE slug(title) = 'new-title'"));
              return before;
            })));
      }
      for (Future<List<Object>> one : found) {
        assertThat(one.get(10, TimeUnit.SECONDS)).containsExactly("a-b", "new-title");
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCheckUsesThem() throws Exception {
    SqliteDatabase database = open(registry -> {});

    assertThatThrownBy(() -> write(database, "INSERT INTO notes (title) VALUES ('Forbidden')"))
        .hasMessageContaining("CHECK");
  }

  @Test
  void aDatabaseInMemoryHasThem() throws Exception {
    Repositories repositories =
        TestDatabases.repositories(List.of(functions(null, FunctionsTest::texts)), "chat");
    open = new DatabaseOpener(
            TestDatabases.chain("001_notes.sql", UP), TestDatabases.SHORT, repositories)
        .inMemory();

    assertThat(read(open, "SELECT slug FROM notes ORDER BY id"))
        .containsExactly("first-note", "an-other");
  }

  @Test
  void theDatabasesOfAnotherSchemaDoNot() throws Exception {
    SqliteDatabase database = open(registry -> {});

    // That of `other` would have taken the place of the first.
    assertThat(read(database, "SELECT slug('A B')")).containsExactly("a-b");
  }

  @Test
  void twoOfOneNameAreRefused() {
    assertThatThrownBy(() -> open(registry -> registry.scalar("SLUG", 1, true, call -> {})))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("both declare the function `slug` of 1 arguments");
    assertThatThrownBy(
            () -> open(registry -> registry.collation("Backwards", Comparator.naturalOrder())))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("both declare the collation `backwards`");
  }

  @Test
  void onesOfAnotherArityAreOthers() throws Exception {
    SqliteDatabase database =
        open(registry -> registry.scalar("slug", 2, true, call -> call.result(2)));

    assertThat(read(database, "SELECT slug('A') || slug('A', 'B')")).containsExactly("a2");
  }

  @Test
  void whatAFunctionThrowsIsTheCause() throws Exception {
    IllegalStateException thrown = new IllegalStateException("a secret");
    SqliteDatabase database = open(registry -> registry.scalar("boom", 1, false, call -> {
      throw thrown;
    }));

    FunctionException failed = catchThrowableOfType(
        FunctionException.class, () -> read(database, "SELECT boom(?)", "boom"));
    assertThat(failed).cause().isSameAs(thrown);
    assertThat(failed)
        .hasMessage(
            "database `chat`, Test.run: the function `boom` threw java.lang.IllegalStateException");
    assertThat(failed.function()).isEqualTo("boom");
    // It is blamed for nothing that comes after.
    assertThatThrownBy(() -> read(database, "SELECT nonsense"))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("no such column");
    assertThat(read(database, "SELECT 1")).containsExactly(1);
  }

  @Test
  void errorsOfTheVirtualMachineAreNoneOfSqlites() throws Exception {
    SqliteDatabase database = open(registry -> registry.scalar("deep", 0, false, call -> deep(1)));

    assertThatThrownBy(() -> read(database, "SELECT deep()"))
        .isInstanceOf(FunctionException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(read(database, "SELECT slug('A')")).containsExactly("a");
  }

  private static int deep(int at) {
    return at == 0 ? 0 : deep(at + 1) + 1;
  }

  @Test
  void theTransactionGoesOnAfterAFunctionFailed() throws Exception {
    SqliteDatabase database = open(registry -> registry.scalar("boom", 0, false, call -> {
      throw new IllegalStateException();
    }));

    database.transaction(() -> {
      write(database, "INSERT INTO notes (title) VALUES ('Kept')");
      assertThatThrownBy(() -> write(database, "INSERT INTO notes (title) SELECT boom()"))
          .isInstanceOf(FunctionException.class);
      write(database, "INSERT INTO notes (title) VALUES ('Too')");
    });

    assertThat(read(database, "SELECT count(*) FROM notes")).containsExactly(4);
  }

  @Test
  void aFunctionCannotUseTheDatabaseThatCallsIt() throws Exception {
    SqliteDatabase database = open(registry -> registry.scalar(
        "nested", 0, false, call -> call.result(read(open, "SELECT 1").size())));

    assertThatThrownBy(() -> read(database, "SELECT nested()"))
        .isInstanceOf(FunctionException.class)
        .hasCauseInstanceOf(TransactionException.class)
        .cause()
        .hasMessageContaining("the function `nested` uses the database whose statement calls it");
    assertThatThrownBy(() -> database.transaction(() -> read(database, "SELECT nested()")))
        .hasCauseInstanceOf(TransactionException.class);
    assertThat(read(database, "SELECT 1")).containsExactly(1);
  }

  @Test
  void allKindsOfValuesComeAndGo() throws Exception {
    open(registry -> {
      registry.scalar(
          "text", 1, true, call -> call.resultOrNull(call.isNull(0) ? null : call.getString(0)));
      registry.scalar("int", 1, true, call -> call.result(call.getInt(0)));
      registry.scalar("long", 1, true, call -> call.resultOrNull(call.getLong(0)));
      registry.scalar("real", 1, true, call -> call.resultOrNull(call.getDouble(0)));
      registry.scalar("bool", 1, true, call -> call.resultOrNull(!call.getBoolean(0)));
      registry.scalar("bytes", 1, true, call -> call.resultOrNull(call.getBytes(0)));
      registry.scalar("no_value", 0, true, call -> {});
    });

    assertThat(one("text('\u00e4' || char(0) || char(128512))")).isEqualTo("\u00e4\0\ud83d\ude00");
    assertThat(one("text('')")).isEqualTo("");
    assertThat(one("text(7)")).isEqualTo("7");
    assertThat(one("text(NULL)")).isNull();
    assertThat(one("int(-2147483648)")).isEqualTo(Integer.MIN_VALUE);
    assertThat(one("long(9223372036854775807)")).isEqualTo(Long.MAX_VALUE);
    assertThat(one("long(3.0)")).isEqualTo(3);
    assertThat(one("real(1)")).isEqualTo(1.0);
    assertThat(one("real(0.5)")).isEqualTo(0.5);
    assertThat(one("bool(1)")).isEqualTo(0);
    assertThat((byte[]) one("bytes(x'0001ff')")).containsExactly(0, 1, -1);
    assertThat((byte[]) one("bytes(x'')")).isEmpty();
    assertThat(one("typeof(bytes(x''))")).isEqualTo("blob");
    assertThat(one("typeof(no_value())")).isEqualTo("null");
  }

  private Object one(String expression) {
    return read(open, "SELECT " + expression).get(0);
  }

  @Test
  void whatAnArgumentIsNotIsRefused() throws Exception {
    open(registry -> {
      registry.scalar("text", 1, true, call -> call.result(call.getString(0)));
      registry.scalar("int", 1, true, call -> call.result(call.getInt(0)));
      registry.scalar("real", 1, true, call -> call.result(call.getDouble(0)));
      registry.scalar("bool", 1, true, call -> call.result(call.getBoolean(0)));
      registry.scalar("bytes", 1, true, call -> call.result(call.getBytes(0)));
      registry.scalar("nan", 0, true, call -> call.result(Double.NaN));
      registry.scalar("half", 0, true, call -> call.result("a\ud800"));
    });

    refused("text(x'00')", "the function `text`: argument 1 is a blob and not text");
    refused("int('7')", "argument 1 is text and not an integer");
    refused("int(2147483648)", "argument 1 does not fit an int");
    refused("int(0.5)", "argument 1 is a real number and not an integer");
    refused("int(NULL)", "argument 1 is NULL and not an integer");
    refused("real('x')", "argument 1 is text and not a number");
    refused("real(9007199254740993)", "argument 1 is an integer that no double is equal to");
    refused("bool(2)", "argument 1 is an integer and not a boolean, 0 or 1");
    refused("bytes('x')", "argument 1 is text and not a blob");
    refused("nan()", "the result is NaN");
    refused("half()", "the result holds half of a character");
  }

  private void refused(String expression, String message) {
    assertThatThrownBy(() -> one(expression))
        .isInstanceOf(FunctionException.class)
        .hasMessageContaining(message)
        .hasCauseInstanceOf(SQLDataException.class);
  }

  private static final class Longest implements AggregateFunction {
    private String longest = "";

    @Override
    public void step(FunctionCall row) throws SQLException {
      if (row.isNull(0)) {
        throw new IllegalStateException("no text");
      }
      String text = row.getString(0);
      longest = text.length() > longest.length() ? text : longest;
    }

    @Override
    public void finish(FunctionCall call) throws SQLException {
      call.result(longest);
    }
  }

  @Test
  void anAggregateHasAStateForEachGroup() throws Exception {
    SqliteDatabase database =
        open(registry -> registry.aggregate("longest", 1, true, Longest::new));
    write(database, "INSERT INTO notes (title) VALUES ('A'), ('Flower'), ('Ferry')");

    assertThat(read(database, "SELECT longest(title) FROM notes GROUP BY substr(title, 1, 1)"))
        .containsExactly("An Other", "First Note");
    assertThat(read(database, "SELECT longest(title) FROM notes WHERE FALSE")).containsExactly("");
    assertThatThrownBy(() -> read(database, "SELECT longest(NULL) FROM notes"))
        .isInstanceOf(FunctionException.class)
        .hasRootCauseMessage("no text");
    assertThat(read(database, "SELECT longest(title) FROM notes")).containsExactly("First Note");
  }

  @Test
  void aFunctionThatIsNotDeterministicHasNoPlaceInASchema() {
    assertThatThrownBy(() -> open(
            TestDatabases.SHORT,
            UP.replace("slug(", "changing("),
            registry -> registry.scalar("changing", 1, false, FunctionsTest::slug)))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("non-deterministic");
  }

  /** SQLite cannot be told that a comparison failed, and would commit an index in the wrong order. */
  @Test
  void aCollationThatThrowsUndoesTheStatement() throws Exception {
    SqliteDatabase database =
        open(TestDatabases.SHORT, UP.replace("backwards", "picky"), FunctionsTest::picky);

    assertThatThrownBy(() -> write(database, "INSERT INTO notes (title) VALUES ('bad')"))
        .isInstanceOf(FunctionException.class)
        .hasMessage(
            "database `chat`, Test.run: the collation `picky` threw java.lang.IllegalArgumentException")
        .hasRootCauseMessage("bad");
    assertThat(read(database, "SELECT count(*) FROM notes")).containsExactly(2);
    assertThatThrownBy(() -> read(
            database, "SELECT title FROM notes UNION SELECT 'bad' ORDER BY title COLLATE picky"))
        .isInstanceOf(FunctionException.class);
    assertThat(write(database, "INSERT INTO notes (title) VALUES ('good')")).isEqualTo(1);
    assertThat(read(database, "PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void aCollationThatThrowsUndoesTheTransaction() throws Exception {
    SqliteDatabase database =
        open(TestDatabases.SHORT, UP.replace("backwards", "picky"), FunctionsTest::picky);

    assertThatThrownBy(() -> database.transaction(() -> {
          write(database, "INSERT INTO notes (title) VALUES ('good')");
          assertThatThrownBy(() -> write(database, "INSERT INTO notes (title) VALUES ('bad')"))
              .isInstanceOf(FunctionException.class);
          write(database, "INSERT INTO notes (title) VALUES ('better')");
        }))
        .isInstanceOf(TransactionException.class);
    assertThat(read(database, "SELECT count(*) FROM notes")).containsExactly(2);
    assertThat(read(database, "PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void aCollationThatThrowsFailsTheMigration() {
    assertThatThrownBy(() -> open(
            TestDatabases.SHORT,
            UP.replace("backwards", "picky").replace("An Other", "bad"),
            FunctionsTest::picky))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("001_notes.sql`, line 6: the collation `picky` threw")
        .hasRootCauseMessage("bad");
  }

  private static void picky(FunctionRegistry registry) {
    registry.collation("picky", (left, right) -> {
      if (left.equals("bad") || right.equals("bad")) {
        throw new IllegalArgumentException("bad");
      }
      return right.compareTo(left);
    });
  }

  @Test
  void aFunctionThatThrowsFailsTheMigration() {
    assertThatThrownBy(() -> open(
            TestDatabases.SHORT,
            UP.replace("(title) <> 'f", "(title) <> boom() || 'f"),
            registry -> registry.scalar("boom", 0, true, call -> {
              throw new IllegalStateException("boom");
            })))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("the function `boom` threw java.lang.IllegalStateException")
        .hasRootCauseMessage("boom");
  }

  @Test
  void sqlCannotLoadExtensions() throws Exception {
    SqliteDatabase database = open(registry -> {});

    assertThatThrownBy(() -> read(database, "SELECT load_extension('x')"))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("not authorized");
  }

  @Test
  void aFunctionThatNoExtensionHasBroughtIsNamed() {
    assertThatThrownBy(() -> open(registry -> registry.extension("distance", 2)))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("no extension has brought the function `distance` of 2 arguments")
        .hasMessageContaining("s.extension(path)");
  }

  @Test
  void anExtensionThatIsNotThereIsNamed() {
    Path missing = directory.resolve("missing.so");

    assertThatThrownBy(() -> open(
            TestDatabases.SHORT.with(settings -> settings.extension(missing)), UP, registry -> {}))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("the extension " + missing + " cannot be loaded: ")
        .hasMessageContaining("built for this system");
  }
}
