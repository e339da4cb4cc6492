package library;

import dev.litmus.runtime.Databases;
import java.nio.file.Path;

final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    try (Databases databases = Databases.open(Path.of("data"))) {
      System.out.println("books " + databases.repository(Books.class).count());
    }
  }
}
