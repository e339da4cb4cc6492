import app.CustomerRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.error.TransactionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

public class Check {

  @SuppressWarnings("unchecked") // an array of lists
  public static void run(Path directory) throws Exception {
    try (Databases databases = Databases.open(directory)) {
      CustomerRepository customers = databases.repository(CustomerRepository.class);
      fails(IOException.class, () -> customers.addBoth("a", "b", true));
      same(customers.ids(), List.of());
      same(customers.addBoth("a", "b", false), 2);
      fails(IOException.class, () -> customers.addBothFromOutside("c", "d"));
      same(customers.ids(), List.of("a", "b"));

      customers.addWhatCanBeAdded(List.of("bad", "good"));
      same(customers.ids(), List.of("a", "b", "good", "good2", "instead-of-bad"));

      fails(TransactionException.class, customers::writeWhileReading);
      same(customers.deferred("e"), "e");
      same(customers.ids().size(), 6);

      same(customers.generic(String::trim, " x", IOException.class), Map.of(" x", List.of("x")));
      same(customers.numbers(3, new long[0], new long[1]), new int[] {3, 2});
      same(customers.lists(List.of(), List.of()), 2);
      same(customers.raw(List.of(1, 2)), 2);
      same(customers.shadowed(), "own, in no transaction");
      same(customers.twice(), "below, in none");
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void fails(Class<? extends Exception> expected, Work work) throws Exception {
    try {
      work.run();
    } catch (Exception e) {
      if (expected.isInstance(e)) {
        return;
      }
      throw e;
    }
    throw new AssertionError("nothing was thrown");
  }

  private static void same(Object actual, Object expected) {
    if (!Objects.deepEquals(actual, expected)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}
