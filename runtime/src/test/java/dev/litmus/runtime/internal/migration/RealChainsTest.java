package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.migration.MigrationMove;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Chains of migrations as people write them, each made of one construct. The judge is SQLite: what it makes of the whole
 * script, when it cuts it into statements itself.
 */
class RealChainsTest {

  @TempDir
  Path folder;

  static Stream<Arguments> chains() throws IOException {
    return RealChain.names().stream()
        .flatMap(name -> Stream.of(RealChain.Form.values()).map(form -> Arguments.of(name, form)));
  }

  static List<String> names() throws IOException {
    return RealChain.names();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("chains")
  void makesWhatSqliteMakesOfTheWholeScript(String name, RealChain.Form form) throws Exception {
    RealChain chain = copy(name, form);

    Migrator migrator = migrator(chain);
    migrator.migrate(MigrationTarget.latest());

    assertThat(contents(migrator.file())).isEqualTo(ofTheDriver(chain));
    assertThat(migrator.migrate(MigrationTarget.latest())).isEmpty();
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("chains")
  void makesWhatTheShellMakes(String name, RealChain.Form form) throws Exception {
    RealChain chain = copy(name, form);
    String version = Shell.version();
    assumeTrue(version != null, "there is no sqlite3 on this machine");
    assumeTrue(
        Arrays.compare(numbers(version), numbers(chain.needs())) >= 0,
        "sqlite3 is " + version + ", and " + chain.needs() + " is needed");
    Path database = folder.resolve("shell.sqlite");
    for (String script : chain.scripts()) {
      Shell.run(database, script.getBytes(StandardCharsets.UTF_8));
    }

    Migrator migrator = migrator(chain);
    migrator.migrate(MigrationTarget.latest());

    // The shell reads lines, and ends all of them with LF.
    assertThat(contents(migrator.file()).withLineFeeds()).isEqualTo(contents(database));
  }

  /** What queries are checked against, and what is tried before. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void theCompilerMakesTheSame(String name) throws Exception {
    RealChain chain = copy(name, RealChain.Form.AS_WRITTEN);
    DatabaseContents wanted = ofTheDriver(chain);

    try (Connection fresh = Migrations.open(Path.of(":memory:"))) {
      chain.read().applyTo(fresh, migration -> {});
      assertThat(DatabaseContents.read(fresh)).isEqualTo(wanted);
    }
    try (Connection fresh = Migrations.open(Path.of(":memory:"))) {
      Rehearsal.prepare(fresh);
      for (Migration migration : chain.read().migrations()) {
        Migrations.execute(fresh, "BEGIN");
        Rehearsal.up(fresh, migration);
        Migrations.execute(fresh, "COMMIT");
      }
      assertThat(DatabaseContents.read(fresh)).isEqualTo(wanted);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void downAndUpAgainMakesTheSame(String name) throws Exception {
    RealChain chain = copy(name, RealChain.Form.AS_WRITTEN);
    Migrator migrator = migrator(chain);
    List<DatabaseContents> onTheWay = new ArrayList<>();
    for (Migration migration : chain.read().migrations()) {
      migrator.migrate(MigrationTarget.version(migration.version()));
      onTheWay.add(contents(migrator.file()));
    }
    DatabaseContents newest = onTheWay.get(onTheWay.size() - 1);

    int undone = 0;
    List<Migration> back = new ArrayList<>(chain.read().migrations());
    Collections.reverse(back);
    for (Migration migration : back) {
      if (migration.down().isEmpty()) {
        break;
      }
      assertThat(migrator.rollback(MigrationTarget.stepsBack(1)))
          .extracting(MigrationMove::version)
          .containsExactly(migration.version());
      undone++;
      if (undone < onTheWay.size()) {
        assertThat(contents(migrator.file()).roughly())
            .isEqualTo(onTheWay.get(onTheWay.size() - 1 - undone).roughly());
      } else {
        assertThat(contents(migrator.file()).roughly()).containsExactly("encodingUTF-8");
      }
    }
    assumeTrue(undone > 0, "no way back");

    assertThat(migrator.migrate(MigrationTarget.latest())).hasSize(undone);
    assertThat(contents(migrator.file())).isEqualTo(newest);
  }

  @Test
  void thereAreAtLeastThirtyAndMostHaveAWayBack() throws Exception {
    int back = 0;
    for (String name : RealChain.names()) {
      RealChain chain = copy(name, RealChain.Form.AS_WRITTEN);
      back += chain.read().migrations().stream().allMatch(one -> !one.down().isEmpty()) ? 1 : 0;
    }
    assertThat(RealChain.names()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(back).isGreaterThanOrEqualTo(20);
  }

  private static int[] numbers(String version) {
    return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  private RealChain copy(String name, RealChain.Form form) throws IOException {
    return RealChain.copy(name, form, folder.resolve("migrations"));
  }

  private Migrator migrator(RealChain chain) {
    return Migrator.fromFolder(
        chain.root(), chain.name(), folder.resolve("data").resolve(chain.name() + ".sqlite"));
  }

  /** What SQLite makes of the files, each handed over at once, as the driver is set up by default. */
  private DatabaseContents ofTheDriver(RealChain chain) throws IOException, SQLException {
    try (Connection connection = Migrations.open(Path.of(":memory:"))) {
      Migrations.execute(connection, "PRAGMA foreign_keys = OFF");
      for (String script : chain.scripts()) {
        Migrations.execute(connection, script);
      }
      return DatabaseContents.read(connection);
    }
  }

  private static DatabaseContents contents(Path file) throws SQLException {
    try (Connection connection = Migrations.open(file)) {
      return DatabaseContents.read(connection);
    }
  }
}
