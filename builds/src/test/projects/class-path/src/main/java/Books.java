import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;

@Database("library")
public interface Books {
  @Query("SELECT count(*) FROM books")
  int count();
}
