package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseBusyException.Reason;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.DatabaseCorruptException;
import dev.litmus.runtime.error.DatabaseFullException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.ErrorCode;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.NotADatabaseException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.error.ValueException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite refuses, provoked for real where that can be done. */
class ErrorTest {

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    chat = databases.get("chat");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private Failures.Place place() {
    return new Failures.Place("chat", "Test.run", chat.place(), false, false);
  }

  /** What becomes of an error that SQLite does not commit on demand. */
  private LitmusException constructed(SQLiteErrorCode code, String words) {
    return Failures.of(
        place(),
        new SQLiteException("[" + code.name() + "] " + code.message + " (" + words + ")", code));
  }

  private Connection stranger() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + chat.place());
  }

  @Test
  void aFullDatabaseKeepsWhatWasCommitted() throws Exception {
    write(chat, "INSERT INTO anything (v) VALUES ('kept')");
    read(chat, "SELECT 1");
    setOnWriter("PRAGMA max_page_count=20");
    Transaction transaction = chat.begin(TransactionMode.IMMEDIATE);
    write(chat, "INSERT INTO anything (v) VALUES ('lost')");
    assertThatThrownBy(() -> write(chat, "INSERT INTO anything (v) VALUES (zeroblob(1000000))"))
        .isInstanceOfSatisfying(DatabaseFullException.class, e -> {
          assertThat(e.code()).isEqualTo(ErrorCode.DB_FULL);
          assertThat(e.sqliteCode()).hasValue(13);
          assertThat(e.isRetriable()).isFalse();
        })
        .hasMessageContaining("Make room on the disk");
    assertThatThrownBy(() -> write(chat, "INSERT INTO anything (v) VALUES ('after')"))
        .isInstanceOf(TransactionException.class);
    transaction.close();
    assertThat(read(chat, "SELECT v FROM anything")).containsExactly("kept");
  }

  /** A PRAGMA of the writer's own connection, which is the only one that writes. */
  private void setOnWriter(String pragma) throws SQLException {
    try (PreparedStatement statement = chat.write(sql(pragma));
        ResultSet row = statement.executeQuery()) {
      row.next();
    }
  }

  @Test
  void aConnectionThatMayNotWriteIsReadOnly() throws Exception {
    SqlStatement wrong = sql("INSERT INTO anything (v) VALUES (1)");
    SQLException refused = null;
    try (PreparedStatement statement = chat.read(wrong)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      refused = e;
    }

    assertThat(chat.failure(wrong, Objects.requireNonNull(refused)))
        .isInstanceOf(DatabaseReadOnlyException.class)
        .hasMessageContaining("must not be lent as one that reads");
    assertThat(constructed(
            SQLiteErrorCode.SQLITE_READONLY_DBMOVED, "attempt to write a readonly database"))
        .isInstanceOf(DatabaseReadOnlyException.class)
        .hasMessageContaining("was moved or deleted while it was open");
  }

  @Test
  void aDamagedFileIsCorrupt() throws Exception {
    for (int i = 0; i < 200; i++) {
      write(chat, "INSERT INTO anything (v) VALUES (?)", "some text that fills pages, no " + i);
    }
    long page = (Integer)
        read(chat, "SELECT rootpage FROM sqlite_schema WHERE name = 'anything'").get(0);
    Path file = chat.file().orElseThrow();
    databases.close();
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek((page - 1) * 4096);
      bytes.write(new byte[4096]);
    }
    databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    chat = databases.get("chat");
    assertThatThrownBy(() -> read(chat, "SELECT v FROM anything"))
        .isInstanceOf(DatabaseCorruptException.class)
        .hasMessageContaining("Restore a backup of " + file);
    assertThat(read(chat, "SELECT count(*) FROM chats")).containsExactly(0);
  }

  @Test
  void aDamagedFullTextIndexIsRebuilt() {
    write(chat, "CREATE VIRTUAL TABLE found USING fts5(content)");
    write(chat, "INSERT INTO found (content) VALUES ('one two three')");
    write(chat, "DELETE FROM found_data WHERE id > 10");
    assertThatThrownBy(() -> read(chat, "SELECT rowid FROM found WHERE found MATCH ?", "two"))
        .isInstanceOfSatisfying(
            DatabaseCorruptException.class, e -> assertThat(e.sqliteCode()).hasValue(267))
        .hasMessageContaining("INSERT INTO found(found) VALUES('rebuild')");
    write(chat, "INSERT INTO found(found) VALUES('rebuild')");
    assertThat(read(chat, "SELECT rowid FROM found WHERE found MATCH ?", "two")).containsExactly(1);
  }

  @Test
  void aFileThatIsNoDatabaseCannotBeOpened() {
    SQLiteException e = new SQLiteException(
        "[SQLITE_NOTADB] x (file is not a database)", SQLiteErrorCode.SQLITE_NOTADB);
    assertThat(Failures.ofOpen("chat", chat.place(), e))
        .isInstanceOf(NotADatabaseException.class)
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("is not an SQLite database");
    assertThat(constructed(SQLiteErrorCode.SQLITE_NOTADB, "file is not a database"))
        .isInstanceOf(NotADatabaseException.class)
        .hasMessageContaining("restore a backup");
    assertThat(Failures.ofOpen(
            "chat",
            chat.place(),
            new SQLiteException(
                "[SQLITE_CANTOPEN] x (unable to open database file)",
                SQLiteErrorCode.SQLITE_CANTOPEN)))
        .isExactlyInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("Check that " + chat.place());
  }

  @Test
  void anotherProcessHoldsTheFile() throws Exception {
    try (Connection other = stranger();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> write(chat, "INSERT INTO counters (n) VALUES (1)"))
          .isInstanceOfSatisfying(DatabaseBusyException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.OTHER_PROCESS);
            assertThat(e.holders()).isEmpty();
            assertThat(e.isRetriable()).isTrue();
          })
          .hasMessageContaining("locked by another process");
      statement.execute("ROLLBACK");
    }
    write(chat, "INSERT INTO counters (n) VALUES (1)");
  }

  @Test
  void anOvertakenSnapshotIsToldFromALock() throws Exception {
    SQLException overtaken = null;
    try (Connection other = stranger();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN");
      statement.executeQuery("SELECT n FROM counters").close();
      write(chat, "INSERT INTO counters (n) VALUES (1)");
      statement.execute("INSERT INTO counters (n) VALUES (2)");
    } catch (SQLException e) {
      overtaken = e;
    }

    assertThat(Failures.of(place(), Objects.requireNonNull(overtaken)))
        .isInstanceOfSatisfying(DatabaseBusyException.class, e -> {
          assertThat(e.sqliteCode()).hasValue(517);
          assertThat(e.reason()).isEqualTo(Reason.SNAPSHOT);
          assertThat(e.isRetriable()).isTrue();
        })
        .hasMessageContaining("Run the whole transaction again");
  }

  @Test
  void valuesOfTheWrongSizeOrTypeAreRefused() {
    assertThatThrownBy(() -> read(chat, "SELECT zeroblob(?)", 2_000_000_000))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("Keep values below a billion bytes");
    assertThatThrownBy(() -> read(chat, "SELECT 1 LIMIT ?", "ten"))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("integers only");
  }

  @Test
  void anInterruptFromOutsideIsTheEndOfTheDatabase() {
    SQLiteException interrupted =
        new SQLiteException("[SQLITE_INTERRUPT] x (interrupted)", SQLiteErrorCode.SQLITE_INTERRUPT);
    assertThat(Failures.of(place(), interrupted)).isInstanceOf(StatementException.class);
    assertThat(
            Failures.of(new Failures.Place("chat", null, chat.place(), true, false), interrupted))
        .isInstanceOf(DatabaseClosedException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE_LOCKED,        Close the results",
    "SQLITE_NOMEM,         more memory",
    "SQLITE_IOERR_READ,    The disk or its file system failed",
    "SQLITE_IOERR_NOMEM,   more memory",
    "SQLITE_CANTOPEN,      file descriptors",
    "SQLITE_SCHEMA,        Somebody else changed the schema",
    "SQLITE_MISUSE,        report it",
    "SQLITE_AUTH,          does not allow it"
  })
  void whatHasNoTypeOfItsOwnHasAdvice(SQLiteErrorCode code, String advice) {
    LitmusException e = constructed(code, "words");
    assertThat(e)
        .isInstanceOf(StatementException.class)
        .hasMessageStartingWith("database `chat`, Test.run: words. ")
        .hasMessageContaining(advice);
    assertThat(e.sqliteCode()).hasValue(code.code);
    assertThat(e.isRetriable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"SQLITE_BUSY_RECOVERY, recovering", "SQLITE_PROTOCOL, Try again"})
  void locksOfOthersAreBusy(SQLiteErrorCode code, String word) {
    assertThat(constructed(code, "words"))
        .isInstanceOf(DatabaseBusyException.class)
        .hasMessageContaining(word);
  }

  @ParameterizedTest
  @CsvSource({"SQLITE_CORRUPT_INDEX, REINDEX", "SQLITE_CORRUPT_SEQUENCE, Restore a backup"})
  void damageSaysWhatMendsIt(SQLiteErrorCode code, String word) {
    assertThat(constructed(code, "words"))
        .isInstanceOf(DatabaseCorruptException.class)
        .hasMessageContaining(word);
  }

  /** SQLite has rolled back already when the savepoint is to be undone. */
  @Test
  void aFailingRollbackIsKeptAsSuppressed() {
    IllegalStateException thrown = catchThrowableOfType(
        IllegalStateException.class,
        () -> chat.transaction(() -> {
          // Undone under the runtime's feet, so that its own savepoint is gone.
          chat.transaction(() -> {
            write(chat, "RELEASE litmus_1");
            throw new IllegalStateException("the work");
          });
        }));
    assertThat(thrown).hasMessage("the work");
    assertThat(thrown.getSuppressed())
        .hasSize(1)
        .allSatisfy(late -> assertThat(late)
            .isInstanceOf(StatementException.class)
            .hasMessageContaining("no such savepoint: litmus_1"));
    write(chat, "INSERT INTO counters (n) VALUES (1)");
    assertThat(read(chat, "SELECT n FROM counters")).containsExactly(1);
  }
}
