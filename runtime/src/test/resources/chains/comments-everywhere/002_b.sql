INSERT INTO a SELECT x + 10, '--' || y FROM a -- ;
WHERE x /* ; */ > 1 -- '
/* the end */