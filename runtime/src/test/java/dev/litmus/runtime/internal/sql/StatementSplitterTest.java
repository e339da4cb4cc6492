package dev.litmus.runtime.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementSplitterTest {

  @Test
  void statementsLoseTheirSemicolonAndTheCommentsAroundThem() {
    assertThat(split("""
                -- first; not a statement
                SELECT 1 /* inner; */ + 2 ; -- behind
                ;; /* alone */ ;
                SELECT ';' AS "a;b", [c;d], `e;f`
                """))
        .containsExactly("SELECT 1 /* inner; */ + 2", "SELECT ';' AS \"a;b\", [c;d], `e;f`");
  }

  @Test
  void nothingToRun() {
    assertThat(split("")).isEmpty();
    assertThat(split(" ; ;\n-- only a comment")).isEmpty();
    assertThat(split("/* open ; SELECT 1;")).isEmpty();
  }

  @Test
  void triggerBodyBelongsToItsStatement() {
    String trigger =
        "CREATE TEMPORARY TRIGGER IF NOT EXISTS t AFTER UPDATE ON a WHEN CASE WHEN new.x THEN 1 END BEGIN"
            + " SELECT CASE 1 WHEN 1 THEN ';END;' END; /* ;END; */"
            + " UPDATE a SET end = 1; END";

    assertThat(split(trigger + ";DROP TABLE a;")).containsExactly(trigger, "DROP TABLE a");
    assertThat(split("EXPLAIN QUERY PLAN " + trigger + "\n;\nDROP TABLE a"))
        .containsExactly("EXPLAIN QUERY PLAN " + trigger, "DROP TABLE a");
    assertThat(split(trigger)).containsExactly(trigger);
  }

  @Test
  void onlyCreateTriggerHasABody() {
    assertThat(split("CREATE TABLE trigger_log(trigger);BEGIN;END;DROP TRIGGER a;SELECT 1"))
        .containsExactly(
            "CREATE TABLE trigger_log(trigger)", "BEGIN", "END", "DROP TRIGGER a", "SELECT 1");
  }

  @Test
  void windowsLineEnds() {
    assertThat(split("SELECT 1; -- a; b\r\nSELECT\r\n 2;\r\n"))
        .containsExactly("SELECT 1", "SELECT\r\n 2");
  }

  private static List<String> split(String sql) {
    return StatementSplitter.split(sql).stream().map(span -> span.text(sql)).toList();
  }
}
