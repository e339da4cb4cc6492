-- create-index-stmt
CREATE INDEX i ON orders (total)

-- create-index-stmt: UNIQUE, IF NOT EXISTS, the database
CREATE UNIQUE INDEX IF NOT EXISTS main.i ON orders (total, status)

-- create-index-stmt: directions, collations
CREATE INDEX i ON customers (name COLLATE NOCASE DESC, city ASC)

-- create-index-stmt: expressions
CREATE INDEX i ON customers (length(name), city || note, (id + 1))

-- create-index-stmt: WHERE
CREATE INDEX i ON orders (total) WHERE status IS NOT NULL AND total > 5

-- create-index-stmt: quoted names
CREATE INDEX "my index" ON "orders" ("total", [status])

-- create-index-stmt: NULLS LAST is not for indexes
-- refused: unsupported use of NULLS LAST
CREATE INDEX i ON orders (total DESC NULLS LAST)

-- create-view-stmt
CREATE VIEW v AS SELECT id, total FROM orders

-- create-view-stmt: TEMP, IF NOT EXISTS
CREATE TEMP VIEW IF NOT EXISTS v AS SELECT 1

-- create-view-stmt: TEMPORARY, columns
CREATE TEMPORARY VIEW v (a, "b c") AS SELECT 1, 2

-- create-view-stmt: the database
CREATE VIEW main.v (a) AS VALUES (1), (2)

-- create-view-stmt: WITH and a compound query
CREATE VIEW v AS WITH a AS (SELECT 1 AS x) SELECT x FROM a UNION ALL SELECT id FROM orders ORDER BY 1 LIMIT 3

-- create-trigger-stmt: the shortest
CREATE TRIGGER g INSERT ON orders BEGIN SELECT 1; END

-- create-trigger-stmt: BEFORE INSERT
CREATE TRIGGER g BEFORE INSERT ON orders BEGIN SELECT new.id; END

-- create-trigger-stmt: AFTER UPDATE
CREATE TRIGGER g AFTER UPDATE ON orders BEGIN UPDATE customers SET note = old.status WHERE id = new.customer_id; END

-- create-trigger-stmt: UPDATE OF
CREATE TRIGGER g AFTER UPDATE OF total, "status" ON orders BEGIN SELECT 1; END

-- create-trigger-stmt: DELETE, FOR EACH ROW
CREATE TRIGGER g AFTER DELETE ON orders FOR EACH ROW BEGIN DELETE FROM order_lines WHERE order_id = old.id; END

-- create-trigger-stmt: WHEN
CREATE TRIGGER g AFTER INSERT ON orders FOR EACH ROW WHEN new.total > 10 AND new.status = 'open' BEGIN SELECT 1; END

-- create-trigger-stmt: INSTEAD OF
CREATE TRIGGER g INSTEAD OF UPDATE ON big_orders BEGIN UPDATE orders SET total = new.total WHERE id = old.id; END

-- create-trigger-stmt: TEMP, IF NOT EXISTS
CREATE TEMP TRIGGER IF NOT EXISTS g AFTER INSERT ON main.orders BEGIN SELECT 1; END

-- create-trigger-stmt: the database
CREATE TRIGGER main.g AFTER INSERT ON orders BEGIN SELECT 1; END

-- create-trigger-stmt: every kind of statement
CREATE TRIGGER g AFTER INSERT ON orders BEGIN
  INSERT INTO numbers VALUES (new.id), (2);
  INSERT OR IGNORE INTO customers (id, name) SELECT id, status FROM orders WHERE id = new.id ON CONFLICT (id) DO UPDATE SET name = excluded.name;
  REPLACE INTO customers (id, name) VALUES (1, 'a');
  UPDATE OR IGNORE customers SET (name, city) = ('a', 'b') WHERE id = 1;
  UPDATE customers SET name = o.status FROM orders AS o WHERE o.id = customers.id;
  DELETE FROM numbers WHERE n = new.id;
  WITH a AS (SELECT 1) SELECT * FROM a;
  VALUES (1);
  SELECT CASE WHEN new.total < 0 THEN RAISE(ABORT, 'negative') END;
END

-- raise-function: each action
CREATE TRIGGER g BEFORE INSERT ON orders BEGIN
  SELECT RAISE(IGNORE) WHERE new.id = 1;
  SELECT RAISE(ROLLBACK, 'no') WHERE new.id = 2;
  SELECT RAISE(ABORT, 'no') WHERE new.id = 3;
  SELECT RAISE(FAIL, 'no') WHERE new.id = 4;
END

-- raise-function: an expression as message
CREATE TRIGGER g BEFORE INSERT ON orders BEGIN SELECT RAISE(ABORT, 'order ' || new.id); END

-- create-trigger-stmt: aliases inside
CREATE TRIGGER g AFTER INSERT ON orders BEGIN
  INSERT INTO customers AS c (id, name) VALUES (new.id, 'a') ON CONFLICT (id) DO UPDATE SET name = c.name;
  UPDATE orders AS o SET total = 1 WHERE o.id = new.id;
  DELETE FROM numbers AS m WHERE m.n = new.id;
END

-- create-trigger-stmt: CASE and END inside
CREATE TRIGGER g AFTER INSERT ON orders BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; SELECT 'END;'; END

-- create-trigger-stmt: RETURNING
-- refused: cannot use RETURNING in a trigger
CREATE TRIGGER g AFTER INSERT ON orders BEGIN INSERT INTO numbers VALUES (1) RETURNING n; END

-- create-trigger-stmt: the database of a table inside
-- refused: qualified table names are not allowed
CREATE TRIGGER g AFTER INSERT ON orders BEGIN DELETE FROM main.numbers; END

-- create-trigger-stmt: INDEXED BY inside
-- refused: the INDEXED BY clause is not allowed
CREATE TRIGGER g AFTER INSERT ON orders BEGIN DELETE FROM orders INDEXED BY orders_by_status WHERE status = 'open'; END

-- create-trigger-stmt: NOT INDEXED inside
-- refused: the NOT INDEXED clause is not allowed
CREATE TRIGGER g AFTER INSERT ON orders BEGIN UPDATE orders NOT INDEXED SET total = 1; END

-- create-trigger-stmt: a quoted name
CREATE TRIGGER "my trigger" AFTER DELETE ON "orders" BEGIN SELECT "old"."id", old.id; END

-- explain: of a definition
EXPLAIN CREATE INDEX i ON orders (total)
