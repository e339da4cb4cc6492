package dev.litmus.processor.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.schema.ScriptFailedException;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameResolverTest {

  private static final String SCRIPT = """
      CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT, x REAL) STRICT;
      CREATE TABLE b (id TEXT, v INTEGER, y BLOB) STRICT;
      CREATE TABLE g (id INT, twice INT AS (id * 2), text TEXT AS (id || '') STORED);
      CREATE VIEW w AS SELECT id, v FROM a;
      CREATE VIRTUAL TABLE f USING fts5 (title, body);
      """;

  private static Schema schema;

  @BeforeAll
  static void open() throws SQLException, ScriptFailedException {
    schema = SchemaScript.run("test", SCRIPT);
  }

  @AfterAll
  static void close() throws SQLException {
    schema.close();
  }

  /**
   * What each name is, in the order of the text: {@code id=a:INTEGER} is the column of {@code a} with its type where
   * that is sure, several relations are ambiguous.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT id FROM a                                         | id=a:INTEGER",
        "SELECT ID, \"v\", [x], rowid, oid FROM a p               | ID=p:INTEGER v=p:TEXT x=p:REAL rowid=p:INTEGER oid=p:INTEGER",
        "SELECT p.id, a.id FROM a p                               | id=p:INTEGER id=NOTHING",
        "SELECT main.a.id FROM main.a                             | id=a:INTEGER",
        "SELECT nosuch, p.nosuch FROM a p                         | nosuch=NOTHING nosuch=NOTHING",
        "SELECT id, x, y FROM a, b                                | id=a,b x=a:REAL y=b:BLOB",
        "SELECT a.id, b.id FROM a JOIN b                          | id=a:INTEGER id=b:TEXT",
        "SELECT id, v FROM a JOIN b USING (id)                    | id=a:INTEGER v=a,b",
        "SELECT id, a.id, b.id FROM a LEFT JOIN b USING (ID)      | id=a:INTEGER id=a:INTEGER id=b:TEXT",
        "SELECT id, a.id, b.id FROM a RIGHT JOIN b USING (id)     | id=b:TEXT id=a:INTEGER id=b:TEXT",
        "SELECT id, a.id, b.id FROM a FULL JOIN b USING (id)      | id=a id=a:INTEGER id=b:TEXT",
        "SELECT id, v, x FROM a NATURAL JOIN b                    | id=a:INTEGER v=a:TEXT x=a:REAL",
        "SELECT id FROM a NATURAL FULL JOIN b                     | id=a",
        "SELECT id FROM a JOIN b USING (id) JOIN g                | id=a,g",
        "SELECT id FROM a JOIN b USING (id) JOIN g USING (id)     | id=a:INTEGER",
        "SELECT id FROM b RIGHT JOIN a USING (id) JOIN g USING (id) | id=a:INTEGER",
        "SELECT p.id, q.id, id FROM a p JOIN a q                  | id=p:INTEGER id=q:INTEGER id=p,q",
        "SELECT id, y FROM g JOIN (a JOIN b USING (id)) ON x = y  | x=a:REAL y=b:BLOB id=g,a y=b:BLOB",
        "SELECT b.id FROM a JOIN (b)                              | id=b:TEXT",
        "SELECT a.id, b.id FROM g JOIN (b a)                      | id=NOTHING id=b:TEXT",
        "SELECT 1 FROM a WHERE EXISTS (SELECT id, x FROM b WHERE b.v = a.v) | id=b:TEXT x=a:REAL v=b:INTEGER v=a:TEXT",
        "SELECT 1 FROM a FULL JOIN b USING (id) WHERE (SELECT id) | id=a",
        "SELECT s.k, id FROM (SELECT id AS k FROM a) s            | id=a:INTEGER k=s:INTEGER id=NOTHING",
        "SELECT s.\"v:1\" FROM (SELECT * FROM a JOIN b) s         | v:1=s:INTEGER",
        "SELECT k FROM (SELECT id AS k FROM a UNION SELECT v FROM a) | id=a:INTEGER v=a:TEXT k=",
        "SELECT rowid FROM (SELECT v AS rowid FROM a) s, b        | v=a:TEXT rowid=s:TEXT",
        "WITH c AS (SELECT id FROM a) SELECT id, v FROM c         | id=a:INTEGER id=c:INTEGER v=NOTHING",
        "WITH c(k) AS (SELECT id FROM a) SELECT k FROM c d        | id=a:INTEGER k=d:INTEGER",
        "WITH a AS (SELECT id FROM b) SELECT id FROM a            | id=b:TEXT id=a:TEXT",
        "WITH a AS (SELECT v FROM b) SELECT v FROM main.a         | v=b:INTEGER v=a:TEXT",
        "WITH c AS (SELECT id FROM a), a AS (SELECT 'x' AS id) SELECT id FROM c | id=UNSURE id=c",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n | i=n i=n",
        "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT i FROM n | i=n i=n",
        "SELECT id FROM w                                         | id=w",
        "SELECT w.rowid FROM w                                    | rowid=NOTHING",
        "SELECT id AS k FROM a WHERE k = 1 GROUP BY k ORDER BY k, k + 1 | id=a:INTEGER k=ALIAS k=ALIAS k=ALIAS k=ALIAS",
        "SELECT v AS id FROM a ORDER BY id, (id) COLLATE NOCASE, +id, a.id"
            + " | v=a:TEXT id=ALIAS id=ALIAS id=a:INTEGER id=a:INTEGER",
        "SELECT v AS id FROM a WHERE id = 1 GROUP BY id           | v=a:TEXT id=a:INTEGER id=a:INTEGER",
        "SELECT b.*, a.* FROM a LEFT JOIN b USING (id) ORDER BY id, y | id=ALIAS y=b:BLOB",
        "SELECT * FROM a LEFT JOIN b USING (id) ORDER BY id, v    | id=a:INTEGER v=ALIAS",
        "SELECT id FROM a UNION SELECT v FROM a ORDER BY id       | id=a:INTEGER v=a:TEXT id=",
        "INSERT INTO a (id, v) VALUES (1, 'v') ON CONFLICT (id) DO UPDATE SET v = excluded.v + v WHERE rowid > 0"
            + " | id=a:INTEGER v=excluded:TEXT v=a:TEXT rowid=a:INTEGER",
        "INSERT INTO a SELECT id, v, 1 FROM b WHERE true ON CONFLICT DO NOTHING RETURNING id, x"
            + " | id=b:TEXT v=b:INTEGER true=NOTHING id=a:INTEGER x=a:REAL",
        "UPDATE a SET v = y + v FROM b WHERE b.id = a.id RETURNING v"
            + " | y=b:BLOB v=a,b id=b:TEXT id=a:INTEGER v=a:TEXT",
        "UPDATE a SET x = 1 WHERE id = 1 ORDER BY v LIMIT 1       | id=a:INTEGER v=a:TEXT",
        "DELETE FROM a AS d WHERE d.id = 1 OR v IS NULL RETURNING rowid | id=d:INTEGER v=d:TEXT rowid=d:INTEGER",
        "CREATE TRIGGER t AFTER UPDATE ON a WHEN new.id > old.id BEGIN DELETE FROM b WHERE id = old.v; END"
            + " | id=new:INTEGER id=old:INTEGER id=b:TEXT v=old:TEXT",
        "SELECT value, j.key, id FROM a, json_each(a.v) j         | v=a:TEXT value=j key=j id=a,j",
        "SELECT title, rank, f.rowid FROM f WHERE f MATCH 'x'     | title=f rank=f rowid=f:INTEGER f=f",
        "SELECT nosuch FROM nosuch                                | nosuch=UNSURE",
        "SELECT twice, text FROM g                                | twice=g:INT text=g:TEXT",
      })
  void namesMean(String sql, String meanings) {
    String found = resolve(sql).columns().stream()
        .map(NameResolverTest::meaning)
        .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(meanings);
  }

  private static String meaning(ColumnUse use) {
    ColumnName name = use.name();
    Meaning meaning = use.meaning();
    String origins = meaning.kind() == Meaning.Kind.COLUMN
        ? meaning.origins().stream().map(Relation::name).collect(Collectors.joining(","))
        : meaning.kind().toString();
    return name.name().name() + "=" + origins
        + use.declared().map(Column::declaredType).map(type -> ":" + type).orElse("");
  }

  /** Where our names are known, they are those of the engine. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT * FROM a                                  | id:INTEGER v:TEXT x:REAL",
        "SELECT *, (v), v AS k, v + 1 AS l FROM a        | id:INTEGER v:TEXT x:REAL v:TEXT k:TEXT l",
        "SELECT * FROM a, b                               | id:INTEGER v:TEXT x:REAL id:TEXT v:INTEGER y:BLOB",
        "SELECT * FROM a JOIN b USING (id)                | id:INTEGER v:TEXT x:REAL v:INTEGER y:BLOB",
        "SELECT * FROM a RIGHT JOIN b USING (id)          | id:TEXT v:TEXT x:REAL v:INTEGER y:BLOB",
        "SELECT * FROM a FULL JOIN b USING (id)           | id v:TEXT x:REAL v:INTEGER y:BLOB",
        "SELECT a.* FROM a FULL JOIN b USING (id)         | id:INTEGER v:TEXT x:REAL",
        "SELECT * FROM a NATURAL LEFT JOIN b              | id:INTEGER v:TEXT x:REAL y:BLOB",
        "SELECT * FROM (a JOIN b USING (id)) JOIN g       | id:INTEGER v:TEXT x:REAL v:INTEGER y:BLOB id:INT twice:INT text:TEXT",
        "SELECT * FROM g JOIN (a JOIN b)                  | id:INT twice:INT text:TEXT id:INTEGER v:TEXT x:REAL id:1:TEXT v:1:INTEGER y:BLOB",
        "SELECT * FROM (SELECT id, id, v FROM a)          | id:INTEGER id:1:INTEGER v:TEXT",
        "SELECT * FROM f                                  | title body",
        "SELECT * FROM json_each('[]')                    | key value type atom id parent fullkey path",
        "SELECT * FROM w                                  | id v",
        "SELECT id FROM a UNION SELECT v FROM a           | id",
        "VALUES (1, 2)                                    | column1 column2",
        "WITH c(p, q) AS (SELECT id, v FROM a) SELECT * FROM c | p:INTEGER q:TEXT",
        "DELETE FROM a RETURNING *, rowid AS r            | id:INTEGER v:TEXT x:REAL r:INTEGER",
        "INSERT INTO g (id) VALUES (1) RETURNING *        | id:INT twice:INT text:TEXT",
      })
  void columnsOfTheResult(String sql, String columns) throws SQLException {
    List<OutputColumn> output = resolve(sql).output().orElseThrow();

    assertThat(output.stream().map(OutputColumn::name).toList()).isEqualTo(schema.columnNames(sql));
    assertThat(output.stream().map(NameResolverTest::described).collect(Collectors.joining(" ")))
        .isEqualTo(columns);
  }

  private static String described(OutputColumn column) {
    return column.name()
        + column.declared().map(declared -> ":" + declared.declaredType()).orElse("");
  }

  private static Names resolve(String sql) {
    return NameResolver.resolve(QueryParser.parse(sql).tree().orElseThrow(), schema);
  }
}
