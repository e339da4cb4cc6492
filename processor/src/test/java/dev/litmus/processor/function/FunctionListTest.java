package dev.litmus.processor.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.function.FunctionFacts.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table against the list that SQLite keeps itself. */
class FunctionListTest {

  /** The list speaks of one function per line; beyond this many arguments, nothing new is to be learnt. */
  private static final int ARGUMENTS = 8;

  @Test
  void everyFunctionTakesTheArgumentsThatSqliteSaysAndNoOthers() throws SQLException {
    Set<String> listed = new TreeSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT name, type, narg FROM pragma_function_list")) {
      while (row.next()) {
        int arguments = row.getInt("narg");
        for (int n = 0; n <= ARGUMENTS; n++) {
          // -1 stands for any number, -3 for one and more, -4 for two and more.
          if (arguments == n || arguments == -1 || (arguments < -2 && n >= -2 - arguments)) {
            listed.add(line(row.getString("name"), n, row.getString("type").equals("s")));
          }
        }
      }
    }

    // The list has them for one argument too, but then SQLite takes the aggregates of the same
    // name.
    listed.removeAll(Set.of(line("max", 1, true), line("min", 1, true)));

    Set<String> known = new TreeSet<>();
    for (FunctionFacts function : FunctionTable.builtin().all()) {
      for (int n = 0; n <= ARGUMENTS; n++) {
        if (function.accepts(n)) {
          String line = line(function.name(), n, function.kind() == Kind.SCALAR);
          assertThat(known.add(line)).as("%s is there once", line).isTrue();
        }
      }
    }
    assertThat(without(listed, known)).as("missing").isEmpty();
    assertThat(without(known, listed)).as("too many").isEmpty();
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static String line(String name, int arguments, boolean isScalar) {
    return name + "/" + arguments + (isScalar ? " scalar" : " over rows");
  }

  /** The list does not tell which ones need OVER, but SQLite does. */
  @Test
  void windowFunctionsAreThoseThatNeedAWindow() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      for (FunctionFacts function : FunctionTable.builtin().all()) {
        if (function.kind() != Kind.SCALAR) {
          assertThat(needsWindow(statement, function))
              .as(function.toString())
              .isEqualTo(function.kind() == Kind.WINDOW);
        }
      }
    }
  }

  private static boolean needsWindow(Statement statement, FunctionFacts function) {
    String arguments = String.join(", ", Collections.nCopies(function.arity().least(), "1"));
    try {
      statement
          .executeQuery("SELECT " + function.name() + "(" + arguments + ")")
          .close();
      return false;
    } catch (SQLException refused) {
      return String.valueOf(refused.getMessage()).contains("misuse of window function");
    }
  }
}
