-- Up
ALTER TABLE ciphers RENAME TO oldCiphers;

CREATE TABLE ciphers (
  uuid      TEXT NOT NULL PRIMARY KEY,
  owner     TEXT, -- NULL for an organisation's
  data      TEXT
);

CREATE TABLE users_ciphers (
  owner  TEXT NOT NULL,
  cipher TEXT NOT NULL REFERENCES ciphers (uuid),
  PRIMARY KEY (owner, cipher)
);

INSERT INTO ciphers (uuid, owner, data)
SELECT uuid, owner, data FROM oldCiphers;
INSERT INTO users_ciphers SELECT owner, uuid FROM oldCiphers;

DROP TABLE oldCiphers;
-- Down
DROP TABLE users_ciphers;
ALTER TABLE ciphers RENAME TO newCiphers;
CREATE TABLE ciphers (uuid TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, data TEXT);
INSERT INTO ciphers SELECT uuid, coalesce(owner, ''), data FROM newCiphers;
DROP TABLE newCiphers;
CREATE INDEX ciphers_owner ON ciphers (owner);
