package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.migration.MigrationTarget;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code PRAGMA legacy_alter_table}: it counts in the migration that says so, and nowhere else. */
class LegacyAlterTableTest {

  private static final String INITIAL = """
      CREATE TABLE chats (id INTEGER PRIMARY KEY, title TEXT);
      CREATE TABLE messages (id INTEGER PRIMARY KEY, chat REFERENCES chats (id) ON DELETE CASCADE);
      CREATE VIEW titles AS SELECT title FROM chats;
      CREATE TRIGGER chats_ad AFTER DELETE ON messages BEGIN UPDATE chats SET title = '' WHERE id = old.chat; END;
      INSERT INTO chats VALUES (1, 'one'), (2, 'two');
      INSERT INTO messages VALUES (1, 1), (2, 2), (3, 2);
      """;

  /** The order that SQLite's manual warns of, and that works with this setting alone. */
  private static final String REBUILD = """
      -- Up
      PRAGMA legacy_alter_table = ON;
      ALTER TABLE chats RENAME TO chats_old;
      CREATE TABLE chats (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
      INSERT INTO chats SELECT * FROM chats_old;
      DROP TABLE chats_old;
      -- Down
      PRAGMA legacy_alter_table(true);
      ALTER TABLE chats RENAME TO chats_new;
      CREATE TABLE chats (id INTEGER PRIMARY KEY, title TEXT);
      INSERT INTO chats SELECT * FROM chats_new;
      DROP TABLE chats_new;
      """;

  private static final String REFERENCES = "SELECT group_concat(sql, ';') FROM"
      + " (SELECT sql FROM sqlite_schema WHERE name IN ('messages', 'titles', 'chats_ad') ORDER BY name)";

  @TempDir
  Path folder;

  private Connection connection;

  @BeforeEach
  void initial() throws Exception {
    connection = Migrations.open(folder.resolve("chat.sqlite"));
    migrate(INITIAL);
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
  }

  @Test
  void whatRefersToTheTableGoesOnToDoSoAndNoRowIsLost() throws Exception {
    String before = Migrations.value(connection, REFERENCES);

    migrate(INITIAL, REBUILD);

    assertThat(Migrations.value(connection, REFERENCES)).isEqualTo(before);
    assertThat(Migrations.value(connection, "SELECT group_concat(title) FROM titles"))
        .isEqualTo("one,two");
    assertThat(Migrations.value(connection, "SELECT count(*) FROM messages")).isEqualTo("3");
    isOff();
    Migrations.execute(connection, "DELETE FROM chats WHERE id = 2");
    assertThat(Migrations.value(connection, "SELECT count(*) FROM messages")).isEqualTo("1");
  }

  @Test
  void theNextMigrationDoesNotHaveIt() throws Exception {
    String rename = "ALTER TABLE chats RENAME TO talks;";
    migrate(INITIAL, "PRAGMA legacy_alter_table = ON;", rename);

    assertThat(Migrations.value(connection, REFERENCES))
        .contains("REFERENCES \"talks\"")
        .contains("FROM \"talks\"")
        .contains("UPDATE \"talks\"");
  }

  @Test
  void itIsOffAgainAfterTheWayBack() throws Exception {
    migrate(INITIAL, REBUILD);

    RollbackRunner.rollback(
        connection, Migrations.context(chain(INITIAL, REBUILD)), MigrationTarget.stepsBack(1));

    isOff();
    assertThat(Migrations.value(connection, "SELECT group_concat(title) FROM titles"))
        .isEqualTo("one,two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A statement fails.
        "INSERT INTO nowhere VALUES (1);",
        // It takes the transaction along.
        "INSERT OR ROLLBACK INTO chats (id) VALUES (1);",
        // Nothing fails before the end.
        "INSERT INTO messages VALUES (4, 77);"
      })
  void itIsOffAgainWhenTheMigrationFails(String failing) throws Exception {
    String on = "-- Up\nPRAGMA legacy_alter_table = ON;\n";

    assertThatThrownBy(() -> migrate(INITIAL, on + failing)).isInstanceOf(MigrationException.class);

    isOff();
    assertThat(Migrations.value(connection, "PRAGMA foreign_keys")).isEqualTo("1");
    String down = on + "-- Down\nPRAGMA legacy_alter_table = ON;\n" + failing;
    migrate(INITIAL, down);
    assertThatThrownBy(() -> RollbackRunner.rollback(
            connection, Migrations.context(chain(INITIAL, down)), MigrationTarget.stepsBack(1)))
        .isInstanceOf(MigrationException.class);
    isOff();
  }

  @Test
  void itIsOffAgainWhenTheCallbackFails() throws Exception {
    MigrationContext context = Migrations.context(chain(INITIAL, REBUILD));
    MigrationOptions options = new MigrationOptions(
        false,
        Map.of(2L, sql -> {
          throw new IllegalStateException("no");
        }),
        () -> {});

    assertThatThrownBy(() -> MigrationRunner.migrate(
            connection,
            new MigrationContext(
                context.chain(),
                options,
                context.observer(),
                context.scratch(),
                context.patience()),
            MigrationTarget.latest()))
        .isInstanceOf(MigrationException.class);

    isOff();
  }

  @Test
  void whoHasItOnKeepsIt() throws Exception {
    Migrations.execute(connection, "PRAGMA legacy_alter_table = ON");

    migrate(INITIAL, "PRAGMA legacy_alter_table = OFF;");

    assertThat(Migrations.value(connection, "PRAGMA legacy_alter_table")).isEqualTo("1");
  }

  @Test
  void theCompilerAppliesTheSame() throws Exception {
    MigrationChain chain = chain(INITIAL, REBUILD);
    String before = Migrations.value(connection, REFERENCES);
    try (Connection fresh = Migrations.open(Path.of(":memory:"))) {
      chain.applyTo(fresh, migration -> {});

      assertThat(Migrations.value(fresh, REFERENCES)).isEqualTo(before);
      assertThat(Migrations.value(fresh, "PRAGMA legacy_alter_table")).isEqualTo("0");
    }
    try (Connection fresh = Migrations.open(Path.of(":memory:"))) {
      Rehearsal.prepare(fresh);
      Migration rebuild = chain.migrations().get(1);
      Rehearsal.up(fresh, chain.migrations().get(0));
      Rehearsal.up(fresh, rebuild);
      assertThat(Migrations.value(fresh, "PRAGMA legacy_alter_table")).isEqualTo("0");
      Rehearsal.down(fresh, rebuild);
      assertThat(Migrations.value(fresh, "PRAGMA legacy_alter_table")).isEqualTo("0");
      assertThat(Migrations.value(fresh, REFERENCES)).isEqualTo(before);
    }
  }

  private void isOff() throws SQLException {
    assertThat(Migrations.value(connection, "PRAGMA legacy_alter_table")).isEqualTo("0");
  }

  private void migrate(String... texts) throws SQLException {
    Migrations.migrate(connection, chain(texts));
  }

  private static MigrationChain chain(String... texts) {
    String[] namesAndTexts = new String[2 * texts.length];
    for (int i = 0; i < texts.length; i++) {
      namesAndTexts[2 * i] = (i + 1) + "_x.sql";
      namesAndTexts[2 * i + 1] = texts[i];
    }
    return Migrations.chain(namesAndTexts);
  }
}
