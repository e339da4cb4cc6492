package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("right")
public interface NoteRepository {

  // expect sql/unknown-column txt
  @Query("SELECT txt FROM notes WHERE id = :id")
  String text(long id);
}
