-- create-virtual-table-stmt: no arguments
CREATE VIRTUAL TABLE v USING fts5vocab

-- create-virtual-table-stmt: arguments
CREATE VIRTUAL TABLE v USING fts5(a, b)

-- create-virtual-table-stmt: IF NOT EXISTS, the database
CREATE VIRTUAL TABLE IF NOT EXISTS main.v USING rtree(id, min_x, max_x)

-- create-virtual-table-stmt: options
CREATE VIRTUAL TABLE v USING fts5(a, b UNINDEXED, tokenize = 'porter ascii', prefix='2 3')

-- create-virtual-table-stmt: parentheses inside
CREATE VIRTUAL TABLE v USING fts4(a VARCHAR(10, 2), tokenize=simple, content="x")

-- create-virtual-table-stmt: strings with commas and parentheses
CREATE VIRTUAL TABLE v USING fts5(a, tokenize = "unicode61 tokenchars '-_,()'")

-- create-virtual-table-stmt: quoted names
CREATE VIRTUAL TABLE "my search" USING "fts5"("a", [b])

-- create-virtual-table-stmt: a module that does not exist
CREATE VIRTUAL TABLE v USING unheard_of(a INTEGER PRIMARY KEY, (b, (c)), 'd', 1 + 2, SELECT)
