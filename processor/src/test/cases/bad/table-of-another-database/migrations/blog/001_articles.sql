-- Up
CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
-- Down
DROP TABLE articles;
