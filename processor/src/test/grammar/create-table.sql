-- create-table-stmt: columns without types
CREATE TABLE t (a, b)

-- create-table-stmt: TEMP
CREATE TEMP TABLE t (a)

-- create-table-stmt: TEMPORARY, IF NOT EXISTS
CREATE TEMPORARY TABLE IF NOT EXISTS t (a)

-- create-table-stmt: the database
CREATE TABLE main.t (a)

-- create-table-stmt: IF NOT EXISTS, and it does
CREATE TABLE IF NOT EXISTS orders (a)

-- create-table-stmt: a table that exists
-- refused: table orders already exists
CREATE TABLE orders (a)

-- create-table-stmt: STRICT
CREATE TABLE t (a INT, b TEXT) STRICT

-- create-table-stmt: WITHOUT ROWID
CREATE TABLE t (a PRIMARY KEY, b) WITHOUT ROWID

-- create-table-stmt: both options
CREATE TABLE t (a INT PRIMARY KEY, b ANY) STRICT, WITHOUT ROWID

-- create-table-stmt: both options, the other way round
CREATE TABLE t (a INT PRIMARY KEY, b BLOB) WITHOUT ROWID, STRICT

-- create-table-stmt: AS SELECT
CREATE TABLE t AS SELECT id, total AS t, total + 1 FROM orders

-- create-table-stmt: TEMP, AS VALUES
CREATE TEMP TABLE IF NOT EXISTS t AS VALUES (1, 2)

-- create-table-stmt: AS WITH
CREATE TABLE t AS WITH a AS (SELECT 1 AS x) SELECT x FROM a

-- create-table-stmt: quoted names
CREATE TABLE "my table" ("a b" TEXT, [c] INT, `d` REAL, 'e' BLOB)

-- create-table-stmt: double quotes within
CREATE TABLE "a""b" ("c""d" "TEXT""x", "e" 'INT' [y])

-- type-name: one word, several
CREATE TABLE t (a INTEGER, b DOUBLE PRECISION, c UNSIGNED BIG INT, d anything goes here)

-- type-name: numbers
CREATE TABLE t (a VARCHAR(255), b DECIMAL(10, 5), c X(-1), d Y(+1.5, -2))

-- type-name: keywords that are names
CREATE TABLE t (a DATE, b KEY, c TEMP, d DATABASE)

-- type-name: quoted
CREATE TABLE t (a "TEXT", b [DOUBLE] `x`, c 'INT')

-- column-constraint: PRIMARY KEY
CREATE TABLE t (a INTEGER PRIMARY KEY)

-- column-constraint: PRIMARY KEY AUTOINCREMENT
CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)

-- column-constraint: PRIMARY KEY with direction and conflict clause
CREATE TABLE t (a INTEGER PRIMARY KEY ASC ON CONFLICT REPLACE AUTOINCREMENT, b)

-- column-constraint: PRIMARY KEY DESC
CREATE TABLE t (a INTEGER PRIMARY KEY DESC)

-- column-constraint: NOT NULL
CREATE TABLE t (a NOT NULL, b INT NOT NULL ON CONFLICT FAIL)

-- column-constraint: NULL
CREATE TABLE t (a NULL, b INT NULL ON CONFLICT IGNORE)

-- column-constraint: UNIQUE
CREATE TABLE t (a UNIQUE, b INT UNIQUE ON CONFLICT ROLLBACK)

-- column-constraint: CHECK
CREATE TABLE t (a CHECK (a > 0), b INT CHECK (b IN (1, 2) AND a < b))

-- column-constraint: DEFAULT with literals
CREATE TABLE t (a DEFAULT 1, b DEFAULT -1, c DEFAULT +1.5, d DEFAULT 'x', e DEFAULT x'00', f DEFAULT NULL, g DEFAULT TRUE)

-- column-constraint: DEFAULT with the clock
CREATE TABLE t (a DEFAULT CURRENT_TIME, b DEFAULT current_date, c DEFAULT CURRENT_TIMESTAMP)

-- column-constraint: DEFAULT with an expression
CREATE TABLE t (a DEFAULT (1 + 2), b DEFAULT (datetime('now')), c DEFAULT (-(3)))

-- column-constraint: DEFAULT with a name, which is a string
CREATE TABLE t (a DEFAULT open, b DEFAULT "closed", c DEFAULT [x], d DEFAULT `y`)

-- column-constraint: COLLATE
CREATE TABLE t (a COLLATE NOCASE, b TEXT COLLATE "RTRIM")

-- column-constraint: REFERENCES
CREATE TABLE t (a REFERENCES orders, b INT REFERENCES orders (id))

-- column-constraint: GENERATED ALWAYS
CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS (a + 1), c AS (a * 2))

-- column-constraint: GENERATED with storage
CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS (a + 1) STORED, c TEXT AS (a * 2) VIRTUAL)

-- column-constraint: GENERATED, and other constraints
CREATE TABLE t (a INT, b INT NOT NULL GENERATED ALWAYS AS (a) STORED UNIQUE)

-- column-constraint: a storage that does not exist
-- refused: error in generated column
CREATE TABLE t (a INT, b INT AS (a) REMEMBERED)

-- column-constraint: names
CREATE TABLE t (a INT CONSTRAINT one PRIMARY KEY CONSTRAINT "two" NOT NULL CONSTRAINT 'three' CHECK (a > 0) CONSTRAINT four DEFAULT 1)

-- column-constraint: names before the others
CREATE TABLE t (a CONSTRAINT one UNIQUE CONSTRAINT two COLLATE NOCASE CONSTRAINT three REFERENCES orders CONSTRAINT four NULL, b CONSTRAINT five AS (a))

-- column-constraint: many, in any order
CREATE TABLE t (a TEXT DEFAULT 'x' COLLATE NOCASE UNIQUE NOT NULL CHECK (a <> '') REFERENCES orders)

-- column-constraint: a name alone
CREATE TABLE t (a CONSTRAINT alone, b)

-- column-constraint: a name before a name
CREATE TABLE t (a CONSTRAINT one CONSTRAINT two NOT NULL)
