package dev.litmus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.Transaction;
import dev.litmus.runtime.Transactions;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.fault.Fault;
import dev.litmus.runtime.fault.FaultPoint;
import dev.litmus.testing.FaultSweep.Attempt;
import dev.litmus.testing.bank.AccountRepository;
import dev.litmus.testing.bank.AuditRepository;
import dev.litmus.testing.bank.Bank;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultSweepTest {

  private static final List<String> STATEMENTS =
      List.of("BEGIN IMMEDIATE", "AccountRepository.add", "AccountRepository.add", "COMMIT");

  private final FaultSweep sweep = new FaultSweep(Storage.MEMORY, FaultSweepTest::open);

  private static TestDatabases open(Storage storage) {
    return TestDatabases.open(storage, DatabaseSettings.DEFAULT, databases -> {
      AccountRepository accounts = databases.repository(AccountRepository.class);
      accounts.open("alice", 100);
      accounts.open("bob", 0);
    });
  }

  private static void requireSum(Databases databases, Attempt attempt) {
    assertThat(databases.repository(AccountRepository.class).total()).isEqualTo(100);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOneTransactionHoldsAtEveryStatement(Fault fault) throws Exception {
    List<Attempt> attempts = new ArrayList<>();
    List<FaultPoint> points = sweep.run(
        fault,
        databases -> new Bank(databases).transfer("alice", "bob", 30),
        (databases, attempt) -> {
          attempts.add(attempt);
          requireSum(databases, attempt);
        });
    assertThat(points).extracting(FaultPoint::statement).isEqualTo(STATEMENTS);
    assertThat(attempts).hasSize(5);
    assertThat(attempts.subList(0, 4)).allMatch(attempt -> !attempt.succeeded());
    assertThat(attempts.get(4)).isEqualTo(new Attempt(null, null));
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "IO_ERROR", "BUSY", "CRASH"})
  void carelessWorkIsFoundAtItsSecondStatement(Fault fault) {
    assertThatThrownBy(() -> sweep.run(
            fault,
            databases -> new Bank(databases).transferCarelessly("alice", "bob", 30),
            FaultSweepTest::requireSum))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            fault + " at statement 2, `AccountRepository.add` on database `bank`: ")
        .hasMessageContaining("expected: 100L")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  void aCrashAfterTheFirstWriteIsFoundToo() {
    assertThatThrownBy(() -> sweep.run(
            Fault.CRASH_AFTER,
            databases -> new Bank(databases).transferCarelessly("alice", "bob", 30),
            FaultSweepTest::requireSum))
        .hasMessageStartingWith(
            "CRASH_AFTER after statement 1, `AccountRepository.add` on database `bank`: ");
  }

  @Test
  void whatIsTriedAgainSucceedsAlthoughTheDatabaseIsBusy() throws Exception {
    List<FaultPoint> points = sweep.run(
        Fault.BUSY,
        databases -> new Bank(databases).transferPatiently("alice", "bob", 30),
        (databases, attempt) -> {
          assertThat(attempt.succeeded()).isTrue();
          assertThat(databases.repository(AccountRepository.class).balance("bob"))
              .hasValue(30L);
        });
    assertThat(points).hasSize(4);
  }

  @Test
  void aCrashBetweenTwoDatabasesIsFound() {
    assertThatThrownBy(() -> sweep.run(
            Fault.CRASH,
            databases ->
                Transactions.across(List.of(databases.get("audit"), databases.get("bank")), () -> {
                  databases.repository(AuditRepository.class).add("alice left");
                  return databases.repository(AccountRepository.class).add("alice", -100);
                }),
            (databases, attempt) -> {
              boolean told = !databases.repository(AuditRepository.class).all().isEmpty();
              boolean done = databases.repository(AccountRepository.class).total() == 0;
              assertThat(told).isEqualTo(done);
            }))
        .hasMessageStartingWith("CRASH at statement 6, `COMMIT` on database `bank`: ");
  }

  @Test
  void afterACrashTheCheckSeesTheFilesOpenedAgain() throws Exception {
    List<Databases> worked = new ArrayList<>();
    sweep.run(
        Fault.CRASH,
        databases -> {
          worked.add(databases);
          databases.repository(AccountRepository.class).total();
        },
        (databases, attempt) -> {
          boolean crashed = attempt.point() != null;
          assertThat(databases == worked.get(worked.size() - 1)).isNotEqualTo(crashed);
        });
    assertThat(worked).hasSize(2);
  }

  @Test
  void workThatFailsOnItsOwnFailsTheTest() {
    assertThatThrownBy(() -> sweep.run(
            Fault.BUSY,
            databases -> {
              throw new IllegalStateException("on its own");
            },
            FaultSweepTest::requireSum))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on its own");
  }

  @Test
  void anAssertionInsideTheWorkIsNotTakenForTheFault() {
    assertThatThrownBy(() -> sweep.run(
            Fault.BUSY,
            databases -> assertThatThrownBy(
                    () -> databases.repository(AccountRepository.class).total())
                .isNotInstanceOf(DatabaseBusyException.class),
            FaultSweepTest::requireSum))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not to be an instance of")
        .hasMessageNotContaining("at statement");
  }

  @Test
  void workThatSwallowsTheFaultIsToldToHaveSucceeded() throws Exception {
    List<Boolean> outcomes = new ArrayList<>();
    sweep.run(
        Fault.FULL,
        databases -> {
          try {
            new Bank(databases).transfer("alice", "bob", 30);
          } catch (RuntimeException swallowed) {
            // As careless code does.
          }
        },
        (databases, attempt) -> outcomes.add(attempt.succeeded()));
    assertThat(outcomes).containsExactly(true, true, true, true, true);
  }

  /** As when it was made of the parameters of the test, and not of what it is given. */
  @Test
  void workOnOtherDatabasesIsNoWork() {
    try (TestDatabases others = open(Storage.MEMORY)) {
      Bank bank = new Bank(others.databases());
      assertThatThrownBy(() -> sweep.run(
              Fault.CRASH,
              databases -> bank.transferCarelessly("alice", "bob", 30),
              FaultSweepTest::requireSum))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "the work has run no statement on the databases that it was given: ");
    }
  }

  /** The thread of the check would see what is never committed. */
  @ParameterizedTest
  @EnumSource
  void workThatLeavesItsTransactionOpenIsFound(Fault fault) {
    String place = fault == Fault.CRASH_AFTER ? " after statement " : " at statement ";
    assertThatThrownBy(() -> sweep.run(
            fault,
            databases -> {
              databases.get("bank").begin();
              databases.repository(AccountRepository.class).open("carol", 0);
            },
            FaultSweepTest::requireSum))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(place)
        .hasMessageEndingWith("the work has left its transaction on database `bank` open: "
            + "end it, or begin it in a try statement");
  }

  @Test
  void workThatNeverCommitsIsFoundWithoutAFault() {
    assertThatThrownBy(() -> sweep.run(
            Fault.BUSY,
            databases -> {
              Transaction transaction = databases.get("bank").begin();
              try {
                databases.repository(AccountRepository.class).open("carol", 0);
              } catch (DatabaseBusyException e) {
                transaction.close();
                throw e;
              }
            },
            FaultSweepTest::requireSum))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("the work has left its transaction on database `bank` open");
  }
}
