package dev.litmus.testing.bank;

import dev.litmus.runtime.Databases;
import dev.litmus.runtime.TransactionMode;
import dev.litmus.runtime.TransactionOptions;

/** The code under test. */
public final class Bank {

  private final Databases databases;
  private final AccountRepository accounts;

  public Bank(Databases databases) {
    this.databases = databases;
    this.accounts = databases.repository(AccountRepository.class);
  }

  /** All or nothing. */
  public void transfer(String from, String to, long amount) {
    databases.get("bank").transaction(() -> {
      accounts.add(from, -amount);
      accounts.add(to, amount);
    });
  }

  /** All or nothing, and tried again when the database is locked. */
  public void transferPatiently(String from, String to, long amount) {
    databases
        .get("bank")
        .transaction(TransactionOptions.of(TransactionMode.IMMEDIATE).withAttempts(2), () -> {
          accounts.add(from, -amount);
          accounts.add(to, amount);
        });
  }

  /** What nobody should write. */
  public void transferCarelessly(String from, String to, long amount) {
    accounts.add(from, -amount);
    accounts.add(to, amount);
  }
}
