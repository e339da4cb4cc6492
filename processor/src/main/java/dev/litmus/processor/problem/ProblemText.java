package dev.litmus.processor.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a problem: the fact on a line of its own, because javac prints the source line and its caret right
 * behind it, then the SQL with our own caret, evidence, notes, and help last.
 */
public final class ProblemText {

  private static final String INDENT = "  ";
  private static final int LINES_BEFORE = 3;

  private ProblemText() {}

  public static String render(Problem problem) {
    List<String> lines = new ArrayList<>();
    lines.add("[" + problem.code().text() + "] " + problem.fact());
    problem.excerpt().ifPresent(excerpt -> addExcerpt(lines, excerpt));
    problem.evidence().forEach(line -> lines.add(INDENT + line));
    problem.notes().forEach(line -> lines.add(INDENT + "note: " + line));
    problem.help().ifPresent(cure -> lines.add(INDENT + "help: " + cure));
    return String.join("\n", lines);
  }

  private static void addExcerpt(List<String> out, Excerpt excerpt) {
    String[] lines = excerpt.text().split("\\R", -1);
    int[] starts = lineStarts(excerpt.text(), lines.length);
    int at = 0;
    while (at + 1 < lines.length && starts[at + 1] <= excerpt.start()) {
      at++;
    }
    int margin = Integer.toString(at + 1).length();
    out.add(INDENT + excerpt.title() + ", line " + (at + 1) + ":");
    for (int i = Math.max(0, at - LINES_BEFORE); i <= at; i++) {
      String number = " ".repeat(margin - Integer.toString(i + 1).length()) + (i + 1);
      out.add((INDENT + "  " + number + " | " + visible(lines[i])).stripTrailing());
    }
    int column = Math.min(excerpt.start() - starts[at], lines[at].length());
    int end = Math.min(excerpt.end() - starts[at], lines[at].length());
    out.add(INDENT + "  " + " ".repeat(margin) + " | " + " ".repeat(column)
        + "^".repeat(Math.max(1, end - column)));
  }

  /** Tabs would move the caret, and control characters upset terminals; every character keeps its column. */
  private static String visible(String line) {
    return line.replaceAll("\\p{Cntrl}", " ");
  }

  private static int[] lineStarts(String text, int count) {
    int[] starts = new int[count];
    int line = 0;
    for (int i = 0; i < text.length() && line + 1 < count; i++) {
      boolean pair = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (!pair && isLineEnd(text.charAt(i))) {
        starts[++line] = i + 1;
      }
    }
    return starts;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\u000B'
        || c == '\f'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }
}
