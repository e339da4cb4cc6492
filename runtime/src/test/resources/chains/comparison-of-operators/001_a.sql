CREATE TABLE t (v);
INSERT INTO t SELECT 1-- comment, not minus minus
-1;
INSERT INTO t SELECT 1- -1;
INSERT INTO t SELECT 6/ 2 /* / */ /3;
INSERT INTO t SELECT '{"a":1}'->>'$.a';
INSERT INTO t SELECT (1==1)||(2<>3) FROM (SELECT 1) WHERE 1!=2;
