import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("library")
public interface Books {
  record Book(String title) {}

  @Query("INSERT INTO books (title) VALUES (:title)")
  void add(String title);

  @Query("SELECT title FROM books ORDER BY id")
  List<Book> all();
}
