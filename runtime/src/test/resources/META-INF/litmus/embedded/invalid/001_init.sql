-- Down
DROP TABLE t;
