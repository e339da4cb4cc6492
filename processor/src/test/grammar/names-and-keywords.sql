-- keywords as names: columns
SELECT key, first, last, action, after FROM (SELECT 1 AS key, 2 AS first, 3 AS last, 4 AS action, 5 AS after)

-- keywords as names: tables and aliases
SELECT temp.n FROM numbers temp, numbers plan, numbers query

-- keywords as names: behind a dot
SELECT o.key FROM (SELECT 1 AS key) AS o

-- keywords as names: functions
SELECT replace('a', 'a', 'b'), glob('a', 'b'), like('a', 'b')

-- keywords as names: a table
CREATE TABLE action (no, plan TEXT, row INT)

-- keywords as names: common tables
WITH rows AS (SELECT 1), view AS (SELECT 2) SELECT * FROM rows, view

-- keywords as names: windows
SELECT sum(n) OVER abort FROM numbers WINDOW abort AS ()

-- keywords as names: END outside of CASE
SELECT end FROM (SELECT 1 AS end)

-- keywords as names: words of CAST and RAISE, where no expression can stand
SELECT 1 AS cast, 2 raise FROM numbers cast, numbers AS raise

-- keywords as names: words of joins
SELECT left, cross, natural FROM (SELECT 1 AS left, 2 AS cross, 3 AS natural)

-- keywords as names: IF, EXPLAIN, WITH
SELECT if, explain, with FROM (SELECT 1 AS if, 2 AS explain, 3 AS with)

-- keywords as names: WITHOUT as an alias
SELECT n without FROM numbers offset

-- keywords as names: STRICT, ROWID, STORED are words like others
SELECT strict, stored FROM (SELECT 1 AS strict, 2 AS stored)

-- keywords as names: GENERATED and ALWAYS
SELECT generated, always FROM (SELECT 1 AS generated, 2 AS always)

-- keywords as names: CURRENT, RANGE, GROUPS, TIES
SELECT current, range, groups, ties FROM (SELECT 1 AS current, 2 AS range, 3 AS groups, 4 AS ties)

-- keywords quoted: any
SELECT "select", [from], `where` FROM (SELECT 1 AS "select", 2 AS [from], 3 AS `where`)

-- names: with a dollar and digits
SELECT a1, _b, c$d FROM (SELECT 1 AS a1, 2 AS _b, 3 AS c$d)

-- names: an empty one
SELECT "" FROM (SELECT 1 AS "")

-- names: the same in other letters
SELECT ORDERS.Id, "ORDERS"."ID" FROM Orders

-- names: a string for an alias and a table
SELECT n AS 'the n' FROM 'numbers' AS 'm'
