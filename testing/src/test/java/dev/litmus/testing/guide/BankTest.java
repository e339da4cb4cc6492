package dev.litmus.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.DatabaseFullException;
import dev.litmus.runtime.fault.Fault;
import dev.litmus.testing.FaultSweep;
import dev.litmus.testing.Faults;
import dev.litmus.testing.LitmusExtension;
import dev.litmus.testing.OldDatabase;
import dev.litmus.testing.Storage;
import dev.litmus.testing.TestDatabases;
import dev.litmus.testing.bank.AccountRepository;
import dev.litmus.testing.bank.Bank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BankTest {

  @RegisterExtension
  static final LitmusExtension LITMUS = LitmusExtension.builder()
      .storage(Storage.FILES)
      .rows(databases -> {
        AccountRepository accounts = databases.repository(AccountRepository.class);
        accounts.open("alice", 100);
        accounts.open("bob", 0);
      })
      .build();

  @Test
  void aFullDiskLeavesTheMoneyWhereItWas(
      Faults faults, Databases databases, AccountRepository accounts) {
    faults.fail("AccountRepository.add", 2, Fault.FULL);

    assertThatThrownBy(() -> new Bank(databases).transfer("alice", "bob", 30))
        .isInstanceOf(DatabaseFullException.class);

    assertThat(accounts.balance("alice")).hasValue(100L);
    assertThat(accounts.balance("bob")).hasValue(0L);
  }

  @Test
  void noCrashLosesMoney(FaultSweep sweep) throws Exception {
    sweep.run(
        Fault.CRASH,
        databases -> new Bank(databases).transfer("alice", "bob", 30),
        (databases, attempt) -> {
          AccountRepository accounts = databases.repository(AccountRepository.class);
          assertThat(accounts.total()).isEqualTo(100);
          assertThat(accounts.balance("bob")).hasValue(attempt.succeeded() ? 30L : 0L);
        });
  }

  @Test
  void accountsOfTheFirstVersionGetAnOwner(TestDatabases databases) {
    OldDatabase old = databases.at("bank", 1);
    old.rows("INSERT INTO accounts (id, balance) VALUES ('carol', 7)");

    AccountRepository accounts = old.migrate().repository(AccountRepository.class);

    assertThat(accounts.owner("carol")).hasValue("nobody");
    assertThat(accounts.balance("carol")).hasValue(7L);
  }
}
