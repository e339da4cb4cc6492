-- table-constraint: PRIMARY KEY
CREATE TABLE t (a, b, PRIMARY KEY (a, b))

-- table-constraint: PRIMARY KEY with directions and collations
CREATE TABLE t (a, b, PRIMARY KEY (a DESC, b COLLATE NOCASE ASC))

-- table-constraint: PRIMARY KEY with AUTOINCREMENT
CREATE TABLE t (a INTEGER, PRIMARY KEY (a AUTOINCREMENT))

-- table-constraint: PRIMARY KEY with a conflict clause
CREATE TABLE t (a, PRIMARY KEY (a) ON CONFLICT REPLACE)

-- table-constraint: UNIQUE
CREATE TABLE t (a, b, UNIQUE (a), UNIQUE (b, a) ON CONFLICT IGNORE)

-- table-constraint: CHECK
CREATE TABLE t (a, b, CHECK (a > b), CHECK (a <> 5 OR b IS NULL))

-- table-constraint: CHECK with a conflict clause
CREATE TABLE t (a, CHECK (a) ON CONFLICT ROLLBACK)

-- table-constraint: FOREIGN KEY
CREATE TABLE t (a, b, FOREIGN KEY (a, b) REFERENCES order_lines (order_id, position))

-- table-constraint: FOREIGN KEY to the primary key
CREATE TABLE t (a, b, FOREIGN KEY (a) REFERENCES orders, FOREIGN KEY ("b") REFERENCES "customers" ([id]))

-- table-constraint: names
CREATE TABLE t (a, b, CONSTRAINT one UNIQUE (a), CONSTRAINT "two" CHECK (b), CONSTRAINT [three] PRIMARY KEY (b), CONSTRAINT four FOREIGN KEY (a) REFERENCES orders)

-- table-constraint: without commas
CREATE TABLE t (a, b, UNIQUE (a) CHECK (b) CONSTRAINT x UNIQUE (b))

-- table-constraint: a name alone
CREATE TABLE t (a, CONSTRAINT alone)

-- foreign-key-clause: ON DELETE with each action
CREATE TABLE t (a REFERENCES orders ON DELETE SET NULL, b REFERENCES orders ON DELETE SET DEFAULT, c REFERENCES orders ON DELETE CASCADE, d REFERENCES orders ON DELETE RESTRICT, e REFERENCES orders ON DELETE NO ACTION)

-- foreign-key-clause: ON UPDATE with each action
CREATE TABLE t (a REFERENCES orders ON UPDATE SET NULL, b REFERENCES orders ON UPDATE SET DEFAULT, c REFERENCES orders ON UPDATE CASCADE, d REFERENCES orders ON UPDATE RESTRICT, e REFERENCES orders ON UPDATE NO ACTION)

-- foreign-key-clause: several reactions
CREATE TABLE t (a REFERENCES orders (id) ON DELETE CASCADE ON UPDATE SET NULL)

-- foreign-key-clause: ON INSERT, which means nothing
CREATE TABLE t (a REFERENCES orders ON INSERT CASCADE)

-- foreign-key-clause: MATCH
CREATE TABLE t (a REFERENCES orders MATCH FULL, b REFERENCES orders MATCH "simple" ON DELETE CASCADE)

-- foreign-key-clause: DEFERRABLE
CREATE TABLE t (a REFERENCES orders DEFERRABLE, b REFERENCES orders NOT DEFERRABLE)

-- foreign-key-clause: INITIALLY
CREATE TABLE t (a REFERENCES orders DEFERRABLE INITIALLY DEFERRED, b REFERENCES orders NOT DEFERRABLE INITIALLY IMMEDIATE, c REFERENCES orders DEFERRABLE INITIALLY IMMEDIATE)

-- foreign-key-clause: everything
CREATE TABLE t (a, FOREIGN KEY (a) REFERENCES orders (id) ON DELETE CASCADE MATCH full ON UPDATE RESTRICT NOT DEFERRABLE INITIALLY DEFERRED)

-- foreign-key-clause: a constraint behind it
CREATE TABLE t (a REFERENCES orders NOT NULL, b REFERENCES orders DEFERRABLE NOT NULL, c REFERENCES orders NOT DEFERRABLE UNIQUE)

-- foreign-key-clause: DEFERRABLE behind another constraint
CREATE TABLE t (a REFERENCES orders NOT NULL DEFERRABLE INITIALLY DEFERRED)

-- foreign-key-clause: DEFERRABLE without a key
CREATE TABLE t (a DEFERRABLE INITIALLY IMMEDIATE)

-- conflict-clause: each action
CREATE TABLE t (a UNIQUE ON CONFLICT ROLLBACK, b UNIQUE ON CONFLICT ABORT, c UNIQUE ON CONFLICT FAIL, d UNIQUE ON CONFLICT IGNORE, e UNIQUE ON CONFLICT REPLACE)
