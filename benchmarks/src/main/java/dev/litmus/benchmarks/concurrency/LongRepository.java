package dev.litmus.benchmarks.concurrency;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

/** A query that takes as long as it is told, without waiting for anything. */
@Database("bench")
public interface LongRepository {

  /** Counts to a number inside SQLite, about 10 million a second. */
  @Query("""
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :last)
      SELECT count(*) FROM n""")
  long countTo(long last);
}
