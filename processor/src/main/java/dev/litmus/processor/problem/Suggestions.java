package dev.litmus.processor.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names that a misspelt one may have meant, and lists of candidates short enough to read. */
public final class Suggestions {

  private static final int LONGEST_LIST = 10;

  private Suggestions() {}

  /**
   * Returns the candidate nearest to {@code word} by edit distance with transpositions, ignoring case; empty when all
   * are farther than a third of the word, or it is a single letter.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    return near(word, candidates).stream().findFirst();
  }

  /** Returns all candidates that {@link #nearest} could return, nearest first. */
  public static List<String> near(String word, Collection<String> candidates) {
    int limit = word.length() < 2 ? 0 : Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(word, candidate) <= limit)
        .sorted(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
            .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** Returns the candidates sorted, at most ten, with the number of those left out. */
  public static String list(Collection<String> candidates) {
    return inOrder(candidates.stream().sorted().toList());
  }

  /** Returns the candidates as they come, at most ten, with the number of those left out. */
  public static String inOrder(List<String> candidates) {
    if (candidates.isEmpty()) {
      return "none";
    }
    String shown =
        String.join(", ", candidates.subList(0, Math.min(LONGEST_LIST, candidates.size())));
    return candidates.size() <= LONGEST_LIST
        ? shown
        : shown + ", and " + (candidates.size() - LONGEST_LIST) + " more";
  }

  /** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost one each. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
