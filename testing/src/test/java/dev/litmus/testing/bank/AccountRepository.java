package dev.litmus.testing.bank;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.Optional;

/** Accounts of the database {@code bank}. */
@Database("bank")
public interface AccountRepository {

  @Query("INSERT INTO accounts (id, balance) VALUES (:id, :balance)")
  void open(String id, long balance);

  @Query("SELECT balance FROM accounts WHERE id = :id")
  Optional<Long> balance(String id);

  @Query("SELECT owner FROM accounts WHERE id = :id")
  Optional<String> owner(String id);

  @Query("SELECT coalesce(sum(balance), 0) FROM accounts")
  long total();

  @Query("UPDATE accounts SET balance = balance + :amount WHERE id = :id")
  boolean add(String id, long amount);
}
