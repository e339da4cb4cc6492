-- it's a table; really, DROP TABLE nothing;
CREATE /* ; */ TABLE a -- ;
( x /* ') */ INTEGER, -- a quote ' and a "name
  y TEXT /* /* not nested */
  DEFAULT '--' -- */ not the end of anything
);
--;
/**/ /***/ /* ** / */ /*/ still open */
--/* not a block
INSERT INTO a VALUES (1, 'a') /* ; DELETE FROM a; */; -- DELETE FROM a;
INSERT INTO a (x) VALUES (--)
2
);
--
---------
/* DROP TABLE a; */
SELECT 1--
;INSERT INTO a VALUES (3,'/*');INSERT INTO a VALUES (4, '*/');
CREATE VIEW v AS SELECT x -- the number; 1
  FROM a /* ; */ WHERE y <> ';';
CREATE INDEX i ON a (x /* first */, y -- second
) WHERE x > 0;
