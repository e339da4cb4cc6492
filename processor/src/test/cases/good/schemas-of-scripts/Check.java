import app.MessageRepository;
import app.OrderRepository;
import dev.litmus.runtime.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

public class Check {

  public static void run(Path directory) throws Exception {
    Files.createDirectories(directory);
    make(directory.resolve("shop.sqlite"), "CREATE TABLE orders (id INTEGER PRIMARY KEY, total)");
    make(directory.resolve("chat.sqlite"), "CREATE TABLE messages (id INTEGER PRIMARY KEY, text)");
    try (Databases databases = Databases.open(directory)) {
      if (databases.repository(OrderRepository.class).count() != 0
          || databases.repository(MessageRepository.class).count() != 0) {
        throw new AssertionError();
      }
    }
    if (Check.class.getClassLoader().getResource("META-INF/litmus/embedded/shop.index") != null) {
      throw new AssertionError("migrations are embedded");
    }
  }

  private static void make(Path file, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
