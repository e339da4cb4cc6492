package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

/** Called as a class of java.lang that generated code needs, as are its neighbours. */
@Database("shop")
public interface Override {

  @Query("SELECT id FROM customers")
  List<java.lang.String> names();

  @Query("SELECT id FROM customers")
  List<String> ids();

  @Query("SELECT count(*) FROM customers WHERE id <> :id")
  java.lang.Integer count(java.lang.String id);

  @Query("SELECT :old.id")
  @java.lang.SuppressWarnings("removal")
  long removed(Old old);

  @java.lang.Deprecated(forRemoval = true)
  record Old(long id) {}
}
