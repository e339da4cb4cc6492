package dev.litmus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.Transactions;
import dev.litmus.runtime.fault.Fault;
import dev.litmus.testing.bank.AccountRepository;
import dev.litmus.testing.bank.AuditRepository;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class LitmusExtensionTest {

  private static final List<Path> FILES = new ArrayList<>();

  private static EngineExecutionResults run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(testClass))
        .execute();
  }

  private static void passes(Class<?> testClass, int tests) {
    EngineExecutionResults results = run(testClass);
    assertThat(results.allEvents().failed().list()).isEmpty();
    results.testEvents().assertStatistics(statistics -> statistics.succeeded(tests));
  }

  private static void failsSaying(Class<?> testClass, String part) {
    Events events = run(testClass).allEvents();
    events
        .failed()
        .assertThatEvents()
        .haveExactly(1, finishedWithFailure(message(text -> text.contains(part))));
    assertThat(events.failed().count()).isEqualTo(1);
  }

  @Test
  void freshTestsFindNothingOfEachOther() {
    passes(Fresh.class, 6);
  }

  @Test
  void filesAreGoneAfterwards() {
    FILES.clear();
    passes(InFiles.class, 2);
    assertThat(FILES).hasSize(2).doesNotHaveDuplicates().allMatch(file -> !Files.exists(file));
  }

  @Test
  void whatARolledBackTestDoesIsUndoneInAllDatabases() {
    passes(RolledBack.class, 5);
  }

  @Test
  void aNestedClassHasWhatItAsksForItself() {
    passes(RolledBackAround.class, 4);
  }

  @Test
  void anAnnotationOfOnesOwnAndAnInterfaceRegisterItToo() {
    passes(ByOwnAnnotation.class, 1);
    passes(ByInterface.class, 1);
  }

  @Test
  void rowsAreThereInEveryRolledBackTest() {
    RolledBackWithRows.written = 0;
    passes(RolledBackWithRows.class, 7);
  }

  @Test
  void afterAFaultTheNextTestIsAsAlways() {
    passes(RolledBackWithFault.class, 3);
  }

  @Test
  void inConstructorsThereIsNoTestYet() {
    failsSaying(InConstructor.class, "`Databases` belongs to one test");
  }

  @Test
  void ofSeveralDatabasesOneIsSaid() {
    failsSaying(
        WhichDatabase.class, "there are databases of [audit, bank]: say which by @OfSchema");
  }

  @Test
  void whatOpensDatabasesIsNotForRolledBackTests() {
    failsSaying(SweepRolledBack.class, "`FaultSweep` opens databases");
  }

  @Test
  void whatIsNotGeneratedIsNoParameterOfOurs() {
    failsSaying(Unknown.class, "No ParameterResolver registered for parameter [java.lang.Runnable");
  }

  @Test
  void theExtensionAloneSaysHowItIsRegistered() {
    failsSaying(Bare.class, "@RegisterExtension");
  }

  @LitmusTest
  static class Fresh {

    @RepeatedTest(3)
    void opens(
        AccountRepository accounts, @OfSchema("bank") SqliteDatabase bank, Databases databases) {
      accounts.open("alice", 1);
      assertThat(accounts).isSameAs(bank.repository(AccountRepository.class));
      assertThat(databases.get("bank")).isSameAs(bank);
      assertThat(bank.file()).isEmpty();
    }

    @Nested
    class Inside {

      @BeforeEach
      void open(AccountRepository accounts) {
        accounts.open("alice", 1);
      }

      @RepeatedTest(3)
      void seesWhatWasDoneBeforeIt(AccountRepository accounts) {
        assertThat(accounts.total()).isEqualTo(1);
      }

      @AfterEach
      void isStillOpen(AccountRepository accounts) {
        assertThat(accounts.total()).isEqualTo(1);
      }
    }
  }

  @LitmusTest(storage = Storage.FILES)
  static class InFiles {

    @RepeatedTest(2)
    void remembers(
        @OfSchema("bank") SqliteDatabase bank, AccountRepository accounts, Faults faults) {
      assertThat(faults.seen()).isEmpty();
      FILES.add(bank.file().orElseThrow());
      accounts.open("alice", 1);
    }
  }

  @LitmusTest(isolation = Isolation.ROLLED_BACK)
  static class RolledBack {

    @BeforeEach
    void write(AccountRepository accounts, AuditRepository audit) {
      accounts.open("alice", 1);
      audit.add("opened");
    }

    @RepeatedTest(3)
    void commitsNothing(Databases databases, AccountRepository accounts, AuditRepository audit) {
      Transactions.across(List.of(databases.get("bank"), databases.get("audit")), () -> {
        audit.add("more");
        return accounts.add("alice", 1);
      });
      assertThat(accounts.total()).isEqualTo(2);
      assertThat(audit.all()).containsExactly("opened", "more");
    }

    @Nested
    class Inside {

      @RepeatedTest(2)
      void alsoHere(AccountRepository accounts) {
        assertThat(accounts.total()).isEqualTo(1);
        accounts.open("bob", 5);
      }
    }
  }

  @LitmusTest(isolation = Isolation.ROLLED_BACK)
  static class RolledBackAround {

    @Test
    void sharesItsOwn(AccountRepository accounts) {
      accounts.open("alice", 1);
    }

    @Nested
    @LitmusTest(storage = Storage.FILES)
    class Fresh {

      @Test
      void commits(@OfSchema("bank") SqliteDatabase bank) {
        List<String> done = new ArrayList<>();
        bank.transaction(() -> bank.afterCommit(() -> done.add("committed")));
        assertThat(done).containsExactly("committed");
        assertThat(bank.file()).isPresent();
      }
    }

    @Nested
    @LitmusTest(storage = Storage.FILES, isolation = Isolation.ROLLED_BACK)
    class InFiles {

      @RepeatedTest(2)
      void sharesOthers(@OfSchema("bank") SqliteDatabase bank, AccountRepository accounts) {
        assertThat(bank.file()).isPresent();
        assertThat(accounts.total()).isZero();
        accounts.open("alice", 1);
      }
    }
  }

  @LitmusTest(storage = Storage.FILES)
  @Retention(RetentionPolicy.RUNTIME)
  @interface InFilesOfOurs {}

  @InFilesOfOurs
  static class ByOwnAnnotation {

    @Test
    void isInFiles(@OfSchema("bank") SqliteDatabase bank) {
      assertThat(bank.file()).isPresent();
    }
  }

  @LitmusTest(storage = Storage.FILES)
  interface WithFiles {}

  static class ByInterface implements WithFiles {

    @Test
    void isInFiles(@OfSchema("bank") SqliteDatabase bank) {
      assertThat(bank.file()).isPresent();
    }
  }

  static class RolledBackWithRows {

    private static int written;

    @RegisterExtension
    static final LitmusExtension LITMUS = LitmusExtension.builder()
        .storage(Storage.FILES)
        .isolation(Isolation.ROLLED_BACK)
        .rows(databases -> {
          written++;
          databases.repository(AccountRepository.class).open("alice", 1);
        })
        .build();

    @BeforeAll
    static void begin() {
      assertThat(written).isEqualTo(1);
    }

    @RepeatedTest(4)
    void finds(Faults faults, AccountRepository accounts) {
      assertThat(faults.seen()).isEmpty();
      assertThat(accounts.total()).isEqualTo(1);
      accounts.add("alice", 1);
      assertThat(written).isEqualTo(1);
    }

    @Nested
    class Inside {

      @RepeatedTest(2)
      void findsThemToo(AccountRepository accounts) {
        assertThat(accounts.total()).isEqualTo(1);
        assertThat(written).isEqualTo(1);
      }
    }

    @Nested
    class InsideToo {

      @Test
      void findsThemAsWell(AccountRepository accounts) {
        assertThat(accounts.total()).isEqualTo(1);
      }
    }
  }

  @LitmusTest(isolation = Isolation.ROLLED_BACK)
  static class RolledBackWithFault {

    @RepeatedTest(3)
    void fails(Faults faults, AccountRepository accounts) {
      assertThat(faults.happened()).isEmpty();
      assertThat(accounts.total()).isZero();
      accounts.open("alice", 1);
      faults.fail(1, Fault.CRASH);
      assertThatThrownBy(accounts::total).isInstanceOf(Error.class);
    }
  }

  @LitmusTest
  static class InConstructor {

    InConstructor(Databases databases) {}

    @Test
    void runs() {}
  }

  @LitmusTest
  static class WhichDatabase {

    @Test
    void runs(SqliteDatabase database) {}
  }

  @LitmusTest(isolation = Isolation.ROLLED_BACK)
  static class SweepRolledBack {

    @Test
    void runs(FaultSweep sweep) {}
  }

  @LitmusTest
  static class Unknown {

    @Test
    void runs(Runnable nothing) {}
  }

  @ExtendWith(LitmusExtension.class)
  static class Bare {

    @Test
    void runs(Databases databases) {}
  }
}
