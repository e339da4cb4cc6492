package dev.litmus.testing.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.testing.LitmusTest;
import dev.litmus.testing.bank.AccountRepository;
import org.junit.jupiter.api.Test;

@LitmusTest
class FreshTest {

  @Test
  void anAccountHasWhatWasPaidIn(AccountRepository accounts) {
    accounts.open("alice", 100);
    assertThat(accounts.balance("alice")).hasValue(100L);
  }

  @Test
  void theNextTestFindsNothingOfIt(AccountRepository accounts) {
    assertThat(accounts.balance("alice")).isEmpty();
  }
}
