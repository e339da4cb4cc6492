import app.Books;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.FunctionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

public final class Check {

  private Check() {}

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      use(databases.repository(Books.class));
    }
    // The schema needs them again.
    try (Databases databases = Databases.open(directory)) {
      equal(3, databases.repository(Books.class).titles().size());
    }
    try (SqliteDatabase memory = SqliteDatabase.inMemory("library")) {
      equal(2, memory.repository(Books.class).titles().size());
    }
  }

  private static void use(Books books) {
    books.add("Dunkel", null, new byte[] {1, 2, 3}, null);

    equal(List.of("Die Ähre", "Dunkel", "Zum Ziel"), books.titles());
    equal(List.of("Zum Ziel", "Dunkel", "Die Ähre"), books.titlesFromTheEnd());
    equal(List.of(2L), books.byInitials("Z Z"));
    equal(Optional.of("zum-ziel"), books.bySlug("zum-ziel"));
    equal(List.of("D", "Z", "D"), books.firstLetters());
    equal(3, (int) books.flippedCover("Dunkel").orElseThrow()[0]);
    equal(Optional.empty(), books.flippedCover("Zum Ziel"));
    equal(Optional.of("Al"), books.called("Alfred", "Al"));
    equal(Optional.of("Alfred"), books.called("Alfred", null));
    equal(Optional.empty(), books.called(null, "Al"));
    equal(Optional.empty(), books.called("nobody", "Al"));
    equal(true, books.nullGivesNull());
    equal(11.5, books.sum());
    equal(true, books.ticks());
    equal("library", books.schemaName());
    equal(Optional.of(300.0), books.middleOfPages());
    equal(List.of(300.0), books.middlesOfGroups().subList(2, 3));
    equal("ZUM ZIEL!", books.shouted(2));

    equal(7, books.checked(7));
    try {
      books.checked(-1);
      throw new AssertionError("nothing was thrown");
    } catch (FunctionException e) {
      equal("checked", e.function());
      equal("number -1", e.getCause().getMessage());
    }
    try {
      books.add("Wrong", "1", null, null);
      throw new AssertionError("nothing was refused");
    } catch (ConstraintException e) {
      equal(3, books.titles().size());
    }
  }

  private static void equal(Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new AssertionError("expected " + expected + ", found " + found);
    }
  }
}
