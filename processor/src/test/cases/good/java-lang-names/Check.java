import app.Object;
import app.Override;
import dev.litmus.runtime.Databases;
import java.nio.file.Path;

public class Check {

  @SuppressWarnings("removal")
  public static void run(Path directory) {
    try (Databases databases = Databases.open(directory)) {
      Override override = databases.repository(Override.class);
      boolean right = override.ids().isEmpty()
          && override.count("x") == 0
          && override.removed(new Override.Old(7)) == 7
          && databases.repository(Object.class).number() == 1;
      if (!right) {
        throw new AssertionError();
      }
    }
  }
}
