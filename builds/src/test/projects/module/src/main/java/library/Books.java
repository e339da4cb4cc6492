package library;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("library")
interface Books {
  @Query("SELECT count(*) FROM books")
  int count();
}
