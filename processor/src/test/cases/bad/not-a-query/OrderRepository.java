package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("shop")
public interface OrderRepository {

  // expect sql/not-a-query BEGIN
  @Query("BEGIN IMMEDIATE")
  void begin();

  // expect sql/not-a-query PRAGMA
  @Query("PRAGMA foreign_keys = OFF")
  void relax();

  // expect sql/not-a-query create
  @Query("""
      -- for tests
      create table notes (text TEXT)""")
  void createNotes();
}
