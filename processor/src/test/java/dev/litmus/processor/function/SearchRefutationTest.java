package dev.litmus.processor.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.value.Value;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Functions that work in queries of their own kind of table only. */
class SearchRefutationTest {

  private Calls calls;

  @BeforeEach
  void open() throws SQLException {
    calls = Calls.open();
    calls.execute("CREATE VIRTUAL TABLE five USING fts5(a, b)");
    calls.execute("CREATE VIRTUAL TABLE without USING fts5(a, b, content='')");
    calls.execute("CREATE VIRTUAL TABLE four USING fts4(a, b)");
    for (String table : List.of("five", "without", "four")) {
      calls.execute("INSERT INTO " + table + "(rowid, a, b) VALUES"
          + " (1, 'hello world', NULL), (2, NULL, 'hello'), (3, x'', 'hello'), (4, 'hello', 5)");
    }
    calls.execute("CREATE VIRTUAL TABLE boxes USING rtree(id, low, high)");
    calls.execute("INSERT INTO boxes VALUES (1, 2, 3)");
  }

  @AfterEach
  void close() throws SQLException {
    calls.close();
  }

  @Test
  void whatFiveFindsIsAsIsSaid() throws SQLException {
    for (String table : List.of("five", "without")) {
      for (String where : List.of("", " WHERE " + table + " MATCH 'hello'")) {
        for (int column = 0; column < 2; column++) {
          compare("highlight", 4, table + ", " + column + ", '[', ']'", table + where);
          compare("highlight", 4, table + ", " + column + ", NULL, ''", table + where);
          compare("snippet", 6, table + ", " + column + ", '[', ']', '…', 5", table + where);
        }
        compare("highlight", 4, table + ", 9, '[', ']'", table + where);
        compare("snippet", 6, table + ", -1, '[', ']', '…', 5", table + where);
        compare("bm25", 1, table, table + where);
        compare("bm25", 3, table + ", NULL, 'x'", table + where);
      }
    }
    compare("fts5_get_locale", 2, "five, 0", "five WHERE five MATCH 'hello'");
  }

  @Test
  void whatFourFindsIsAsIsSaid() throws SQLException {
    for (String where : List.of("", " WHERE four MATCH 'hello'")) {
      compare("snippet", 1, "four", "four" + where);
      compare("snippet", 4, "four, '[', ']', '…'", "four" + where);
      compare("offsets", 1, "four", "four" + where);
      compare("matchinfo", 1, "four", "four" + where);
      compare("matchinfo", 2, "four, ''", "four" + where);
      compare("matchinfo", 2, "four, NULL", "four" + where);
      compare("optimize", 1, "four", "four" + where);
    }
  }

  @Test
  void whatTheTreeHoldsIsAsIsSaid() throws SQLException {
    compare("rtreedepth", 1, "data", "boxes_node");
    compare("rtreenode", 2, "1, data", "boxes_node");
    compare("rtreenode", 2, "NULL, data", "boxes_node");
    compare("rtreecheck", 1, "'boxes'", "boxes");
    compare("rtreecheck", 2, "'main', 'boxes'", "boxes");
  }

  /** A word is found in a column that reads as NULL, when the table keeps no content. */
  @Test
  void aMatchDoesNotMakeItsColumnNotNull() throws SQLException {
    assertThat(calls.rows("SELECT a FROM without WHERE a MATCH 'world'", List.of()))
        .contains(List.of(new Result(null)));
    FunctionFacts match = FunctionTable.builtin().find("match", 2).orElseThrow();
    assertThat(match.rejectsNull(0) || match.rejectsNull(1)).isFalse();
  }

  private void compare(String name, int count, String arguments, String from) throws SQLException {
    String sql = "SELECT " + name + "(" + arguments + ") FROM " + from;
    FunctionFacts function = FunctionTable.builtin().find(name, count).orElseThrow();
    Value claim = function.result(Collections.nCopies(count, Value.unknown("anything")));
    List<Result> results = calls.rows(sql, List.of()).orElseThrow();
    assertThat(results).as(sql).isNotEmpty();
    for (Result result : results) {
      assertThat(result.refutes(claim, true)).as(sql).isEmpty();
    }
  }
}
