package dev.litmus.processor.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The functions that SQL can call, by their numbers of arguments, as the engine itself lists them.
 *
 * @see <a href="https://sqlite.org/pragma.html#pragma_function_list">PRAGMA function_list</a>
 */
public final class Functions {

  private final Map<String, List<Integer>> arities;

  private Functions(Map<String, List<Integer>> arities) {
    this.arities = arities;
  }

  static Functions of(Connection connection) throws SQLException {
    Map<String, List<Integer>> arities = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT DISTINCT name, narg FROM pragma_function_list ORDER BY name, narg")) {
      while (row.next()) {
        // "->" and "->>" are listed as well, but nobody calls them by these names.
        if (row.getString(1).matches("\\w+")) {
          arities.computeIfAbsent(row.getString(1), name -> new ArrayList<>()).add(row.getInt(2));
        }
      }
    }
    return new Functions(arities);
  }

  public List<String> names() {
    return List.copyOf(arities.keySet());
  }

  /** Tells whether a function takes so many arguments, as far as the engine says: of some it says nothing. */
  public boolean accepts(String function, int arguments) {
    return known(function).stream()
        .anyMatch(n -> n == -1 || n == arguments || (n < -2 && arguments >= -2 - n));
  }

  private List<Integer> known(String function) {
    return arities.getOrDefault(function.toLowerCase(Locale.ROOT), List.of());
  }

  /** Returns what a function takes, in words: {@code 2 or 3 arguments}. */
  public String arguments(String function) {
    List<Integer> known = known(function);
    if (known.isEmpty() || known.contains(-1)) {
      return "another number of arguments";
    }
    // -3 stands for one and more, -4 for two and more.
    int least = known.get(0) < -2 ? -2 - known.get(0) : -1;
    if (least > 0) {
      return "at least " + counted(least);
    }
    List<Integer> most = known.subList(0, known.size() - 1);
    int last = known.get(known.size() - 1);
    return most.isEmpty()
        ? counted(last)
        : most.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " or "
            + counted(last);
  }

  private static String counted(int count) {
    return switch (count) {
      case 0 -> "no arguments";
      case 1 -> "1 argument";
      default -> count + " arguments";
    };
  }
}
