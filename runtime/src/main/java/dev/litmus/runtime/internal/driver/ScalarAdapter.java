package dev.litmus.runtime.internal.driver;

import dev.litmus.runtime.function.ScalarFunction;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.core.Codes;

/** A scalar function as the driver wants it, for one connection. Nothing it throws reaches native code. */
final class ScalarAdapter extends Function implements DriverCall.Source {

  private final String name;
  private final ScalarFunction body;
  private final FunctionCalls calls;
  private final DriverCall call = new DriverCall(this);

  ScalarAdapter(ApplicationCode.Callable function, FunctionCalls calls) {
    this.name = function.name();
    this.body = Objects.requireNonNull(function.scalar());
    this.calls = calls;
  }

  @Override
  protected void xFunc() throws SQLException {
    calls.begin(name);
    try {
      body.call(call);
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
