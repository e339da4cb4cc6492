package dev.litmus.processor.inference;

/** A schema with one of everything that inference knows rules for. */
final class Shop {

  static final String SCRIPT = """
      CREATE TABLE customers (
        id INTEGER PRIMARY KEY,
        email TEXT NOT NULL UNIQUE,
        name TEXT,
        referrer INTEGER REFERENCES customers (id),
        born TEXT,
        active BOOLEAN NOT NULL DEFAULT 1);
      CREATE TABLE orders (
        id TEXT PRIMARY KEY,
        customer INTEGER NOT NULL REFERENCES customers (id),
        number INTEGER NOT NULL,
        total REAL NOT NULL,
        discount REAL,
        note TEXT,
        placed DATETIME,
        UNIQUE (customer, number));
      CREATE TABLE lines (
        order_id TEXT NOT NULL REFERENCES orders (id),
        position INTEGER NOT NULL,
        product TEXT NOT NULL,
        quantity INTEGER NOT NULL,
        price REAL,
        extra ANY,
        PRIMARY KEY (order_id, position)) WITHOUT ROWID;
      CREATE TABLE products (
        code TEXT PRIMARY KEY COLLATE NOCASE,
        price REAL,
        stock INTEGER,
        data BLOB,
        label TEXT NOT NULL,
        double REAL AS (price * 2)) STRICT;
      CREATE TABLE tags (name TEXT UNIQUE, scope TEXT, deleted INTEGER);
      CREATE UNIQUE INDEX tags_alive ON tags (scope) WHERE deleted = 0;
      CREATE TABLE once (name TEXT UNIQUE on conflict ignore);
      CREATE TABLE watched (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
      CREATE TRIGGER watched_changes BEFORE UPDATE ON watched BEGIN
        UPDATE watched SET b = NULL WHERE id = old.id AND b IS NOT NULL;
      END;
      CREATE TRIGGER watched_goes BEFORE DELETE ON watched BEGIN
        UPDATE watched SET b = NULL WHERE id = old.id AND b IS NOT NULL;
      END;
      CREATE TABLE parts (a TEXT, b TEXT AS (upper(a)), c INTEGER NOT NULL);
      CREATE TABLE log (message TEXT, at INTEGER, value, raw BLOB, amount DECIMAL(10, 2));
      CREATE VIRTUAL TABLE search USING fts5 (title, body);
      CREATE VIRTUAL TABLE boxes USING rtree (id, x0, x1, +label TEXT);
      CREATE VIEW totals AS
        SELECT c.id, c.name, sum(o.total) AS total, count(o.id) AS orders
        FROM customers c LEFT JOIN orders o ON o.customer = c.id GROUP BY c.id;
      CREATE VIEW newest AS SELECT * FROM orders ORDER BY placed DESC LIMIT 1;
      CREATE VIEW named (who, age) AS SELECT name, born FROM customers WHERE name IS NOT NULL;
      CREATE TRIGGER named_changes INSTEAD OF UPDATE ON named BEGIN SELECT 1; END;
      CREATE TRIGGER named_comes INSTEAD OF INSERT ON named BEGIN SELECT 1; END;
      CREATE TRIGGER tags_logged AFTER INSERT ON tags BEGIN
        INSERT INTO log (message) VALUES (new.name);
      END;
      """;

  private Shop() {}
}
