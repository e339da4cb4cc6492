-- window-function: the empty window
SELECT row_number() OVER () FROM orders

-- window-defn: PARTITION BY
SELECT sum(total) OVER (PARTITION BY customer_id, status) FROM orders

-- window-defn: ORDER BY
SELECT rank() OVER (ORDER BY total DESC, id NULLS FIRST) FROM orders

-- window-defn: both and a frame
SELECT avg(total) OVER (PARTITION BY status ORDER BY id ROWS 2 PRECEDING) FROM orders

-- window-defn: a name
SELECT sum(total) OVER w FROM orders WINDOW w AS (ORDER BY id)

-- window-defn: a base window
SELECT sum(total) OVER (w ORDER BY id) FROM orders WINDOW w AS (PARTITION BY status)

-- window-defn: a base window and a frame
SELECT sum(total) OVER (w ROWS UNBOUNDED PRECEDING) FROM orders WINDOW w AS (ORDER BY id)

-- window-clause: several, one upon another
SELECT sum(total) OVER x, max(id) OVER w FROM orders WINDOW w AS (PARTITION BY status), x AS (w ORDER BY id)

-- window-clause: quoted names
SELECT sum(total) OVER "my window" FROM orders WINDOW "my window" AS ()

-- window-function: FILTER and OVER
SELECT count(*) FILTER (WHERE total > 1) OVER (PARTITION BY status) FROM orders

-- frame-spec: ROWS
SELECT sum(total) OVER (ORDER BY id ROWS CURRENT ROW) FROM orders

-- frame-spec: RANGE
SELECT sum(total) OVER (ORDER BY id RANGE BETWEEN 1 PRECEDING AND 1.5 FOLLOWING) FROM orders

-- frame-spec: GROUPS
SELECT sum(total) OVER (ORDER BY id GROUPS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) FROM orders

-- frame-spec: bounds
SELECT sum(total) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM orders

-- frame-spec: bounds that are expressions
SELECT sum(total) OVER (ORDER BY id ROWS BETWEEN :before + 1 PRECEDING AND (SELECT 1) PRECEDING) FROM orders

-- frame-spec: both ends behind
SELECT sum(total) OVER (ROWS BETWEEN 1 FOLLOWING AND 2 FOLLOWING) FROM orders

-- frame-spec: an end before its start
-- refused: unsupported frame specification
SELECT sum(total) OVER (ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM orders

-- frame-spec: EXCLUDE NO OTHERS
SELECT sum(total) OVER (ORDER BY id ROWS 1 PRECEDING EXCLUDE NO OTHERS) FROM orders

-- frame-spec: EXCLUDE CURRENT ROW
SELECT sum(total) OVER (ORDER BY id ROWS 1 PRECEDING EXCLUDE CURRENT ROW) FROM orders

-- frame-spec: EXCLUDE GROUP
SELECT sum(total) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE GROUP) FROM orders

-- frame-spec: EXCLUDE TIES
SELECT sum(total) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING EXCLUDE TIES) FROM orders

-- window-function: words of windows as names
SELECT over, filter, window FROM (SELECT 1 AS over, 2 AS filter, 3 AS window)

-- window-function: aliases that look like a window
SELECT n over FROM numbers window

-- window-function: an alias behind a call
SELECT abs(n) filter, abs(n) AS over FROM numbers
