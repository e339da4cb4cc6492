package dev.litmus.testing.bank;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

/** What was done, in the database {@code audit}. */
@Database("audit")
public interface AuditRepository {

  @Query("INSERT INTO entries (text) VALUES (:text)")
  void add(String text);

  @Query("SELECT text FROM entries ORDER BY id")
  List<String> all();
}
