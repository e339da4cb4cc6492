package dev.litmus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.fault.Fault;
import dev.litmus.runtime.fault.SimulatedCrashError;
import dev.litmus.runtime.migration.MigrationTarget;
import dev.litmus.testing.bank.AccountRepository;
import dev.litmus.testing.bank.Bank;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestDatabasesTest {

  private TestDatabases databases;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(Storage.FILES);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private AccountRepository accounts() {
    return databases.databases().repository(AccountRepository.class);
  }

  @Test
  void whatIsCommittedIsThereAfterARestartAndNothingIsLeftAfterwards() {
    accounts().open("alice", 100);
    Path directory = databases.directory();
    databases.restart();
    assertThat(accounts().balance("alice")).hasValue(100L);
    assertThat(directory.resolve("bank.sqlite")).exists();
    databases.close();
    assertThat(directory).doesNotExist();
  }

  @Test
  void afterACrashNothingRunsUntilTheRestart() {
    accounts().open("alice", 100);
    accounts().open("bob", 0);
    databases.faults().fail("COMMIT", Fault.CRASH);
    Bank bank = new Bank(databases.databases());
    assertThatThrownBy(() -> bank.transfer("alice", "bob", 1))
        .isInstanceOf(SimulatedCrashError.class);
    AccountRepository before = accounts();
    assertThatThrownBy(before::total).isInstanceOf(SimulatedCrashError.class);
    databases.restart();
    assertThat(accounts().balance("bob")).hasValue(0L);
  }

  @Test
  void inMemoryThereIsNothingToRestart() {
    try (TestDatabases memory = TestDatabases.open(Storage.MEMORY)) {
      assertThatThrownBy(memory::restart)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Storage.FILES");
    }
  }

  @Test
  void faultsCountFromTheirOrderAndHappenOnce() {
    accounts().open("alice", 100);
    databases.faults().fail("AccountRepository.add", 2, Fault.BUSY);
    assertThat(accounts().add("alice", 1)).isTrue();
    assertThat(accounts().total()).isEqualTo(101);
    assertThatThrownBy(() -> accounts().add("alice", 1)).hasMessageContaining("locked");
    assertThat(accounts().add("alice", 1)).isTrue();
    assertThat(databases.faults().happened())
        .hasValueSatisfying(
            point -> assertThat(point.statement()).isEqualTo("AccountRepository.add"));
    assertThat(databases.faults().seen()).hasSize(4);
    assertThatThrownBy(() -> databases.faults().fail(0, Fault.BUSY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOldDatabaseHasTheSchemaOfItsVersionUntilItIsMigrated() {
    OldDatabase old = databases.at("bank", 1);
    assertThatThrownBy(
            () -> old.rows("INSERT INTO accounts (id, balance, owner) VALUES ('a', 1, 'x')"))
        .hasMessageContaining("owner");
    old.rows(
        "INSERT INTO accounts (id, balance) VALUES ('a', 1); INSERT INTO accounts VALUES ('b', 2)");
    assertThat(old.migrator().status().pending()).hasSize(2);

    SqliteDatabase now = old.migrate();
    assertThat(now).isSameAs(old.migrate());
    assertThat(now.repository(AccountRepository.class).total()).isEqualTo(3);
    assertThat(now.repository(AccountRepository.class).owner("b")).hasValue("nobody");
    assertThatThrownBy(() -> old.rows("SELECT 1")).isInstanceOf(IllegalStateException.class);
    assertThat(databases.databases().get("bank").file()).isNotEqualTo(now.file());
  }

  @Test
  void rowsThatAreRefusedLeaveNothing() {
    OldDatabase old = databases.at("bank", 2);
    assertThatThrownBy(() -> old.rows("INSERT INTO accounts (id, balance) VALUES ('a', 1);"
            + "INSERT INTO accounts (id, balance) VALUES ('b', -1)"))
        .isInstanceOf(ConstraintException.class);
    assertThat(old.migrate().repository(AccountRepository.class).total()).isZero();
  }

  @Test
  void noFaultIsInTheWayOfRows() {
    databases.faults().fail(1, Fault.FULL);
    databases.at("bank", 1).rows("INSERT INTO accounts (id, balance) VALUES ('a', 1)");
    assertThat(databases.faults().happened()).isEmpty();
  }

  @Test
  void severalOldDatabasesAreFilesOfTheirOwnAndGoBackToo() throws Exception {
    OldDatabase first = databases.at("bank", 1);
    OldDatabase second = databases.at("bank", 3);
    assertThat(first.file()).isNotEqualTo(second.file());
    second.rows("INSERT INTO accounts (id, balance, owner) VALUES ('a', 1, 'nobody')");
    second.migrator().rollback(MigrationTarget.version(1));
    second.rows("INSERT INTO accounts VALUES ('b', 2)");
    assertThat(second.migrate().repository(AccountRepository.class).owner("b")).hasValue("nobody");
    AccountRepository accounts = second.migrate().repository(AccountRepository.class);
    databases.close();
    assertThat(Files.exists(second.file())).isFalse();
    assertThatThrownBy(accounts::total).isInstanceOf(DatabaseClosedException.class);
  }

  @Test
  void aVersionThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> databases.at("bank", 17))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("17");
  }
}
