import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

@Database("library")
public interface Books {
  record Book(long id, String title, int pages) {}

  @Query("INSERT INTO books (title, pages) VALUES (:title, :pages) RETURNING id")
  long add(String title, int pages);

  @Query("SELECT * FROM books WHERE pages >= :least ORDER BY pages")
  List<Book> withAtLeast(int least);
}
