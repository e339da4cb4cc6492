package dev.litmus.runtime.internal.driver;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteJDBCLoader;

/**
 * In which form the statements of this process are: {@link LeanStatement} over the core of sqlite-jdbc, where the driver is
 * of a version whose core is known to behave, and {@link WrappedStatement} with any other. All tests run with both.
 */
enum StatementForm {
  /** {@link LeanStatement}. */
  LEAN,
  /** {@link WrappedStatement}. */
  WRAPPED;

  /** A system property: {@code wrapped} for the form over JDBC, whatever the driver is. */
  static final String PROPERTY = "dev.litmus.runtime.statements";

  /** The versions of sqlite-jdbc with which the tests have run; its core promises nothing from one to the next. */
  static final Set<String> KNOWN = Set.of("3.51.3.0", "3.53.4.0", "3.54.1.0");

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  /** Returns the one of this process. */
  static StatementForm ofProcess() {
    return Chosen.FORM;
  }

  /** Holds the choice, so that it is made, and told, once. */
  private static final class Chosen {
    static final StatementForm FORM = choose(
        String.valueOf(System.getProperty(PROPERTY)),
        String.valueOf(SQLiteJDBCLoader.getVersion()));
  }

  static StatementForm choose(String wanted, String driver) {
    if (wanted.equals("wrapped")) {
      return WRAPPED;
    }
    if (KNOWN.contains(driver)) {
      return LEAN;
    }
    LOG.log(
        Level.WARNING,
        "sqlite-jdbc " + driver
            + " is no version that Litmus knows from inside: statements run through JDBC, which is"
            + " right and about a third slower. Use one of "
            + KNOWN.stream().sorted().toList());
    return WRAPPED;
  }

  /** Gives a statement this form. */
  DriverStatement of(PreparedStatement prepared) throws SQLException {
    return this == LEAN ? new LeanStatement(prepared) : new WrappedStatement(prepared);
  }
}
