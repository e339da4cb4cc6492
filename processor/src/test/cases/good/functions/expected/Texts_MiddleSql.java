package app;

import dev.litmus.runtime.function.AggregateFunction;
import dev.litmus.runtime.function.FunctionCall;
import dev.litmus.runtime.function.FunctionRegistry;
import dev.litmus.runtime.function.SqlFunctions;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Brings what {@link Texts.Middle} declares for SQL to the databases.
 */
@Generated("dev.litmus.processor.LitmusProcessor")
public final class Texts_MiddleSql implements SqlFunctions {
  /**
   * What SQL sees, for the compiler of other modules.
   */
  public static final String SIGNATURES = """
      AGGREGATE middle(NUMERIC) REAL?""";

  /**
   * For the service loader.
   */
  public Texts_MiddleSql() {
  }

  @Override
  public String declaredBy() {
    return "app.Texts.Middle";
  }

  @Override
  public String version() {
    return "<version>";
  }

  @Override
  public Optional<String> schema() {
    return Optional.of("library");
  }

  @Override
  public void addTo(FunctionRegistry registry) {
    registry.aggregate("middle", 1, true, Group::new);
  }

  /**
   * Collects the rows of one group.
   */
  private static final class Group implements AggregateFunction {
    private final Texts.Middle rows = new Texts.Middle();

    @Override
    public void step(FunctionCall row) throws Exception {
      if (row.isNull(0)) {
        return;
      }
      rows.step(row.getDouble(0));
    }

    @Override
    public void finish(FunctionCall call) throws Exception {
      call.resultOrNull(rows.finish());
    }
  }
}
