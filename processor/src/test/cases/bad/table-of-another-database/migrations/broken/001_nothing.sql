-- Up
CREATE TABLE articles (;
-- Down
