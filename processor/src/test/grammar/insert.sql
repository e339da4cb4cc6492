-- insert-stmt: VALUES
INSERT INTO numbers VALUES (1)

-- insert-stmt: columns, several rows
INSERT INTO customers (id, name) VALUES (1, 'a'), (2, 'b'), (:id, :name)

-- insert-stmt: DEFAULT VALUES
INSERT INTO numbers DEFAULT VALUES

-- insert-stmt: DEFAULT VALUES and RETURNING
INSERT INTO numbers DEFAULT VALUES RETURNING n

-- insert-stmt: a query
INSERT INTO numbers SELECT id FROM orders WHERE total > 1 ORDER BY id LIMIT 3

-- insert-stmt: columns and a query
INSERT INTO numbers (n) SELECT id FROM orders UNION SELECT id FROM customers

-- insert-stmt: the database and an alias
INSERT INTO main.numbers AS m (n) VALUES (1)

-- insert-stmt: quoted columns
INSERT INTO "customers" ("id", [name], `city`, 'note') VALUES (1, 2, 3, 4)

-- insert-stmt: REPLACE
REPLACE INTO customers (id, name) VALUES (1, 'a')

-- insert-stmt: OR with each action
INSERT OR REPLACE INTO customers (id, name) VALUES (1, 'a')

-- insert-stmt: OR ROLLBACK
INSERT OR ROLLBACK INTO customers (id, name) VALUES (1, 'a')

-- insert-stmt: OR ABORT
INSERT OR ABORT INTO customers (id, name) VALUES (1, 'a')

-- insert-stmt: OR FAIL
INSERT OR FAIL INTO customers (id, name) VALUES (1, 'a')

-- insert-stmt: OR IGNORE
INSERT OR IGNORE INTO customers (id, name) VALUES (1, 'a')

-- upsert-clause: DO NOTHING
INSERT INTO customers (id, name) VALUES (1, 'a') ON CONFLICT DO NOTHING

-- upsert-clause: a target
INSERT INTO customers (id, name) VALUES (1, 'a') ON CONFLICT (id) DO NOTHING

-- upsert-clause: DO UPDATE
INSERT INTO customers AS c (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = excluded.name, city = c.city || '!'

-- upsert-clause: DO UPDATE with rows and WHERE
INSERT INTO customers (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET (name, city) = (excluded.name, 'x') WHERE id > 1

-- upsert-clause: a target with WHERE
INSERT INTO orders (customer_id) VALUES (1) ON CONFLICT (customer_id) WHERE status = 'open' DO UPDATE SET total = total + 1

-- upsert-clause: several columns, with collation and direction
INSERT INTO orders (customer_id, placed_at) VALUES (1, 2) ON CONFLICT (customer_id COLLATE BINARY ASC, placed_at) DO NOTHING

-- upsert-clause: several clauses
INSERT INTO orders (id, customer_id) VALUES (1, 2) ON CONFLICT (customer_id, placed_at) DO NOTHING ON CONFLICT (id) DO UPDATE SET total = 0 ON CONFLICT DO NOTHING

-- upsert-clause: behind a query, which needs a WHERE
INSERT INTO customers (id, name) SELECT id, status FROM orders WHERE true ON CONFLICT (id) DO UPDATE SET name = excluded.name RETURNING id

-- upsert-clause: DO UPDATE without a target, last
INSERT INTO customers (id, name) VALUES (1, 'a') ON CONFLICT DO UPDATE SET name = 'b'

-- returning-clause: star, expressions, aliases
INSERT INTO customers (name) VALUES ('a') RETURNING *, id AS key, name || '!' shout

-- returning-clause: behind an upsert
INSERT INTO customers (id, name) VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = 'b' RETURNING id

-- insert-stmt: into a virtual table
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(10.0)')

-- insert-stmt: into a view
-- refused: cannot modify big_orders because it is a view
INSERT INTO big_orders VALUES (1, 2)
