package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.migration.MigrationTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a file means something else in a migration than in SQLite's shell, on purpose. */
class ShellDifferencesTest {

  @TempDir
  Path folder;

  private Path migrations;
  private Path file;

  @BeforeEach
  void migrations() throws Exception {
    migrations = folder.resolve("migrations");
    file = folder.resolve("data").resolve("shop.sqlite");
    Files.createDirectories(migrations.resolve("shop"));
  }

  /** In the shell the child is deleted as well. */
  @Test
  void foreignKeysAreNotEnforcedWhateverTheFileSays() throws Exception {
    write(1, """
        CREATE TABLE p (id INTEGER PRIMARY KEY);
        CREATE TABLE c (p REFERENCES p ON DELETE CASCADE);
        INSERT INTO p VALUES (1);
        INSERT INTO c VALUES (1);""");
    write(2, "PRAGMA foreign_keys = ON; DELETE FROM p;");

    assertThatThrownBy(this::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("it leaves rows that violate foreign keys: 1 of `c`");
    assertThat(value("SELECT count(*) FROM p, c")).isEqualTo("1");
  }

  /** In the shell the reference follows, because it is told to enforce foreign keys. */
  @Test
  void underTheOldBehaviourReferencesStayWhateverTheFileSays() throws Exception {
    write(1, "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p);");
    write(2, """
        PRAGMA foreign_keys = ON;
        PRAGMA legacy_alter_table = ON;
        ALTER TABLE p RENAME TO q;
        CREATE TABLE p (id INTEGER PRIMARY KEY);""");

    migrate();

    assertThat(value("SELECT \"table\" FROM pragma_foreign_key_list('c')")).isEqualTo("p");
  }

  /** The shell keeps the setting for the rest of its connection. */
  @Test
  void theOldBehaviourEndsWithItsFile() throws Exception {
    write(1, "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p);");
    write(2, "PRAGMA legacy_alter_table = ON;");
    write(3, "ALTER TABLE p RENAME TO q;");

    migrate();

    assertThat(value("SELECT \"table\" FROM pragma_foreign_key_list('c')")).isEqualTo("q");
  }

  /** The shell takes both. */
  @Test
  void foreignKeysHaveToLeadSomewhere() throws Exception {
    write(1, "CREATE TABLE c (p REFERENCES nowhere); INSERT INTO c VALUES (NULL), (1);");
    assertThatThrownBy(this::migrate)
        .hasMessageContaining("it leaves rows that violate foreign keys: 1 of `c`");

    write(1, "CREATE TABLE p (id TEXT); CREATE TABLE c (p REFERENCES p (id));");
    assertThatThrownBy(this::migrate).hasMessageContaining("foreign key mismatch");
  }

  /** In the shell nothing is copied. */
  @Test
  void triggersFireForReplacedRows() throws Exception {
    write(1, """
        CREATE TABLE t (id INTEGER PRIMARY KEY, x);
        CREATE TABLE gone (x);
        CREATE TRIGGER t_ad AFTER DELETE ON t BEGIN INSERT INTO gone VALUES (old.x); END;
        INSERT INTO t VALUES (1, 'old');
        REPLACE INTO t VALUES (1, 'new');""");

    migrate();

    assertThat(value("SELECT group_concat(x) FROM gone")).isEqualTo("old");
  }

  /** In the shell the trigger fires once. */
  @Test
  void aTriggerThatChangesItsOwnTableFiresAgain() throws Exception {
    write(1, """
        CREATE TABLE t (id INTEGER PRIMARY KEY, x, touched);
        CREATE TRIGGER t_au AFTER UPDATE ON t BEGIN UPDATE t SET touched = 'yes' WHERE id = new.id; END;
        INSERT INTO t VALUES (1, 'a', NULL);""");
    write(2, "UPDATE t SET x = 'b';");
    assertThatThrownBy(this::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("triggers nested too deep");

    write(2, """
        DROP TRIGGER t_au;
        CREATE TRIGGER t_au AFTER UPDATE OF x ON t BEGIN UPDATE t SET touched = 'yes' WHERE id = new.id; END;
        UPDATE t SET x = 'b';""");
    migrate();

    assertThat(value("SELECT touched FROM t")).isEqualTo("yes");
  }

  /** The shell goes on with the next statement, unless it is told -bail. */
  @Test
  void theFirstErrorUndoesTheFile() throws Exception {
    write(1, "CREATE TABLE a (x);");
    write(2, "INSERT INTO a VALUES (1);\nINSERT INTO b VALUES (1);\nINSERT INTO a VALUES (2);");

    assertThatThrownBy(this::migrate).hasMessageContaining("line 2: no such table: b");

    assertThat(value("SELECT count(*) FROM a")).isEqualTo("0");
  }

  /** The shell brings functions and tables of its own. */
  @Test
  void whatOnlyTheShellHasIsNotThere() throws Exception {
    write(1, "CREATE TABLE n AS SELECT value FROM generate_series(1, 9);");

    assertThatThrownBy(this::migrate).hasMessageContaining("no such table: generate_series");
  }

  /** The shell makes LF of them. */
  @Test
  void lineEndsInTextsStay() throws Exception {
    write(1, "CREATE TABLE t AS SELECT 'a\r\nb' AS x;");

    migrate();

    assertThat(value("SELECT hex(x) FROM t")).isEqualTo("610D0A62");
  }

  private void write(int version, String text) throws Exception {
    Files.writeString(migrations.resolve("shop").resolve(version + "_x.sql"), text);
  }

  private void migrate() {
    Migrator.fromFolder(migrations, "shop", file).migrate(MigrationTarget.latest());
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = Migrations.open(file)) {
      return Migrations.value(connection, sql);
    }
  }
}
