import dev.litmus.runtime.Databases;
import java.nio.file.Path;

public class Main {
  public static void main(String[] arguments) {
    try (Databases databases = Databases.open(Path.of("data"))) {
      Books books = databases.repository(Books.class);
      books.add("Moby-Dick");
      books.all().forEach(System.out::println);
    }
  }
}
