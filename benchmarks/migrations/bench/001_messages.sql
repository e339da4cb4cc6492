-- Up
CREATE TABLE chats (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
);

CREATE TABLE messages (
    id TEXT NOT NULL PRIMARY KEY,
    chat_id TEXT NOT NULL REFERENCES chats (id),
    role TEXT NOT NULL,
    content TEXT NOT NULL,
    model TEXT,
    token_count INTEGER NOT NULL,
    timestamp TEXT NOT NULL,
    is_liked INTEGER NOT NULL
);

-- What the second index makes superfluous, as the schema that was measured first had it; the favourable variant drops it.
CREATE INDEX idx_messages_chat ON messages (chat_id);

CREATE INDEX idx_messages_chat_timestamp ON messages (chat_id, timestamp);
