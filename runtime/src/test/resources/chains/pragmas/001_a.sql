-- Up
PRAGMA encoding = "UTF-8";
PRAGMA foreign_keys = ON;
PRAGMA foreign_keys;
PRAGMA user_version = 7;
PRAGMA main.application_id = 0x4c69746d;
CREATE TABLE a (id INTEGER PRIMARY KEY, parent REFERENCES a);
PRAGMA table_info(a);
PRAGMA foreign_keys = OFF; PRAGMA defer_foreign_keys = TRUE;
INSERT INTO a VALUES (1, 2), (2, NULL);
PRAGMA foreign_key_check;
PRAGMA foreign_key_check('a');
PRAGMA integrity_check; PRAGMA quick_check(1);
PRAGMA index_list('a'); PRAGMA foreign_key_list(a);
PRAGMA no_such_pragma = 5;
PRAGMA optimize;
PRAGMA incremental_vacuum(5);
PRAGMA shrink_memory;
PRAGMA page_count; PRAGMA freelist_count; PRAGMA page_size; PRAGMA compile_options;
-- Down
PRAGMA user_version = 0;
PRAGMA application_id = 0;
DROP TABLE a;
