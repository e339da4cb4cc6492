package dev.litmus.processor.refute;

import static dev.litmus.processor.value.SqlType.INTEGER;
import static dev.litmus.processor.value.SqlType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions are met: by the rows, or by what is bound. */
class ConditionsTest {

  private static final String EVENTS = """
      CREATE TABLE events (
        id INTEGER PRIMARY KEY, kind TEXT, at TEXT, size INTEGER, share REAL, data TEXT,
        active BOOLEAN NOT NULL DEFAULT 1, note TEXT);
      CREATE TABLE kinds (kind TEXT PRIMARY KEY, note TEXT);
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind = 'upload'",
        "'upload' = kind",
        "kind <> 'upload' AND kind <> ''",
        "kind IN ('download', 'upload')",
        "kind LIKE 'up%d_'",
        "kind GLOB 'up*'",
        "upper(kind) = 'UPLOAD'",
        "size > 4711 AND size < 4713",
        "size BETWEEN 4711 AND 4720",
        "size <= -4711",
        "share >= 0.625 AND share < 1.5",
        "(kind, size) = ('upload', 17)",
        "(kind, size) > ('upload', 17)",
        "active",
        "active = TRUE AND size = 0x1F",
        "NOT active",
        "active = 0",
        "at IS NULL AND size IS NOT NULL",
        "at ISNULL AND kind NOTNULL",
        "at IS NULL AND kind ISNULL AND size = 4711",
        "strftime('%Y', at) = '2009'",
        "strftime('%Y-%m', at) = '2009-07'",
        "strftime('%m', at) = '07'",
        "date(at) IS NOT NULL",
        "data ->> 'name' = 'x' OR json_extract(data, '$.name') = 1",
        "json_valid(data) AND data -> '$.name' IS NOT NULL",
        "EXISTS (SELECT 1 FROM json_each(data) WHERE value = 1)",
        "kind IN (SELECT k.kind FROM kinds k WHERE k.note = 'rare')",
        "kind = (SELECT max(k.kind) FROM kinds k)",
        "CASE kind WHEN 'upload' THEN 1 WHEN 'other' THEN 0 END = 1",
        "(SELECT count(*) FROM kinds) > 6",
        "id = 4711",
        "kind = 'it''s'"
      })
  void thoseOverColumns(String condition) {
    String sql = "SELECT note FROM events WHERE " + condition;
    assertThat(Tried.on(EVENTS, sql).whenNull(0)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind = ?1 AND size = ?2",
        "kind = ?1 AND size > ?2",
        "kind < ?1 AND size <= ?2",
        "(kind, size) > (?1, ?2)",
        "kind LIKE ?1 || '%' AND size <> ?2",
        "kind GLOB ?1 AND size = ?2 + 1",
        "kind IN ('never', ?1) AND size BETWEEN ?2 AND ?2",
        "kind IN (SELECT +value FROM json_each(?1)) AND kind > 'm' AND ?2 = size",
        "kind = ?1 AND size > ?2 AND size = -4711",
        "kind = ?1 AND size < ?2 AND size = 4711 AND ?2 < 4713",
        "json_extract(?1, '$.name') = 1 AND size = ?2",
        "date(?1) > '2000-01-01' AND size = ?2",
        "?1 = 'asc' AND ?2 = 4711",
        "kind = ?1 ORDER BY id LIMIT ?2"
      })
  void thoseOverParameters(String condition) {
    String sql = "SELECT note FROM events WHERE " + condition;
    assertThat(Tried.on(EVENTS, sql, TEXT, INTEGER).whenNull(0)).isNotEmpty();
  }

  @Test
  void columnsThatAreComparedMeet() {
    String sql = "SELECT k.note FROM events e JOIN kinds k USING (kind) WHERE e.kind = 'upload'";
    assertThat(Tried.on(EVENTS, sql).whenNull(0))
        .containsExactly(
            "events: (id = 1, kind = 'upload')", "kinds: (kind = 'upload', note = NULL)");
    String named = "WITH rare (name) AS (SELECT kind FROM kinds)"
        + " SELECT e.note FROM events e JOIN rare WHERE rare.name = 'upload'";
    assertThat(Tried.on(EVENTS, named).whenNull(0))
        .containsExactly("events: (id = 1, note = NULL)", "kinds: (kind = 'upload')");
    String renamed = "WITH rare (name) AS (SELECT kind FROM kinds WHERE note = 'rare')"
        + " SELECT e.note FROM events e JOIN rare ON rare.name = e.kind";
    assertThat(Tried.on(EVENTS, renamed).whenNull(0))
        .containsExactly(
            "events: (id = 1, kind = 'a', note = NULL)", "kinds: (kind = 'a', note = 'rare')");
  }

  @Test
  void groupsAreLargeEnough() {
    String sql = "SELECT kind FROM events GROUP BY kind HAVING count(*) >= 5";
    assertThat(Tried.on(EVENTS, sql).whenNull(0))
        .containsExactly("events: (id = 1, kind = NULL), (id = 2, kind = NULL),"
            + " (id = 3, kind = NULL), (id = 4, kind = NULL), (id = 5, kind = NULL)");
    assertThat(Tried.on(EVENTS, "SELECT id FROM events LIMIT 3 OFFSET 6").whenMany())
        .hasSize(1);
    assertThat(Tried.on(EVENTS, "SELECT nth_value(id, 7) OVER () FROM events")
            .refute(Rows.MANY, alwaysNull()))
        .hasSize(1);
  }

  private static Value alwaysNull() {
    return Tried.orNull(Classes.NONE);
  }

  /** Only what the caller says may be bound is. */
  @Test
  void parametersAreOfTheirTypes() {
    String sql = "SELECT CASE typeof(?1) WHEN 'integer' THEN NULL ELSE 1 END";
    assertThat(Tried.on(EVENTS, sql, INTEGER).whenNull(0)).contains("?1 = 1");
    assertThat(Tried.on(EVENTS, sql, TEXT).whenNull(0)).isEmpty();
    String isNull = "SELECT nullif(1, ?1 IS NULL)";
    assertThat(Tried.on(EVENTS, isNull, TEXT).whenNull(0)).isEmpty();
    assertThat(Tried.on(EVENTS, isNull, TEXT).nullable().whenNull(0)).contains("?1 = NULL");
  }

  @Test
  void eachParameterIsNullAlone() {
    String sql = "SELECT nullif(1, ?1 IS NULL AND ?2 IS NOT NULL)";
    assertThat(Tried.on(EVENTS, sql, INTEGER, TEXT).nullable().whenNull(0))
        .contains("?1 = NULL, ?2 = 'a'");
  }

  @Test
  void whatIsBoundIsAsPlainAsCanBe() {
    String sql = "SELECT note FROM events WHERE date(?1) IS NOT NULL OR TRUE";
    assertThat(Tried.on(EVENTS, sql, TEXT).whenNull(0))
        .containsExactly("events: (id = 1, note = NULL)", "?1 = 'a'");
  }

  @Test
  void samplesOfTheCallerAreTried() {
    String sql = "SELECT nullif(length(?1), 7)";
    TrialParameter parameter = new TrialParameter(TEXT, false, List.of(Datum.of("letters")));
    assertThat(new Tried(EVENTS, sql, List.of(parameter)).whenNull(0)).contains("?1 = 'letters'");
  }
}
