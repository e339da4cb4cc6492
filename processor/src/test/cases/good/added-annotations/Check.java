import app.OrdersImpl;
import app.di.Component;
import app.di.Inject;
import app.di.Marks;
import dev.litmus.runtime.SqliteDatabase;
import java.nio.file.Path;

public class Check {

  public static void run(Path directory) throws Exception {
    boolean added = OrdersImpl.class.isAnnotationPresent(Component.class)
        && OrdersImpl.class.isAnnotationPresent(Marks.Single.class)
        && OrdersImpl.class.getConstructor(SqliteDatabase.class).isAnnotationPresent(Inject.class)
        && !OrdersImpl.Factory.class.isAnnotationPresent(Component.class);
    if (!added) {
      throw new AssertionError();
    }
  }
}
