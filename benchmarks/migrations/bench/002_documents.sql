-- Up
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    content TEXT NOT NULL
);

CREATE VIRTUAL TABLE documents_fts USING fts5 (content, content = 'documents', content_rowid = 'id');

CREATE TRIGGER documents_insert AFTER INSERT ON documents BEGIN
    INSERT INTO documents_fts (rowid, content) VALUES (new.id, new.content);
END;

CREATE TRIGGER documents_delete AFTER DELETE ON documents BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, content) VALUES ('delete', old.id, old.content);
END;

CREATE TRIGGER documents_update AFTER UPDATE OF id, content ON documents BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, content) VALUES ('delete', old.id, old.content);
    INSERT INTO documents_fts (rowid, content) VALUES (new.id, new.content);
END;
