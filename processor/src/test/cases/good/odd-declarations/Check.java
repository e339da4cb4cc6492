import app.Odd;
import dev.litmus.runtime.Databases;
import java.nio.file.Path;
import java.util.List;

public class Check {

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      int count = databases.repository(Odd.class).count(new Odd.Tree<>(1, List.of(), List.of()));
      if (count != 0) {
        throw new AssertionError(count);
      }
    }
  }
}
