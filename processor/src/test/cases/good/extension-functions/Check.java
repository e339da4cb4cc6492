import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.DatabaseOpenException;
import java.nio.file.Path;

public final class Check {

  private Check() {}

  /** Without the library nothing is opened: it would only fail at some query. */
  public static void run(Path directory) {
    try {
      SqliteDatabase.open("geo", directory.resolve("geo.sqlite"), DatabaseSettings.DEFAULT).close();
    } catch (DatabaseOpenException e) {
      if (e.getMessage().contains("no extension has brought the function `distance` of 2 arguments")) {
        return;
      }
      throw e;
    }
    throw new AssertionError("opened without its extension");
  }
}
