package dev.litmus.runtime.internal.driver;

import dev.litmus.runtime.function.AggregateFunction;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.core.Codes;

/**
 * An aggregate as the driver wants it, for one connection: the driver clones it for each group of rows. Nothing that the
 * application throws reaches native code.
 */
final class AggregateAdapter extends Function.Aggregate implements DriverCall.Source {

  private final String name;
  private final Supplier<AggregateFunction> groups;
  private final FunctionCalls calls;
  private @Nullable AggregateFunction group;

  AggregateAdapter(ApplicationCode.Callable function, FunctionCalls calls) {
    this.name = function.name();
    this.groups = Objects.requireNonNull(function.aggregate());
    this.calls = calls;
  }

  @Override
  protected void xStep() throws SQLException {
    run(AggregateFunction::step);
  }

  @Override
  protected void xFinal() throws SQLException {
    // SQLite ends every group that has begun, also after a failure, when nobody waits for a result.
    if (!calls.hasFailed()) {
      run(AggregateFunction::finish);
    }
  }

  private interface Work {
    void run(AggregateFunction group, DriverCall call) throws Exception;
  }

  private void run(Work work) throws SQLException {
    calls.begin(name);
    try {
      AggregateFunction current = group == null ? groups.get() : group;
      group = current;
      work.run(current, new DriverCall(this));
    } catch (Throwable e) {
      error(calls.fail(name, e));
    } finally {
      calls.end();
    }
  }

  @Override
  public int type(int argument) throws SQLException {
    return value_type(argument);
  }

  @Override
  public @Nullable Object value(int argument) throws SQLException {
    return switch (value_type(argument)) {
      case Codes.SQLITE_INTEGER -> value_long(argument);
      case Codes.SQLITE_FLOAT -> value_double(argument);
      case Codes.SQLITE_TEXT -> value_text(argument);
      // The driver has none for an empty one.
      case Codes.SQLITE_BLOB -> Objects.requireNonNullElse(value_blob(argument), new byte[0]);
      default -> null;
    };
  }

  @Override
  public String asText(int argument) throws SQLException {
    return value_text(argument);
  }

  @Override
  public void give(Object value) throws SQLException {
    if (value instanceof String text) {
      result(text);
    } else if (value instanceof Double number) {
      result(number);
    } else if (value instanceof Long number) {
      result(number);
    } else {
      result((byte[]) value);
    }
  }
}
