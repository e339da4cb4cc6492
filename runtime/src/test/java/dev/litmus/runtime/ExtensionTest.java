package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A library that the C compiler of this machine makes, where there is one. Without SQLite's header: what an extension is
 * handed is a table of functions, of which this one calls what stands at a fixed place of it.
 */
class ExtensionTest {

  /** The places in {@code struct sqlite3_api_routines}, which never change. */
  private static final String SOURCE = """
      typedef void (*routine)(void);
      typedef void (*function)(void *, int, void **);
      typedef int (*create_function)(
          void *, const char *, int, int, void *, function, function, void (*)(void *));
      typedef long long (*value_int64)(void *);
      typedef void (*result_int64)(void *, long long);

      enum { CREATE_FUNCTION = 45, RESULT_INT64 = 83, VALUE_INT64 = 107 };
      enum { UTF8 = 1, DETERMINISTIC = 0x800 };

      static const routine *sqlite;

      static void twice(void *context, int count, void **values) {
        long long value = ((value_int64) sqlite[VALUE_INT64])(values[0]);
        ((result_int64) sqlite[RESULT_INT64])(context, 2 * value);
      }

      int sqlite3_twice_init(void *database, char **error, const routine *api) {
        sqlite = api;
        return ((create_function) api[CREATE_FUNCTION])(
            database, "twice", 1, UTF8 | DETERMINISTIC, 0, twice, 0, 0);
      }
      """;

  @TempDir
  Path directory;

  private SqliteDatabase open(Path library) throws Exception {
    Repositories repositories = TestDatabases.repositories(
        List.of(FunctionsTest.functions("chat", registry -> registry.extension("Twice", 1))),
        "chat");
    MigrationChain chain = TestDatabases.chain("001_numbers.sql", """
        -- Up
        CREATE TABLE numbers (value INTEGER, CHECK (twice(value) > 0));
        CREATE INDEX numbers_twice ON numbers (twice(value));
        INSERT INTO numbers VALUES (1), (21);
        -- Down
        DROP TABLE numbers;
        """);
    DatabaseSettings settings = TestDatabases.SHORT.with(s -> s.extension(library));
    return new DatabaseOpener(chain, settings, repositories).open(directory.resolve("chat.sqlite"));
  }

  private Path compile() throws IOException, InterruptedException {
    Path source = Files.writeString(directory.resolve("twice.c"), SOURCE);
    Path library = directory.resolve("twice.so");
    List<String> command =
        List.of("gcc", "-shared", "-fPIC", "-o", library.toString(), source.toString());
    try {
      Process gcc = new ProcessBuilder(command).redirectErrorStream(true).start();
      assumeTrue(gcc.waitFor(30, TimeUnit.SECONDS) && gcc.exitValue() == 0, "no C compiler");
    } catch (IOException e) {
      assumeTrue(false, "no C compiler");
    }
    return library;
  }

  @Test
  void theMigrationUsesItAndEveryConnectionHasIt() throws Exception {
    try (SqliteDatabase database = open(compile())) {
      assertThat(read(database, "SELECT twice(value) FROM numbers ORDER BY value"))
          .containsExactly(2, 42);
      assertThat(TestDatabases.write(database, "UPDATE numbers SET value = twice(value)"))
          .isEqualTo(2);
      // Loading is over.
      assertThatThrownBy(() -> read(database, "SELECT load_extension('twice')"))
          .isInstanceOf(StatementException.class)
          .hasMessageContaining("not authorized");
    }
  }

  @Test
  void whatIsNoLibraryIsNamed() throws Exception {
    Path text = Files.writeString(directory.resolve("twice.so"), "no library");

    assertThatThrownBy(() -> open(text))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("the extension " + text + " cannot be loaded: ");
  }
}
