package dev.litmus.processor.diff;

import java.util.ArrayList;
import java.util.List;

/** What it takes to make one list of lines from another: the fewest lines that come and go. */
public final class LineDiff {

  /** More pairs of lines than these are not compared: everything between is said to have changed. */
  private static final long MOST_PAIRS = 4_000_000;

  private LineDiff() {}

  /**
   * A line of either text.
   *
   * @param sign {@code '-'} for one that goes, {@code '+'} for one that comes, {@code ' '} for one that stays
   */
  public record Line(char sign, String text) {

    boolean stays() {
      return sign == ' ';
    }

    /** Returns it as a line of a unified diff. */
    public String shown() {
      return (sign + text).stripTrailing();
    }
  }

  /** Returns all lines, those that stay too. */
  public static List<Line> between(List<String> before, List<String> after) {
    int start = 0;
    while (start < Math.min(before.size(), after.size())
        && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(before.size(), after.size()) - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    List<Line> lines = new ArrayList<>();
    add(lines, ' ', before.subList(0, start));
    lines.addAll(middle(
        before.subList(start, before.size() - end), after.subList(start, after.size() - end)));
    add(lines, ' ', before.subList(before.size() - end, before.size()));
    return List.copyOf(lines);
  }

  /** Returns the lines that come and go, with some around them; {@code …} stands for what is left out between. */
  public static List<String> unified(List<String> before, List<String> after, int around) {
    return shown(between(before, after), around);
  }

  /** Returns the same of lines that were compared already. */
  static List<String> shown(List<Line> lines, int around) {
    List<String> shown = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (isNearChange(lines, i, around)) {
        if (last >= 0 && last < i - 1) {
          shown.add("…");
        }
        shown.add(lines.get(i).shown());
        last = i;
      }
    }
    return shown;
  }

  private static boolean isNearChange(List<Line> lines, int at, int around) {
    int from = Math.max(0, at - around);
    int to = Math.min(lines.size(), at + around + 1);
    return lines.subList(from, to).stream().anyMatch(line -> !line.stays());
  }

  private static List<Line> middle(List<String> before, List<String> after) {
    List<Line> lines = new ArrayList<>();
    if ((long) before.size() * after.size() > MOST_PAIRS) {
      add(lines, '-', before);
      add(lines, '+', after);
      return lines;
    }
    int[][] common = commonLines(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        lines.add(new Line(' ', before.get(i++)));
        j++;
      } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line('-', before.get(i++)));
      } else {
        lines.add(new Line('+', after.get(j++)));
      }
    }
    return lines;
  }

  /** How many lines the two have in common from a line of each on: the longest common subsequence. */
  private static int[][] commonLines(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] = before.get(i).equals(after.get(j))
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void add(List<Line> lines, char sign, List<String> texts) {
    texts.forEach(text -> lines.add(new Line(sign, text)));
  }
}
