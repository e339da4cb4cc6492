-- Up


	 CREATE	TABLE

 a( x
)
;
   ;INSERT   INTO a
VALUES(1);INSERT INTO a VALUES(2)	;


-- Down

	DROP TABLE a
