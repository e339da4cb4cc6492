package dev.litmus.processor.schema;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SQLite itself says of a failure. */
public final class EngineWords {

  /** The driver writes {@code [SQLITE_ERROR] SQL error or missing database (no such table: x)}. */
  private static final Pattern DRIVER =
      Pattern.compile("\\[[A-Z_]+]\\s[^(]*\\((.*)\\)", Pattern.DOTALL);

  private EngineWords() {}

  /** Returns its words without those of the driver. */
  public static String of(SQLException e) {
    String message = String.valueOf(e.getMessage());
    Matcher driver = DRIVER.matcher(message);
    return driver.matches() ? driver.group(1) : message;
  }
}
