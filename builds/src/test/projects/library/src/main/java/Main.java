import dev.litmus.runtime.Databases;
import java.nio.file.Path;

public class Main {
  public static void main(String[] arguments) {
    try (Databases databases = Databases.open(Path.of("data"))) {
      Books books = databases.repository(Books.class);
      databases.get("library").transaction(() -> {
        books.add("Moby-Dick", 635);
        books.add("The Little Prince", 96);
        books.add("Frankenstein", 280);
      });
      books.withAtLeast(200).forEach(System.out::println);
    }
  }
}
