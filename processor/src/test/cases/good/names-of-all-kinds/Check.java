import app.Kinds;
import dev.litmus.runtime.Databases;
import java.nio.file.Path;
import java.time.Instant;

public class Check {

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      Kinds kinds = databases.repository(Kinds.class);
      boolean nothing = kinds.find(1).isEmpty()
          && kinds.total(1, Instant.EPOCH).isEmpty()
          && kinds.count(1) == 0
          && kinds.delete(1).isEmpty()
          && kinds.order(1).isEmpty();
      if (!nothing || !kinds.readOrder(null).equals("mine")) {
        throw new AssertionError();
      }
    }
  }
}
