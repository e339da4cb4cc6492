-- needs 3.46
CREATE TABLE l (v);
INSERT INTO l VALUES (1_000), (0x1_F), (1_0.5_0e1_0);
