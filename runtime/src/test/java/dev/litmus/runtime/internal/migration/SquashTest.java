package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.migration.MigrationTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that stands for older ones. */
class SquashTest {

  private static final String[] OLD = {
    "1_a.sql", "CREATE TABLE a (x);",
    "2_b.sql", "ALTER TABLE a ADD COLUMN y;",
    "3_c.sql", "CREATE INDEX a_y ON a (y);"
  };
  private static final String SQUASH = """
      -- squashes 1-3
      -- Up
      CREATE TABLE a (x, y);
      CREATE INDEX a_y ON a (y);
      -- Down
      DROP TABLE a;
      """;
  private static final String[] NEW = {
    "3_start.sql", SQUASH, "4_d.sql", "-- Up\nCREATE TABLE d (x);\n-- Down\nDROP TABLE d;"
  };

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("chat.sqlite");
  }

  @Test
  void aFreshDatabaseAppliesItAlone() throws Exception {
    assertThat(migrate(NEW)).isEqualTo(2);

    assertThat(value("SELECT group_concat(version || name) FROM _migrations"))
        .isEqualTo("3start,4d");
    assertThat(migrate(NEW)).isZero();
  }

  @Test
  void aDatabaseThatHasAllOfThemHasIt() throws Exception {
    migrate(OLD);

    assertThat(migrate(NEW)).isEqualTo(1);

    assertThat(value("SELECT group_concat(version || name) FROM _migrations"))
        .isEqualTo("1a,2b,3c,4d");
    try (Connection connection = Migrations.open(file)) {
      MigrationChain chain = Migrations.chain(NEW);
      assertThat(MigrationStates.read(connection, chain))
          .extracting(state -> state.version() + state.name() + " " + state.kind())
          .containsExactly("3start APPLIED", "4d APPLIED");
      assertThat(HistoryRepair.run(connection, Migrations.context(chain))).isEmpty();
    }
  }

  @Test
  void oneInTheMiddleIsRefusedWithWhatToDo() throws Exception {
    migrate("1_a.sql", OLD[1], "2_b.sql", OLD[3]);
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> migrate(NEW))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "database `chat`: the database has version 1 (`a`) and not all others that `chat/3_start.sql`"
                + " stands for, 1 to 3. Bring it to version 3 with a release that has their files, and then start this one");

    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void itsDownUndoesThemAll() throws Exception {
    migrate(OLD);
    migrate(NEW);
    try (Connection connection = Migrations.open(file)) {
      MigrationContext context = Migrations.context(Migrations.chain(NEW));
      assertThatThrownBy(
              () -> RollbackRunner.rollback(connection, context, MigrationTarget.version(2)))
          .hasMessageContaining("which is not applied; applied are 3, 4");
      assertThat(RollbackRunner.rollback(connection, context, MigrationTarget.nothing()))
          .extracting(Migration::version)
          .containsExactly(4L, 3L);
    }
    assertThat(value("SELECT count(*) FROM _migrations")).isEqualTo("0");
    assertThat(value("SELECT count(*) FROM sqlite_schema")).isEqualTo("1");
  }

  @Test
  void aBaselineShowsThatItMakesTheSame() throws Exception {
    migrate(OLD);
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(connection, "DROP TABLE _migrations");
      MigrationContext other = Migrations.context(
          Migrations.chain("3_start.sql", SQUASH.replace("(x, y)", "(x, y TEXT)")));
      assertThatThrownBy(() -> HistoryBaseline.run(connection, other, 3))
          .hasMessageContaining("table `a` is `");
      HistoryBaseline.run(connection, Migrations.context(Migrations.chain(NEW)), 3);
    }
    assertThat(migrate(NEW)).isEqualTo(1);
  }

  @Test
  void anEditOfItIsNoticedWhereItWasApplied() throws Exception {
    migrate(NEW);

    assertThatThrownBy(() -> migrate(
            "3_start.sql",
            SQUASH.replace("(x, y)", "(x, z)").replace("(y)", "(z)"),
            NEW[2],
            NEW[3]))
        .hasMessageContaining("migration `chat/3_start.sql` was edited");
  }

  @Test
  void theFilesThatItStandsForMustBeGone() {
    assertThatThrownBy(() -> MigrationChain.read(
            "chat", Migrations.files(OLD[0], OLD[1], NEW[0], NEW[1], NEW[2], NEW[3])))
        .isInstanceOf(InvalidMigrationsException.class)
        .hasMessageContaining(
            "chat/1_a.sql: version 1 is one of those that `chat/3_start.sql` stands for");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-- squashes 1-2 | version 3 cannot stand for 1-2",
        "-- squashes 3-3 | version 3 cannot stand for 3-3",
        "-- squashes 1-99999999999999999999 | version 3 cannot stand for 1-99999999999999999999",
        "-- Squashes: 1-3 | `-- Squashes: 1-3` looks like a marker but is none",
        "-- squashes 1 to 3 | `-- squashes 1 to 3` looks like a marker but is none"
      })
  void aMarkerThatMeansNothingIsRefused(String line, String fact) {
    assertThatThrownBy(() -> MigrationChain.read(
            "chat", Migrations.files("3_x.sql", line + "\nCREATE TABLE a (x);")))
        .isInstanceOfSatisfying(
            InvalidMigrationsException.class,
            e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
              assertThat(problem.line()).isEqualTo(1);
              assertThat(problem.fact()).isEqualTo(fact);
            }));
  }

  @Test
  void aSentenceIsNoMarker() {
    List<Migration> migrations =
        Migrations.chain("3_x.sql", "-- squashes a bug\nCREATE TABLE a (x);").migrations();

    assertThat(migrations)
        .singleElement()
        .satisfies(migration -> assertThat(migration.isSquash()).isFalse());
  }

  private int migrate(String... chain) throws Exception {
    try (Connection connection = Migrations.open(file)) {
      return Migrations.migrate(connection, Migrations.chain(chain));
    }
  }

  private String value(String sql) throws Exception {
    try (Connection connection = Migrations.open(file)) {
      return Migrations.value(connection, sql);
    }
  }
}
