package dev.litmus.runtime;

import java.lang.System.Logger.Level;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the runtime logs while it is open: System.Logger leads to java.util.logging here. */
final class LogRecords implements AutoCloseable {

  private final Logger logger = Logger.getLogger("dev.litmus.runtime");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final java.util.logging.Level before = logger.getLevel();
  private final boolean parents = logger.getUseParentHandlers();
  private final Handler handler = new Handler() {
    @Override
    public void publish(LogRecord log) {
      records.add(log);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  };

  LogRecords() {
    logger.setLevel(java.util.logging.Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  /** The messages of one level, in their order. */
  List<String> of(Level level) {
    String wanted = switch (level) {
      case DEBUG -> "FINE";
      case ERROR -> "SEVERE";
      default -> level.name();
    };
    return records.stream()
        .filter(log -> log.getLevel().getName().equals(wanted))
        .map(LogRecords::text)
        .toList();
  }

  List<Throwable> thrown() {
    return records.stream().map(LogRecord::getThrown).filter(e -> e != null).toList();
  }

  /** Every message with its level. */
  List<String> all() {
    return records.stream().map(log -> log.getLevel() + " " + text(log)).toList();
  }

  private static String text(LogRecord log) {
    return log.getParameters() == null
        ? log.getMessage()
        : MessageFormat.format(log.getMessage(), log.getParameters());
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(parents);
    logger.setLevel(before);
  }
}
