CREATE TABLE cafés (x);
