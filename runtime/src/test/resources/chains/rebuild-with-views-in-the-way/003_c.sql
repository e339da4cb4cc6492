-- Off again: from here on a rename is followed everywhere.
ALTER TABLE customers RENAME TO people;
ALTER TABLE people RENAME COLUMN vip TO special;
