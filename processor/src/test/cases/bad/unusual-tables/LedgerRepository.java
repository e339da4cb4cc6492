package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Where a table is not like others. */
@Database("ledger")
public interface LedgerRepository {

  record Strict(LocalDate count, byte[] amount) {}

  /** A name is no conflict clause. */
  // expect write/null-into-not-null NULL
  @Query("UPDATE entries SET conflict = NULL")
  void unset();

  /** What is generated is not stored. */
  @Query("INSERT INTO entries (amount, conflict) VALUES (:amount, :conflict)")
  void insert(double amount, String conflict);

  /** The table says itself what becomes of it. */
  @Query("UPDATE lenient SET text = NULL")
  void lenient();

  /** Nothing else than numbers is in a STRICT table. */
  // expect result/mismatched-type count
  // expect result/mismatched-type amount
  @Query("SELECT count, amount FROM strict_entries")
  List<Strict> strict();

  /** Whatever is stored in a DECIMAL may be text. */
  @Query("SELECT id FROM entries WHERE amount = :id")
  List<Long> ofText(UUID id);
}
