-- Up
CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  balance INTEGER NOT NULL CHECK (balance >= 0)
);

-- Down
DROP TABLE accounts;
