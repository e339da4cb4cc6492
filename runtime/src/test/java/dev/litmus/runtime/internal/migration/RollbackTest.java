package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseTooNewException;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.migration.MigrationTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back: what is undone, and what is refused before anything is. */
class RollbackTest {

  private static final String[] CHAIN = {
    "1_a.sql", "-- Up\nCREATE TABLE a (x INTEGER PRIMARY KEY);\n-- Down\nDROP TABLE a;",
    "2_b.sql", "-- Up\nCREATE TABLE b (a REFERENCES a ON DELETE CASCADE);\n-- Down\nDROP TABLE b;",
    "3_c.sql", "-- Up\nALTER TABLE a ADD COLUMN y;\n-- Down\nALTER TABLE a DROP COLUMN y;"
  };

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void migrated() throws Exception {
    file = folder.resolve("chat.sqlite");
    try (Connection connection = Migrations.open(file)) {
      Migrations.migrate(connection, Migrations.chain(CHAIN));
      Migrations.execute(connection, "INSERT INTO a VALUES (1, 'one'); INSERT INTO b VALUES (1)");
    }
  }

  @Test
  void theNewestAreUndoneFirstAndTheirRowsAreGone() throws Exception {
    assertThat(rollback(MigrationTarget.stepsBack(2), CHAIN)).containsExactly(3L, 2L);

    assertThat(value("SELECT group_concat(version) FROM _migrations")).isEqualTo("1");
    assertThat(value("SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'"))
        .isEqualTo("_migrations,a");
    assertThat(value("SELECT group_concat(x) FROM a")).isEqualTo("1");
    assertThat(rollback(MigrationTarget.nothing(), CHAIN)).containsExactly(1L);
    assertThat(rollback(MigrationTarget.nothing(), CHAIN)).isEmpty();
  }

  @Test
  void aVersionIsGoneBackTo() throws Exception {
    assertThat(rollback(MigrationTarget.version(3), CHAIN)).isEmpty();
    assertThat(rollback(MigrationTarget.version(1), CHAIN)).containsExactly(3L, 2L);
    assertThat(rollback(MigrationTarget.version(0), CHAIN)).containsExactly(1L);
  }

  @Test
  void upDownAndUpAgainMakesTheSameSchema() throws Exception {
    String before =
        value("SELECT group_concat(sql) FROM sqlite_schema WHERE name <> '_migrations'");

    rollback(MigrationTarget.nothing(), CHAIN);
    try (Connection connection = Migrations.open(file)) {
      assertThat(Migrations.migrate(connection, Migrations.chain(CHAIN))).isEqualTo(3);
    }

    assertThat(value("SELECT group_concat(sql) FROM sqlite_schema WHERE name <> '_migrations'"))
        .isEqualTo(before);
  }

  @Test
  void targetsThatAreNotThereAreRefused() throws Exception {
    refused(
        MigrationTarget.stepsBack(4),
        "it cannot go 4 steps back: only 3 are applied. Go back to version 0 to undo all",
        CHAIN);
    refused(
        MigrationTarget.version(7),
        "it cannot go back to version 7, which is not applied; applied are 1, 2, 3",
        CHAIN);
  }

  @Test
  void oneIrreversibleMigrationOnTheWayClosesAllOfIt() throws Exception {
    String[] chain = with(
        3,
        "-- Up\nCREATE TABLE b (a REFERENCES a ON DELETE CASCADE);"
            + "\n-- irreversible the old rows are gone");

    refused(
        MigrationTarget.nothing(),
        "migration `chat/2_b.sql` is irreversible: the old rows are gone. Nothing was undone",
        chain);
    assertThat(rollback(MigrationTarget.version(2), chain)).containsExactly(3L);
  }

  @Test
  void aMigrationThatDoesNotSayHowItIsUndoneIsRefused() throws Exception {
    refused(
        MigrationTarget.nothing(),
        "migration `chat/1_a.sql` does not say how it is undone. Nothing was undone: write that below `-- Down`",
        with(1, "CREATE TABLE a (x INTEGER PRIMARY KEY);"));
  }

  @Test
  void editedMissingAndUnknownMigrationsOnTheWayAreRefused() throws Exception {
    refused(
        MigrationTarget.nothing(),
        "migration `chat/1_a.sql` was edited after it had been applied",
        with(1, "-- Up\nCREATE TABLE a (z INTEGER PRIMARY KEY);\n-- Down\nDROP TABLE a;"));
    refused(
        MigrationTarget.nothing(),
        "version 2 (`b`) was applied on",
        CHAIN[0],
        CHAIN[1],
        CHAIN[4],
        CHAIN[5]);
    assertThatThrownBy(
            () -> rollback(MigrationTarget.stepsBack(1), CHAIN[0], CHAIN[1], CHAIN[2], CHAIN[3]))
        .isInstanceOf(DatabaseTooNewException.class)
        .hasMessageContaining("it has version 3 (`c`), the code ends at version 2");
  }

  /** The way of the newest one is open, whatever became of those below it. */
  @Test
  void whatIsNotOnTheWayDoesNotMatter() throws Exception {
    assertThat(rollback(MigrationTarget.stepsBack(1), with(1, "CREATE TABLE other (x)")))
        .containsExactly(3L);
  }

  @Test
  void aDownThatFailsIsRolledBackAndThoseBeforeItStayUndone() throws Exception {
    String[] chain = with(
        3,
        "-- Up\nCREATE TABLE b (a REFERENCES a ON DELETE CASCADE);\n-- Down\nDELETE FROM b;\nDROP TABLE nowhere;");

    assertThatThrownBy(() -> rollback(MigrationTarget.nothing(), chain))
        .isInstanceOf(MigrationException.class)
        .hasMessage("database `chat`: migration `chat/2_b.sql`, line 5: no such table: nowhere."
            + " Nothing of it was undone: correct the file and start again");

    assertThat(value("SELECT group_concat(version) FROM _migrations")).isEqualTo("1,2");
    assertThat(value("SELECT count(*) FROM b")).isEqualTo("1");
  }

  @Test
  void rowsThatLoseTheirParentsAreRefused() throws Exception {
    String[] chain = with(
        5,
        "-- Up\nALTER TABLE a ADD COLUMN y;\n-- Down\nDELETE FROM a;\nALTER TABLE a DROP COLUMN y;");

    assertThatThrownBy(() -> rollback(MigrationTarget.stepsBack(1), chain))
        .hasMessageContaining("rows that violate foreign keys: 1 of `b` without their row of `a`");

    assertThat(value("SELECT count(*) FROM a")).isEqualTo("1");
    assertThat(value("SELECT count(*) FROM _migrations")).isEqualTo("3");
  }

  /** It deletes the row, and a trigger puts it back: the next start would believe the migration applied. */
  @Test
  void aTriggerThatPutsTheRowBackIsNoticed() throws Exception {
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(
          connection,
          "CREATE TRIGGER back AFTER DELETE ON _migrations BEGIN"
              + " INSERT INTO _migrations (version, name, checksum) VALUES (OLD.version, OLD.name, OLD.checksum);"
              + " END");
    }

    assertThatThrownBy(() -> rollback(MigrationTarget.stepsBack(1), CHAIN))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining(
            "the history of migrations has the versions [1, 2, 3] after version 3, and not [1, 2]");

    assertThat(value("SELECT count(y) FROM a")).isEqualTo("1");
  }

  /** With foreign keys enforced, dropping the old table would delete every row that refers to it. */
  @Test
  void rebuildingATableOnTheWayBackLosesNoRow() throws Exception {
    String[] chain = with(5, """
        -- Up
        ALTER TABLE a ADD COLUMN y;
        -- Down
        CREATE TABLE a2 (x INTEGER PRIMARY KEY);
        INSERT INTO a2 SELECT x FROM a;
        DROP TABLE a;
        ALTER TABLE a2 RENAME TO a;
        """);

    assertThat(rollback(MigrationTarget.stepsBack(1), chain)).containsExactly(3L);

    assertThat(value("SELECT count(*) FROM b")).isEqualTo("1");
    try (Connection connection = Migrations.open(file)) {
      RollbackRunner.rollback(
          connection, Migrations.context(Migrations.chain(CHAIN)), MigrationTarget.stepsBack(1));
      assertThat(Migrations.value(connection, "PRAGMA foreign_keys")).isEqualTo("1");
    }
  }

  /** Somebody has migrated on between the plan and the lock. */
  @Test
  void whatAnotherProcessAppliedMeanwhileIsNotLeftInTheAir() throws Exception {
    MigrationChain chain = Migrations.chain(CHAIN);
    try (Connection connection = Migrations.open(file);
        Connection other = Migrations.open(file)) {
      rollback(MigrationTarget.stepsBack(1), CHAIN);
      MigrationContext context = context(chain, () -> {
        try {
          Migrations.migrate(other, chain);
        } catch (java.sql.SQLException e) {
          throw new AssertionError(e);
        }
      });
      assertThatThrownBy(
              () -> RollbackRunner.rollback(connection, context, MigrationTarget.stepsBack(1)))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("another process has applied version 3 meanwhile");
    }
    assertThat(value("SELECT group_concat(version) FROM _migrations")).isEqualTo("1,2,3");
  }

  /** The same the other way round: nothing is applied over a gap. */
  @Test
  void whatAnotherProcessUndidMeanwhileIsNotSkipped() throws Exception {
    MigrationChain chain = Migrations.chain(CHAIN);
    rollback(MigrationTarget.stepsBack(1), CHAIN);
    try (Connection connection = Migrations.open(file)) {
      MigrationContext context = context(chain, () -> {
        try {
          rollback(MigrationTarget.stepsBack(1), CHAIN);
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      });
      assertThatThrownBy(
              () -> MigrationRunner.migrate(connection, context, MigrationTarget.latest()))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("another process has undone `chat/2_b.sql` meanwhile");
    }
    assertThat(value("SELECT group_concat(version) FROM _migrations")).isEqualTo("1");
  }

  private static MigrationContext context(MigrationChain chain, MigrationOptions.Saving between) {
    MigrationContext plain = Migrations.context(chain);
    return new MigrationContext(
        chain,
        new MigrationOptions(false, Map.of(), between),
        plain.observer(),
        plain.scratch(),
        plain.patience());
  }

  private static String[] with(int index, String text) {
    String[] chain = CHAIN.clone();
    chain[index] = text;
    return chain;
  }

  private List<Long> rollback(MigrationTarget target, String... chain) throws Exception {
    try (Connection connection = Migrations.open(file)) {
      return RollbackRunner.rollback(
              connection, Migrations.context(Migrations.chain(chain)), target)
          .stream()
          .map(Migration::version)
          .toList();
    }
  }

  private void refused(MigrationTarget target, String words, String... chain) throws Exception {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> rollback(target, chain))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining(words);
    assertThat(file).hasBinaryContent(before);
  }

  private String value(String sql) throws Exception {
    try (Connection connection = Migrations.open(file)) {
      return Migrations.value(connection, sql);
    }
  }
}
