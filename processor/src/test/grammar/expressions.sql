-- literal-value: integers, with separators, hexadecimal
SELECT 0, 42, 1_000_000, 0x1F, 0XaB_cD, 9223372036854775807

-- literal-value: floating point
SELECT 1.5, .5, 5., 1e10, 1.5E-3, 2e+7, 1_0.2_5

-- literal-value: strings
SELECT '', 'it''s', 'two
lines', 'ünïcödé 😀'

-- literal-value: blobs
SELECT x'', X'00FF', x'c0ffee'

-- literal-value: NULL, TRUE and FALSE in any case
SELECT NULL, null, TRUE, false, True

-- literal-value: the clock
SELECT CURRENT_TIME, current_date, Current_Timestamp

-- bind-parameter: every form
SELECT :name, @name, $name, ?, ?7, $ns::name(x), :1

-- column-name: alone, with its table, with its database
SELECT id, orders.id, main.orders.id FROM orders

-- column-name: every kind of quotes
SELECT "id", [id], `id`, orders."id", [main]."orders".`id` FROM orders

-- column-name: a string in the place of a name
SELECT 'orders'.'id', main.'orders'.id FROM orders

-- column-name: a double-quoted string, because no such column exists
SELECT "no column at all" FROM orders

-- column-name: quotes inside of quotes
SELECT 1 AS "a ""b"" c", 2 AS `d ``e`, 3 AS [f "g`]

-- column-name: the names of the rowid
SELECT rowid, oid, _rowid_ FROM numbers

-- column-name: letters beyond ASCII, dollar
SELECT größe, a$b FROM (SELECT 1 AS größe, 2 AS a$b)

-- unary-operator: each
SELECT -n, +n, ~n, NOT n FROM numbers

-- unary-operator: several, with and without space
SELECT - -n, -+-n, ~-~n, NOT NOT n, - - -1 FROM numbers

-- binary-operator: arithmetic
SELECT n + 1, n - 1, n * 2, n / 2, n % 2 FROM numbers

-- binary-operator: arithmetic without spaces
SELECT n+1-2*3/4%5,n- -1 FROM numbers

-- binary-operator: bits
SELECT n & 1, n | 1, n << 1, n >> 1 FROM numbers

-- binary-operator: comparison
SELECT n < 1, n <= 1, n > 1, n >= 1 FROM numbers

-- binary-operator: equality in both spellings
SELECT n = 1, n == 1, n <> 1, n != 1 FROM numbers

-- binary-operator: IS and IS NOT
SELECT n IS 1, n IS NOT 1, n IS NULL, n IS NOT NULL, n IS TRUE, n IS NOT FALSE FROM numbers

-- binary-operator: IS DISTINCT FROM
SELECT n IS DISTINCT FROM 1, n IS NOT DISTINCT FROM 1 FROM numbers

-- binary-operator: logic
SELECT n AND 1, n OR 1, NOT n AND 1 OR 0 FROM numbers

-- binary-operator: concatenation and JSON
SELECT city || ', ' || name, note -> '$.a' ->> 'b' FROM customers

-- null-test: one word and two
SELECT n ISNULL, n NOTNULL, n NOT NULL FROM numbers

-- like: each operator
SELECT name LIKE 'a%', name GLOB 'a*' FROM customers

-- like: negated and with ESCAPE
SELECT name NOT LIKE 'a!%' ESCAPE '!', name LIKE 'b' ESCAPE '!' AND 1, name NOT GLOB 'a*' FROM customers

-- like: MATCH
SELECT title FROM search WHERE search MATCH 'word' AND title MATCH :word

-- like: NOT MATCH
SELECT title FROM search WHERE NOT (title NOT MATCH 'word') OR 1

-- like: REGEXP, a function that applications bring
-- refused: no such function: REGEXP
SELECT name REGEXP '^a', name NOT REGEXP 'b$' FROM customers

-- between: with its AND, among others
SELECT n BETWEEN 1 AND 2, n NOT BETWEEN 1 AND 2 AND n, n BETWEEN 1 AND 2 OR 3 FROM numbers

-- between: operators inside the bounds
SELECT n BETWEEN n - 1 AND n + 1 = 1, n BETWEEN 1 AND 2 BETWEEN 3 AND 4 FROM numbers

-- between: lower operators inside parentheses
SELECT n BETWEEN (1 AND 2) AND (n OR 3) FROM numbers

-- in: a list
SELECT n IN (1, 2, n + 3), n NOT IN (1) FROM numbers

-- in: an empty list
SELECT n IN (), n NOT IN () FROM numbers

-- in: a query
SELECT n IN (SELECT id FROM orders), n NOT IN (VALUES (1), (2)) FROM numbers

-- in: a query with WITH
SELECT n IN (WITH few AS (SELECT 1) SELECT * FROM few) FROM numbers

-- in: a table, with and without its database
SELECT 1 IN numbers, 1 NOT IN main.numbers

-- in: a table-valued function
-- refused: sub-select returns
SELECT 'n' IN pragma_table_list('numbers')

-- in: a table-valued function that yields one column
-- refused: no such table
SELECT 1 IN generate(1, 3)

-- in: a row value
SELECT id FROM orders WHERE (customer_id, status) IN (SELECT id, name FROM customers)

-- in: a row value in a list
SELECT id FROM orders WHERE (customer_id, status) IN ((1, 'open'), (2, 'paid'))

-- row-value: compared
SELECT id FROM orders WHERE (customer_id, placed_at) > (:customer, :placed)

-- row-value: three, between, is
SELECT id FROM orders WHERE (id, total, status) BETWEEN (1, 2, 3) AND (4, 5, 6) OR (id, total) IS NOT (1, 2)

-- row-value: from a query
SELECT id FROM orders WHERE (id, total) = (SELECT order_id, price FROM order_lines)

-- collate: bare and quoted
SELECT name COLLATE NOCASE = 'a', name COLLATE "RTRIM" COLLATE 'BINARY' FROM customers

-- cast: one word, several, with numbers
SELECT CAST(n AS TEXT), CAST(n AS UNSIGNED BIG INT), CAST(n AS VARCHAR(10)), CAST(n AS DECIMAL(10, -2)) FROM numbers

-- cast: without a type
SELECT CAST(n AS) FROM numbers

-- cast: a quoted type
SELECT CAST(n AS "TEXT"), CAST(n AS 'REAL' [x]) FROM numbers

-- case: searched
SELECT CASE WHEN n > 1 THEN 'many' WHEN n = 1 THEN 'one' ELSE 'none' END FROM numbers

-- case: simple, without ELSE
SELECT CASE n WHEN 1 THEN 'one' WHEN 2 THEN 'two' END FROM numbers

-- case: inside another
SELECT CASE CASE n WHEN 1 THEN 2 END WHEN 2 THEN CASE WHEN 1 THEN 2 END END + 1 FROM numbers

-- exists: and not
SELECT EXISTS (SELECT 1), NOT EXISTS (SELECT * FROM orders WHERE total > 5), EXISTS (VALUES (1))

-- subquery: as a value
SELECT (SELECT max(total) FROM orders), 1 + (VALUES (2)), (WITH w AS (SELECT 1 AS a) SELECT a FROM w)

-- subquery: in parentheses of its own
SELECT ((SELECT 1)), (((SELECT 2) + 3))

-- parentheses: kept as written
SELECT (1), ((2)), (1 + 2) * 3, (n), -(n) FROM numbers

-- function: no argument, one, several, a star
SELECT random(), abs(n), coalesce(n, 1, 2), count(*) FROM numbers

-- function: a quoted name
SELECT "abs"(n), [abs](n), `abs`(n) FROM numbers

-- function: white space before the parenthesis
SELECT abs (n), max ( n , 1 ) FROM numbers

-- function: DISTINCT and ALL
SELECT count(DISTINCT n), sum(ALL n) FROM numbers

-- function: the order of an aggregate
SELECT group_concat(name, ', ' ORDER BY city DESC NULLS LAST, id), group_concat(DISTINCT city ORDER BY city) FROM customers

-- function: an order without arguments
SELECT count(ORDER BY n) FROM numbers

-- function: with FILTER
SELECT count(*) FILTER (WHERE n > 1), sum(n) FILTER (WHERE n) + 1 FROM numbers

-- function: names that are keywords
-- refused: no such function: left
SELECT replace('a', 'b', 'c'), like('a', 'b'), glob('a', 'b'), date(), "left"(1)

-- function: words that begin an operator
-- refused: no such column: match
SELECT likely(n), match FROM numbers

-- raise: outside of a trigger
-- refused: RAISE() may only be used within a trigger-program
SELECT RAISE(IGNORE), RAISE(ABORT, 'no')

-- comments: anywhere between tokens
SELECT /* one */ n -- to the end
  , /**/ n /* two
  lines */ + 1 FROM numbers -- last

-- case of letters: none matters
sElEcT n FrOm NUMBERS wHeRe N iS nOt NuLl
