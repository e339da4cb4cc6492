-- What the application itself remembers: settings, and credentials for the services it uses.

-- Up
CREATE TABLE settings (
  row_id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  -- JSON, so that a value has a type: `value ->> '$'` is a text, a number, 0 or 1.
  value TEXT NOT NULL CHECK (json_valid(value)),
  -- One format for all times, UTC with milliseconds and of fixed width: as text it sorts as time does.
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

-- As in the chat database: text ids for the application, and an INTEGER PRIMARY KEY that no VACUUM changes.
CREATE TABLE credentials (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  provider TEXT NOT NULL CHECK (provider <> ''),
  account TEXT NOT NULL CHECK (account <> ''),
  -- Encrypted; the key is kept elsewhere. The form in one byte, a nonce in 12, what is encrypted, and a tag in 16: whatever
  -- is shorter, begins otherwise, or is a text, has been stored as it is by mistake. Nothing here can prove encryption.
  secret BLOB NOT NULL CHECK (
    typeof(secret) = 'blob' AND length(secret) >= 29 AND substr(secret, 1, 1) = x'01'
  ),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  -- NULL before its first use.
  used_at TEXT,
  UNIQUE (provider, account)
);

-- Down
DROP TABLE credentials;
DROP TABLE settings;
