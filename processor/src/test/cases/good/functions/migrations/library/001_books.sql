-- Up
CREATE TABLE books (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL COLLATE german,
  isbn TEXT CHECK (is_isbn(isbn)),
  cover BLOB,
  pages INTEGER,
  slug TEXT GENERATED ALWAYS AS (slug(title)) STORED
);
CREATE INDEX books_initials ON books (initials(title));
INSERT INTO books (title, isbn, pages) VALUES ('Die Ähre', '9783161484100', 100), ('Zum Ziel', NULL, 300);
-- Down
DROP TABLE books;
