package dev.litmus.runtime.internal.driver;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import org.sqlite.Collation;

/**
 * A collation as the driver wants it, for one connection. SQLite has no way to be told that a comparison failed, so the
 * statement goes on with any order, and whoever runs it looks at {@link FunctionCalls} afterwards. What it writes must not
 * stay: a transaction is begun under a statement that has none, so that its end commits nothing.
 *
 * <p>Source: <a href="https://sqlite.org/c3ref/create_collation.html">sqlite3_create_collation</a>.
 */
final class CollationAdapter extends Collation {

  private final String name;
  private final Comparator<String> order;
  private final ApplicationConnection connection;
  private final FunctionCalls calls;

  CollationAdapter(
      ApplicationCode.Order collation, ApplicationConnection connection, FunctionCalls calls) {
    this.name = collation.name();
    this.order = collation.order();
    this.connection = connection;
    this.calls = calls;
  }

  @Override
  protected int xCompare(String left, String right) {
    if (!calls.hasWrongOrder()) {
      calls.begin(name);
      try {
        return order.compare(left, right);
      } catch (Throwable e) {
        calls.failOrder(name, e);
        holdCommitBack();
      } finally {
        calls.end();
      }
    }
    return left.compareTo(right);
  }

  private void holdCommitBack() {
    try (PreparedStatement begin = connection.prepareStatement("BEGIN")) {
      begin.execute();
    } catch (SQLException e) {
      // There is a transaction, which will not be committed either.
    }
  }
}
