package dev.litmus.cli;

import dev.litmus.runtime.DatabaseListener;
import dev.litmus.runtime.MigrationEvent;
import dev.litmus.runtime.backup.BackupProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows on the screen how far a command is that may take long, and takes that away at its end: what is left is what the
 * command prints. Where nobody looks, it shows nothing.
 */
final class Progress implements DatabaseListener, AutoCloseable {

  private static final int REDRAWN_MILLIS = 100;
  private static final byte CYAN = 36;
  private static final String TO_LINE_BEGIN = "\r";
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final Streams streams;
  private final PrintWriter err;
  private final Terminal terminal;
  private List<String> steps = List.of();
  private final AtomicInteger done = new AtomicInteger();
  private final Thread stopping = new Thread(this::stopped, "litmus stopped");
  private volatile boolean isStopped;
  private @Nullable ProgressBar bar;

  /** What the command has printed meanwhile. */
  private final StringBuilder kept = new StringBuilder();

  private Progress(Streams streams, Terminal terminal) {
    this.streams = streams;
    this.err = streams.printErr();
    this.terminal = terminal;
  }

  /**
   * Prepares to show something.
   *
   * @param wanted false for output that a machine reads
   */
  static Progress of(Streams streams, boolean wanted) {
    return new Progress(streams, wanted ? streams.terminal().get() : Terminal.NONE);
  }

  /**
   * Begins with the first of the steps.
   *
   * @param task what is being done
   * @param what what each step is about
   */
  void begin(String task, List<String> what) {
    if (!terminal.shown() || what.isEmpty()) {
      return;
    }
    steps = List.copyOf(what);
    Runtime.getRuntime().addShutdownHook(stopping);
    bar = new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(what.size())
        .setStyle(style(terminal.colors()))
        .setUpdateIntervalMillis(REDRAWN_MILLIS)
        .setConsumer(new Line())
        .hideEta()
        .continuousUpdate()
        .clearDisplayOnFinish()
        .build()
        .setExtraMessage(what.get(0));
  }

  private static ProgressBarStyle style(boolean colors) {
    return colors
        ? ProgressBarStyle.builder()
            .colorCode(CYAN)
            .leftBracket("[")
            .rightBracket("]")
            .block('=')
            .rightSideFractionSymbol('>')
            .build()
        : ProgressBarStyle.ASCII;
  }

  /** Goes on to the next step. */
  void step() {
    int now = done.incrementAndGet();
    if (bar != null) {
      bar.step();
      bar.setExtraMessage(now < steps.size() ? steps.get(now) : "");
    }
  }

  /** Shows how far a backup of one database is. */
  BackupProgress of(String database) {
    return (phase, at, total) -> {
      if (bar != null) {
        String what = phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        bar.setExtraMessage(database + " " + what + (at == 0 ? "" : " " + 100 * at / total + " %"));
      }
    };
  }

  @Override
  public void migration(MigrationEvent event) {
    if (event.succeeded()) {
      step();
    }
  }

  /** Returns how many steps are done. */
  int done() {
    return done.get();
  }

  /** Prints a result: at once, or on a screen when nothing else is shown any more. */
  void print(String text) throws IOException {
    if (bar == null) {
      streams.print(text);
    } else {
      kept.append(text);
    }
  }

  /** Takes away what is shown, and prints the results. */
  @Override
  public void close() throws IOException {
    if (bar != null) {
      bar.close();
      bar = null;
      forget(stopping);
      streams.print(kept.toString());
    }
  }

  /** By Ctrl-C, in the middle of a step: what a person would like to know then. */
  void stopped() {
    isStopped = true;
    int now = done.get();
    String at = now < steps.size() ? " at " + steps.get(now) : "";
    err.print(ERASE_LINE + "litmus: stopped" + at + "; what was done before stays: " + now + " of "
        + steps.size() + "\n");
    err.flush();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs already.
    }
  }

  /** The line that the bar stands on, drawn over itself. */
  private final class Line implements ProgressBarConsumer {

    /** A line that is as wide as the screen would go on below. */
    @Override
    public int getMaxRenderedLength() {
      return terminal.width() - 1;
    }

    @Override
    public void accept(String drawn) {
      if (!isStopped) {
        err.print(TO_LINE_BEGIN + drawn);
        err.flush();
      }
    }

    @Override
    public void clear() {
      err.print(ERASE_LINE);
      err.flush();
    }

    @Override
    public void close() {
      err.flush();
    }
  }
}
