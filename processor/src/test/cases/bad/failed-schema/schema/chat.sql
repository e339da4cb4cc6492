CREATE TABLE messages (id INTEGER PRIMARY KEY);
  ATTACH 'archive.sqlite' AS archive;
