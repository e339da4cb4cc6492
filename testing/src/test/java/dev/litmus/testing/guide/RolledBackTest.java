package dev.litmus.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.Databases;
import dev.litmus.testing.Isolation;
import dev.litmus.testing.LitmusTest;
import dev.litmus.testing.bank.AccountRepository;
import dev.litmus.testing.bank.Bank;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LitmusTest(isolation = Isolation.ROLLED_BACK)
class RolledBackTest {

  @BeforeEach
  void openAccounts(AccountRepository accounts) {
    accounts.open("alice", 100);
    accounts.open("bob", 0);
  }

  @Test
  void moneyMoves(Databases databases, AccountRepository accounts) {
    new Bank(databases).transfer("alice", "bob", 30);
    assertThat(accounts.balance("bob")).hasValue(30L);
  }

  @Test
  void andIsBackForTheNextTest(AccountRepository accounts) {
    assertThat(accounts.balance("bob")).hasValue(0L);
  }
}
