import app.Orders;
import dev.litmus.runtime.Databases;
import java.nio.file.Path;

public class Check {

  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      if (databases.repository(Orders.class).count() != 0) {
        throw new AssertionError();
      }
    }
  }
}
