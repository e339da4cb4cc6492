-- Up
CREATE VIRTUAL TABLE by_note USING fts5(note, content='orders', content_rowid='id');
CREATE VIRTUAL TABLE customers_fts USING fts5(name, content='customers');
CREATE TRIGGER customers_ai AFTER INSERT ON customers BEGIN
  INSERT INTO customers_fts (rowid, name) VALUES (new.rowid, new.name);
END;
