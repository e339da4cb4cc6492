package dev.litmus.processor.refute;

import static dev.litmus.processor.refute.Tried.NOT_NULL;
import static dev.litmus.processor.value.SqlType.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.value.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefuterTest {

  private static final String SCHEMA = """
      CREATE TABLE _migrations (version INTEGER PRIMARY KEY);
      CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, "full name" TEXT);
      CREATE TABLE notes (user INTEGER REFERENCES users, text TEXT DEFAULT 'it''s');
      CREATE INDEX by_user ON notes (user);
      CREATE VIRTUAL TABLE found USING fts5(text);
      CREATE VIEW named AS SELECT * FROM users WHERE "full name" IS NOT NULL;
      CREATE TRIGGER feed AFTER INSERT ON notes BEGIN
        INSERT INTO found (rowid, text) VALUES (new.rowid, new.text);
      END;
      """;

  private static Trial trial(String sql) {
    return new Trial(sql, List.of(), List.of(NOT_NULL), Rows.ONE);
  }

  @Test
  void itIsTheSameEveryTimeAndInEveryOrder() throws Exception {
    List<String> statements = List.of(
        "SELECT \"full name\" FROM users u LEFT JOIN notes n ON n.user = u.id",
        "SELECT text FROM notes WHERE user = 2 AND text LIKE 'b%'",
        "INSERT INTO notes (text) VALUES ('c') RETURNING user",
        "SELECT \"full name\" FROM named JOIN found ON found.rowid = id");
    List<List<Refutation>> first = new ArrayList<>();
    List<List<Refutation>> again = new ArrayList<>();
    try (Schema schema = SchemaScript.run("shop", SCHEMA);
        Refuter refuter = Refuter.of(schema).orElseThrow();
        Refuter other = Refuter.of(schema).orElseThrow()) {
      for (String sql : statements) {
        first.add(refuter.refute(trial(sql)));
      }
      for (int i = statements.size() - 1; i >= 0; i--) {
        again.add(0, other.refute(trial(statements.get(i))));
      }
    }
    assertThat(again).isEqualTo(first);
    assertThat(first).allSatisfy(found -> assertThat(found).isNotEmpty());
  }

  @Test
  void whatTriggersFeedIsFilledByThemAlone() {
    assertThat(Tried.on(SCHEMA, "SELECT text FROM found").whenNull(0))
        .containsExactly("notes: (text = NULL)");
  }

  @Test
  void theSchemaStaysAsItIs() throws Exception {
    try (Schema schema = SchemaScript.run("shop", SCHEMA);
        Refuter refuter = Refuter.of(schema).orElseThrow()) {
      refuter.refute(trial("INSERT INTO users DEFAULT VALUES RETURNING id"));
      try (PreparedStatement count = schema.prepare("SELECT count(*) FROM users");
          ResultSet row = count.executeQuery()) {
        assertThat(row.getInt(1)).isZero();
      }
    }
  }

  @Test
  void aCopyHasAllButTheHistoryOfMigrations() throws Exception {
    List<String> names = new ArrayList<>();
    try (Schema schema = SchemaScript.run("shop", SCHEMA);
        Connection copy = schema.copy().orElseThrow();
        PreparedStatement statement = copy.prepareStatement("SELECT name FROM sqlite_schema"
            + " WHERE name NOT LIKE 'found\\_%' ESCAPE '\\' ORDER BY name");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    assertThat(names)
        .containsExactly("by_user", "feed", "found", "named", "notes", "sqlite_sequence", "users");
  }

  @Test
  void aSchemaOfSeveralDatabasesHasNone() throws Exception {
    try (Schema attached = SchemaScript.run("two", SCHEMA + "ATTACH ':memory:' AS archive;");
        Schema temporary = SchemaScript.run("temp", SCHEMA + "CREATE TEMP TABLE t (a);")) {
      assertThat(Refuter.of(attached)).isEmpty();
      assertThat(Refuter.of(temporary)).isEmpty();
    }
  }

  /** Refused when it is prepared or when it runs, without rows, or of another kind: nothing is said of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELEC 1",
        "SELECT nosuch FROM users",
        "SELECT json_extract('{', '$.a')",
        "UPDATE users SET \"full name\" = 'a'",
        "PRAGMA user_version",
        "EXPLAIN SELECT 1",
        "CREATE TABLE other (a)",
        "SELECT ?1",
        ""
      })
  void whatCannotBeTriedIsPassedOver(String sql) throws Exception {
    try (Schema schema = SchemaScript.run("shop", SCHEMA);
        Refuter refuter = Refuter.of(schema).orElseThrow()) {
      Trial trial = new Trial(sql, List.of(), List.of(), Rows.NONE);
      assertThat(refuter.refute(trial)).isEmpty();
      assertThat(refuter.nullWitness(trial, 0)).isEmpty();
      // And it does not get in the way of the next.
      assertThat(refuter.manyRowsWitness(trial("SELECT id FROM users"))).isPresent();
    }
  }

  /** A second is too long for a query that never ends. What it has yielded by then counts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 3"
      })
  void whatNeverEndsIsStopped(String sql) throws Exception {
    try (Schema schema = SchemaScript.run("shop", SCHEMA);
        Refuter refuter = Refuter.of(schema).orElseThrow()) {
      assertThat(refuter.manyRowsWitness(trial(sql))).isPresent();
      Trial endless = trial("WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n)"
          + " SELECT count(*) FROM n");
      long begun = System.nanoTime();
      assertThat(refuter.refute(endless)).isEmpty();
      assertThat(System.nanoTime() - begun).isLessThan(3_000_000_000L);
    }
  }

  @Test
  void aStatementThatEndsTheTransactionLeavesTheRows() throws Exception {
    String schema = """
        CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE ON CONFLICT ROLLBACK);
        """;
    assertThat(Tried.on(schema, "INSERT INTO t VALUES (?, 'a') RETURNING nullif(id, 2)", INTEGER)
            .whenNull(0))
        .containsExactly("no rows in any table", "?1 = 2");
    assertThat(Tried.on(schema, "SELECT a FROM t").whenMany())
        .containsExactly("t: (id = 1), (id = 2)");
  }

  @Test
  void tablesAndColumnsMayHaveAnyName() {
    String schema = "CREATE TABLE \"order\" (\"a \"\"b\"\"\" TEXT, [select] INTEGER NOT NULL)";
    assertThat(Tried.on(schema, "SELECT o.\"a \"\"b\"\"\" FROM \"order\" o WHERE [select] = 5")
            .whenNull(0))
        .containsExactly("order: (a \"b\" = NULL, select = 5)");
  }

  @Test
  void aWitnessIsAScriptAsWell() throws Exception {
    Witness witness;
    String sql =
        "SELECT \"full name\" FROM users u JOIN notes n ON n.user = u.id WHERE text = 'it''s'";
    try (Schema schema = SchemaScript.run("shop", SCHEMA);
        Refuter refuter = Refuter.of(schema).orElseThrow()) {
      witness = refuter.nullWitness(trial(sql), 0).orElseThrow();
    }
    assertThat(witness.script()).isEqualTo("""
        INSERT INTO "users" ("id", "full name") VALUES (1, NULL);
        INSERT INTO "notes" ("user") VALUES (1);""");
    try (Schema schema = SchemaScript.run("shop", SCHEMA + witness.script());
        PreparedStatement statement = schema.prepare(sql);
        ResultSet row = statement.executeQuery()) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isNull();
    }
  }

  @Test
  void aWitnessIsWrittenForPeople() {
    Witness witness = new Witness(
        List.of(
            new Witness.Row("t", Map.of("a", Datum.of("it's"))),
            new Witness.Row("u", Map.of("b", Datum.of(1.5))),
            new Witness.Row("t", Map.of("a", Datum.blob("00ff"))),
            new Witness.Row("t", Map.of())),
        List.of(Datum.Null.VALUE, Datum.of(-3L)));
    assertThat(witness.lines(List.of(":name", ":size")))
        .containsExactly(
            "t: (a = 'it''s'), (a = x'00ff'), ()", "u: (b = 1.5)", ":name = NULL, :size = -3");
    assertThat(witness.script()).endsWith("INSERT INTO \"t\" DEFAULT VALUES;");
  }
}
