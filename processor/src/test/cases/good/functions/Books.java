package app;

import dev.litmus.annotations.AtMostOne;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.annotations.SqlFunction;
import java.util.List;
import java.util.Optional;

@Database("library")
public interface Books {

  /** Beside the queries that call it. */
  @SqlFunction("shout")
  static String shout(String text) {
    return text.toUpperCase(java.util.Locale.ROOT) + "!";
  }

  @Query("INSERT INTO books (title, isbn, cover, pages) VALUES (:title, :isbn, :cover, :pages)")
  void add(String title, String isbn, byte[] cover, Integer pages);

  @Query("SELECT title FROM books ORDER BY title")
  List<String> titles();

  @Query("SELECT title FROM books ORDER BY title COLLATE german DESC")
  List<String> titlesFromTheEnd();

  @Query("SELECT id FROM books WHERE initials(title) = :initials")
  List<Long> byInitials(String initials);

  @AtMostOne("no two titles have one slug")
  @Query("SELECT slug FROM books WHERE slug(title) = :slug")
  Optional<String> bySlug(String slug);

  @Query("SELECT initials(title, 1) FROM books ORDER BY id")
  List<String> firstLetters();

  @AtMostOne("no two books have one title")
  @Query("SELECT flipped(cover) FROM books WHERE title = :title")
  Optional<byte[]> flippedCover(String title);

  @Query("SELECT called(:name, :nickname)")
  Optional<String> called(String name, String nickname);

  @Query("SELECT coalesce(flipped(NULL), initials(NULL), is_isbn(NULL)) IS NULL AND shout(NULL) IS NULL")
  boolean nullGivesNull();

  @Query("SELECT sum_of_all(1, 2, 0.5, 1, 3, 4) + coalesce(sum_of_all(NULL, 2, 0.5, 1, 3, 4), 0) AS \"sum!\"")
  double sum();

  @Query("SELECT ticks() <> ticks()")
  boolean ticks();

  @Query("SELECT checked(:number)")
  int checked(int number);

  @Query("SELECT schema_name()")
  String schemaName();

  @Query("SELECT middle(pages) FROM books")
  Optional<Double> middleOfPages();

  @Query("SELECT middle(pages) FROM books GROUP BY pages > 150 ORDER BY 1")
  List<Double> middlesOfGroups();

  @Query("SELECT shout(title) FROM books WHERE id = :id")
  String shouted(long id);
}
