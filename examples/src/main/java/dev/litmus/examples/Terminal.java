package dev.litmus.examples;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Where the tour prints to: with bold text and a moving bar for a person, plain for a file or a pipe. */
final class Terminal {

  private static final int WIDTH = 78;
  private static final String MARGIN = "  ";

  /** Below what a line says, behind the word that it begins with. */
  private static final String HANGING = "             ";

  private static final char ESCAPE = '\u001b';
  private static final int REFRESH_MILLIS = 50;

  private final PrintStream out;
  private final boolean lively;

  private Terminal(PrintStream out, boolean lively) {
    this.out = out;
    this.lively = lively;
  }

  /** Returns the process's own output. */
  static Terminal standard() {
    String kind = System.getenv("TERM");
    boolean colours = kind != null && !kind.equals("dumb") && System.getenv("NO_COLOR") == null;
    return new Terminal(System.out, colours && isPerson());
  }

  @SuppressWarnings("SystemConsoleNull") // What newer JDKs answer instead is asked for as well.
  private static boolean isPerson() {
    Console console = System.console();
    try {
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      // Before JDK 22 a console is always a terminal.
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  static Terminal plain(PrintStream out) {
    return new Terminal(out, false);
  }

  static Terminal lively(PrintStream out) {
    return new Terminal(out, true);
  }

  /** Begins a part of the tour. */
  void title(String text) {
    out.println();
    out.println(strong(text));
  }

  /** Prints a line that belongs to the part. */
  void line(String format, @Nullable Object... values) {
    out.println((MARGIN + String.format(Locale.ROOT, format, values)).stripTrailing());
  }

  /** Prints why something was refused, on as many lines as that takes. */
  void refused(@Nullable String reason) {
    String rest = MARGIN + "refused    " + reason;
    for (int end = lineEnd(rest); end < rest.length(); end = lineEnd(rest)) {
      out.println(rest.substring(0, end));
      rest = HANGING + rest.substring(end).strip();
    }
    out.println(rest);
  }

  /** The last space that is not too far; nothing is broken where there is none. */
  private static int lineEnd(String line) {
    int space = line.length() <= WIDTH ? -1 : line.lastIndexOf(' ', WIDTH);
    return space < HANGING.length() ? line.length() : space;
  }

  static String yes(boolean answer) {
    return answer ? "yes" : "no";
  }

  /** Returns how many there are of each kind. */
  static <K> String counts(Map<K, Integer> counts, Function<K, String> name) {
    return counts.entrySet().stream()
        .map(kind -> kind.getValue() + " " + name.apply(kind.getKey()))
        .collect(Collectors.joining(", "));
  }

  String strong(String text) {
    return lively ? ESCAPE + "[1m" + text + ESCAPE + "[0m" : text;
  }

  /** Returns a hit of a search, to be seen among other text. */
  String hit(String text) {
    return lively ? ESCAPE + "[1;33m" + text + ESCAPE + "[0m" : "[" + text + "]";
  }

  /** Does something in steps; the step to do is handed in. A person sees how far it is. */
  <T> T progress(String name, int steps, Work<T> work) throws IOException {
    if (!lively) {
      return work.run(() -> {});
    }
    try (ProgressBar bar = new ProgressBarBuilder()
        .setTaskName("  " + name)
        .setInitialMax(steps)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .hideEta()
        .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
        .build()) {
      return work.run(bar::step);
    }
  }

  /**
   * Work that says when a step is done.
   *
   * @param <T> its result
   */
  @FunctionalInterface
  interface Work<T> {
    T run(Runnable done) throws IOException;
  }
}
