package dev.litmus.runtime.internal.driver;

import dev.litmus.runtime.function.AggregateFunction;
import dev.litmus.runtime.function.FunctionRegistry;
import dev.litmus.runtime.function.ScalarFunction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.Collation;
import org.sqlite.Function;

/**
 * What an application brings to each of its connections, before any statement runs there.
 *
 * @param functions scalar functions and aggregates
 * @param collations orders of texts
 * @param needed functions that the libraries have to have
 * @param extensions libraries of functions in another language
 */
public record ApplicationCode(
    List<Callable> functions, List<Order> collations, List<Needed> needed, List<Path> extensions) {

  /** Nothing. */
  public static final ApplicationCode NONE =
      new ApplicationCode(List.of(), List.of(), List.of(), List.of());

  public ApplicationCode {
    functions = List.copyOf(functions);
    collations = List.copyOf(collations);
    needed = List.copyOf(needed);
    extensions = List.copyOf(extensions);
  }

  /**
   * One function: of one row, or of many.
   *
   * @param name what SQL calls it
   * @param arguments how many it takes
   * @param deterministic whether indexes and the like may use it
   * @param scalar what computes it from one row, or null
   * @param aggregate creates what computes it from many rows, or null
   */
  public record Callable(
      String name,
      int arguments,
      boolean deterministic,
      @Nullable ScalarFunction scalar,
      @Nullable Supplier<AggregateFunction> aggregate) {}

  /**
   * One collation.
   *
   * @param name what SQL calls it
   * @param order how it orders
   */
  public record Order(String name, Comparator<String> order) {}

  /**
   * One function of an extension.
   *
   * @param name what SQL calls it
   * @param arguments how many it takes
   */
  public record Needed(String name, int arguments) {}

  /** Returns what somebody adds to a registry. */
  public static ApplicationCode of(Consumer<FunctionRegistry> adding) {
    Registry registry = new Registry();
    adding.accept(registry);
    return new ApplicationCode(registry.functions, registry.collations, registry.needed, List.of());
  }

  /** Returns this with libraries to load besides. */
  public ApplicationCode with(List<Path> libraries) {
    return new ApplicationCode(functions, collations, needed, libraries);
  }

  /** Brings everything to a connection. */
  static void install(ApplicationCode code, ApplicationConnection connection) throws SQLException {
    for (Path extension : code.extensions) {
      ExtensionLoading.load(connection, extension);
    }
    for (Needed function : code.needed) {
      ExtensionLoading.require(connection, function);
    }
    FunctionCalls calls = connection.calls();
    for (Callable function : code.functions) {
      Function adapter = function.aggregate == null
          ? new ScalarAdapter(function, calls)
          : new AggregateAdapter(function, calls);
      Function.create(
          connection,
          function.name,
          adapter,
          function.arguments,
          function.deterministic ? Function.FLAG_DETERMINISTIC : 0);
    }
    for (Order collation : code.collations) {
      Collation.create(
          connection, collation.name, new CollationAdapter(collation, connection, calls));
    }
  }

  /**
   * Opens an empty database in memory that has all this.
   *
   * @param options the driver's own
   */
  public Connection openMemory(Properties options) throws SQLException {
    NativeLibrary.load();
    ApplicationConnection connection = new ApplicationConnection(":memory:", options);
    try {
      install(this, connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      try {
        connection.close();
      } catch (SQLException late) {
        e.addSuppressed(late);
      }
      throw e;
    }
  }

  private static final class Registry implements FunctionRegistry {

    private final List<Callable> functions = new ArrayList<>();
    private final List<Order> collations = new ArrayList<>();
    private final List<Needed> needed = new ArrayList<>();

    @Override
    public void scalar(String name, int arguments, boolean deterministic, ScalarFunction body) {
      functions.add(new Callable(name, arguments, deterministic, body, null));
    }

    @Override
    public void aggregate(
        String name, int arguments, boolean deterministic, Supplier<AggregateFunction> state) {
      functions.add(new Callable(name, arguments, deterministic, null, state));
    }

    @Override
    public void extension(String name, int arguments) {
      needed.add(new Needed(name, arguments));
    }

    @Override
    public void collation(String name, Comparator<String> order) {
      collations.add(new Order(name, order));
    }
  }
}
