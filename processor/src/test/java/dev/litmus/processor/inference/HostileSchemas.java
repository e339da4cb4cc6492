package dev.litmus.processor.inference;

import java.util.List;
import java.util.Map;

/** Schemas made of what is special about SQLite: names collide, keys are not what they seem, and triggers interfere. */
final class HostileSchemas {

  /** Keys of all kinds. */
  static final String KEYS = """
      CREATE TABLE p (
        id INTEGER PRIMARY KEY, a TEXT, b INTEGER NOT NULL, c REAL, d, e BLOB, UNIQUE (a, b));
      CREATE TABLE q (
        k TEXT PRIMARY KEY,
        n NUMERIC NOT NULL,
        a TEXT COLLATE NOCASE UNIQUE,
        up INTEGER REFERENCES p (id) ON DELETE SET NULL ON UPDATE CASCADE,
        flag BOOLEAN);
      CREATE UNIQUE INDEX q_up ON q (up) WHERE flag = 1;
      CREATE UNIQUE INDEX q_lower ON q (lower(k));
      CREATE TABLE r (
        a TEXT COLLATE NOCASE,
        b INTEGER,
        c REAL,
        g INTEGER AS (b + 1),
        h TEXT NOT NULL AS (a || coalesce(c, '')) STORED,
        PRIMARY KEY (a COLLATE BINARY, b)) WITHOUT ROWID;
      CREATE TABLE s (
        id INT PRIMARY KEY, x ANY, y TEXT, z REAL NOT NULL, w BLOB) STRICT;
      CREATE UNIQUE INDEX s_y ON s (y COLLATE NOCASE);
      CREATE VIEW v AS SELECT p.id, q.k, q.n, p.c FROM p LEFT JOIN q ON q.up = p.id;
      CREATE VIEW w (a, m) AS SELECT a, max(c) FROM p GROUP BY a;
      """;

  /** Triggers, conflict clauses and checks, and a primary key that does not number the rows. */
  static final String TRIGGERS = """
      CREATE TABLE p (
        id INTEGER PRIMARY KEY,
        a TEXT,
        b INTEGER NOT NULL ON CONFLICT REPLACE DEFAULT 3,
        c DECIMAL(5) UNIQUE ON CONFLICT IGNORE,
        d DATETIME,
        e FLOAT CHECK (e < 100));
      CREATE TRIGGER p_updated AFTER UPDATE OF b ON p BEGIN
        UPDATE p SET a = NULL WHERE id = new.id;
      END;
      CREATE TRIGGER p_changes BEFORE UPDATE OF a ON p BEGIN
        UPDATE p SET d = NULL, c = NULL WHERE id = old.id;
      END;
      CREATE TRIGGER p_goes BEFORE DELETE ON p BEGIN
        UPDATE p SET d = NULL WHERE id = old.id;
      END;
      CREATE TABLE q (
        k INTEGER PRIMARY KEY DESC, a TEXT, o VARCHAR(3) NOT NULL COLLATE RTRIM UNIQUE, m STRING);
      CREATE TRIGGER q_comes BEFORE INSERT ON q WHEN new.a = 'b' BEGIN
        SELECT raise(IGNORE);
      END;
      CREATE TABLE r (a TEXT PRIMARY KEY, b, c INT, UNIQUE (b, c)) WITHOUT ROWID;
      CREATE TABLE s (a INT NOT NULL, b INT NOT NULL, c TEXT, t TEXT DEFAULT (1 + 1));
      CREATE UNIQUE INDEX s_ab ON s (a, b) WHERE c IS NOT NULL;
      CREATE UNIQUE INDEX s_bc ON s (b DESC, c COLLATE NOCASE);
      CREATE TABLE z (a, b NUMERIC, UNIQUE (a));
      CREATE TABLE n (a TEXT COLLATE NOCASE, b TEXT COLLATE RTRIM, c INT);
      CREATE UNIQUE INDEX n_a ON n (a COLLATE BINARY);
      CREATE UNIQUE INDEX n_bc ON n (c, b COLLATE BINARY);
      CREATE VIEW v AS SELECT 1 AS one, a FROM p UNION SELECT b, c FROM s;
      CREATE TRIGGER v_goes INSTEAD OF DELETE ON v BEGIN DELETE FROM s WHERE c = old.a; END;
      CREATE TRIGGER v_comes INSTEAD OF INSERT ON v BEGIN
        INSERT INTO s (a, b) VALUES (new.one, 1);
      END;
      CREATE TRIGGER v_changes INSTEAD OF UPDATE ON v BEGIN SELECT 1; END;
      CREATE VIEW w AS SELECT * FROM p NATURAL LEFT JOIN r WHERE b > 0 LIMIT 1;
      """;

  /** Virtual tables, and views over views. */
  static final String VIEWS = """
      CREATE TABLE p (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT COLLATE NOCASE, b INT, c DOUBLE, d);
      CREATE UNIQUE INDEX p_a ON p (a COLLATE BINARY);
      CREATE TABLE one (x INTEGER UNIQUE);
      CREATE TABLE q (a TEXT, b TEXT NOT NULL, c NUMERIC DEFAULT 5, PRIMARY KEY (b, a));
      CREATE UNIQUE INDEX q_c ON q (c) WHERE c > 1;
      CREATE VIRTUAL TABLE f USING fts5 (a, t);
      CREATE VIRTUAL TABLE x USING rtree (id, lo, hi, +note TEXT);
      CREATE VIEW v AS WITH RECURSIVE n (i, a) AS (
          SELECT 1, NULL UNION ALL SELECT i + 1, 'a' FROM n WHERE i < 3)
        SELECT n.i, n.a, p.c FROM n LEFT JOIN p ON p.id = n.i;
      CREATE VIEW w AS SELECT v.*, count(*) OVER (PARTITION BY a) AS k FROM v;
      CREATE VIEW u AS SELECT count(*) AS k, max(i) AS m, a FROM w;
      CREATE VIEW t (a, b) AS
        SELECT a, b FROM q WHERE a IS NOT NULL UNION ALL SELECT a, b FROM p WHERE b > 0;
      CREATE VIEW s AS SELECT b, c FROM p INTERSECT SELECT k, c FROM w;
      CREATE TABLE r (k ANY PRIMARY KEY, v ANY, n INT NOT NULL, UNIQUE (v, n))
        STRICT, WITHOUT ROWID;
      """;

  static final List<String> ALL = List.of(KEYS, TRIGGERS, VIEWS);

  /** What implies the predicates of the partial keys, by table. */
  static final Map<String, String> PREDICATES = Map.of("q", "%flag = 1", "s", "%c IS NOT NULL");

  private HostileSchemas() {}
}
