-- Up
CREATE TABLE ciphers (uuid TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, data TEXT);
CREATE INDEX ciphers_owner ON ciphers (owner);
INSERT INTO ciphers VALUES ('a', 'o', '{}'), ('b', 'o', NULL);
-- Down
DROP TABLE ciphers;
