-- alter-table-stmt: RENAME TO
ALTER TABLE numbers RENAME TO figures

-- alter-table-stmt: RENAME COLUMN
ALTER TABLE main.numbers RENAME COLUMN n TO "m m"

-- alter-table-stmt: RENAME without COLUMN
ALTER TABLE numbers RENAME n TO m

-- alter-table-stmt: ADD COLUMN
ALTER TABLE numbers ADD COLUMN m INTEGER NOT NULL DEFAULT 0

-- alter-table-stmt: ADD without COLUMN
ALTER TABLE numbers ADD m TEXT REFERENCES orders CHECK (m > n) COLLATE NOCASE

-- alter-table-stmt: ADD a column without type
ALTER TABLE "numbers" ADD COLUMN "m m"

-- alter-table-stmt: ADD a generated column
ALTER TABLE numbers ADD COLUMN m AS (n + 1) VIRTUAL

-- alter-table-stmt: DROP COLUMN
ALTER TABLE customers DROP COLUMN note

-- alter-table-stmt: DROP without COLUMN
ALTER TABLE customers DROP note

-- alter-table-stmt: ADD CONSTRAINT
ALTER TABLE numbers ADD CONSTRAINT positive CHECK (n > 0)

-- alter-table-stmt: ADD CHECK
ALTER TABLE numbers ADD CHECK (n > 0)

-- alter-table-stmt: ADD CHECK with a conflict clause
ALTER TABLE numbers ADD CONSTRAINT positive CHECK (n > 0) ON CONFLICT FAIL

-- alter-table-stmt: DROP CONSTRAINT
ALTER TABLE orders DROP CONSTRAINT total_is_positive

-- alter-table-stmt: SET NOT NULL
ALTER TABLE customers ALTER COLUMN city SET NOT NULL

-- alter-table-stmt: SET NOT NULL without COLUMN, with a conflict clause
ALTER TABLE customers ALTER city SET NOT NULL ON CONFLICT REPLACE

-- alter-table-stmt: DROP NOT NULL
ALTER TABLE customers ALTER COLUMN name DROP NOT NULL

-- drop-table-stmt
DROP TABLE numbers

-- drop-table-stmt: IF EXISTS, the database
DROP TABLE IF EXISTS main.nothing_here

-- drop-index-stmt
DROP INDEX orders_by_status

-- drop-index-stmt: IF EXISTS
DROP INDEX IF EXISTS main."orders_by_status"

-- drop-view-stmt
DROP VIEW big_orders

-- drop-view-stmt: IF EXISTS
DROP VIEW IF EXISTS temp.none

-- drop-trigger-stmt
DROP TRIGGER order_deleted

-- drop-trigger-stmt: IF EXISTS
DROP TRIGGER IF EXISTS main.order_deleted

-- drop-table-stmt: a table that does not exist
-- refused: no such table
DROP TABLE "nothing here"
