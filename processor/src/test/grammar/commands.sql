-- begin-stmt: each mode
BEGIN

-- begin-stmt: DEFERRED
BEGIN DEFERRED

-- begin-stmt: IMMEDIATE TRANSACTION
BEGIN IMMEDIATE TRANSACTION

-- begin-stmt: EXCLUSIVE and a name
BEGIN EXCLUSIVE TRANSACTION one

-- begin-stmt: a name alone
BEGIN TRANSACTION "one"

-- commit-stmt
COMMIT

-- commit-stmt: TRANSACTION and a name
COMMIT TRANSACTION one

-- commit-stmt: END
END

-- commit-stmt: END TRANSACTION
END TRANSACTION

-- rollback-stmt
ROLLBACK

-- rollback-stmt: TRANSACTION
ROLLBACK TRANSACTION

-- rollback-stmt: a name
ROLLBACK TRANSACTION one

-- rollback-stmt: TO
ROLLBACK TO s

-- rollback-stmt: TRANSACTION TO SAVEPOINT
ROLLBACK TRANSACTION TO SAVEPOINT s

-- rollback-stmt: everything
ROLLBACK TRANSACTION one TO SAVEPOINT "s"

-- savepoint-stmt
SAVEPOINT s

-- savepoint-stmt: a string, a keyword
SAVEPOINT 'my savepoint'

-- release-stmt
RELEASE s

-- release-stmt: SAVEPOINT
RELEASE SAVEPOINT "s"

-- pragma-stmt: a name
PRAGMA cache_size

-- pragma-stmt: the database
PRAGMA main.cache_size

-- pragma-stmt: a value behind =
PRAGMA cache_size = 100

-- pragma-stmt: a signed value
PRAGMA cache_size = -2000

-- pragma-stmt: a positive value
PRAGMA main.cache_size=+50

-- pragma-stmt: == is = as well
PRAGMA cache_size == 7

-- pragma-stmt: a fraction
PRAGMA cache_size = 1.5

-- pragma-stmt: a value in parentheses
PRAGMA table_info(orders)

-- pragma-stmt: a string in parentheses
PRAGMA main.table_info('orders')

-- pragma-stmt: a signed value in parentheses
PRAGMA cache_size(-10)

-- pragma-stmt: a quoted name
PRAGMA table_info("orders")

-- pragma-stmt: ON, DELETE, DEFAULT are no names
PRAGMA reverse_unordered_selects = ON

-- pragma-stmt: DELETE
PRAGMA journal_mode = DELETE

-- pragma-stmt: DEFAULT
PRAGMA temp_store = DEFAULT

-- pragma-stmt: in parentheses
PRAGMA journal_mode(DELETE)

-- pragma-stmt: a pragma that does not exist
PRAGMA unheard_of = something

-- attach-stmt
ATTACH 'file.db' AS other

-- attach-stmt: DATABASE, expressions
ATTACH DATABASE :file || '.db' AS 'other'

-- attach-stmt: KEY
ATTACH ':memory:' AS other KEY 'secret'

-- detach-stmt
DETACH other

-- detach-stmt: DATABASE
DETACH DATABASE 'other'

-- vacuum-stmt
VACUUM

-- vacuum-stmt: a database
VACUUM main

-- vacuum-stmt: INTO
VACUUM INTO 'copy.db'

-- vacuum-stmt: both
VACUUM main INTO :path || '.db'

-- analyze-stmt
ANALYZE

-- analyze-stmt: a table
ANALYZE orders

-- analyze-stmt: a database and an index
ANALYZE main.orders_by_status

-- reindex-stmt
REINDEX

-- reindex-stmt: a collation
REINDEX NOCASE

-- reindex-stmt: a table
REINDEX main.orders

-- reindex-stmt: nothing of that name
-- refused: unable to identify the object to be reindexed
REINDEX "nothing"

-- explain: of a command
EXPLAIN BEGIN
