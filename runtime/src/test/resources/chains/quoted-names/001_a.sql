-- Up
CREATE TABLE "a;b" ("c;--d" TEXT, [e;/*f] TEXT, `g;''h` TEXT, 'i;j' TEXT, "k""l" TEXT, "select" TEXT, "x y" TEXT);
CREATE TABLE [end] (begin INTEGER, "trigger" INTEGER, "create" INTEGER);
CREATE INDEX "i;" ON "a;b" ("c;--d", [e;/*f]);
CREATE TRIGGER "t; END;" AFTER INSERT ON "a;b" BEGIN INSERT INTO [end] VALUES (1, 2, 3); END;
CREATE VIEW "v;--" AS SELECT "c;--d" AS "; DROP TABLE x;", `g;''h` FROM "a;b";
INSERT INTO "a;b" ("c;--d", [e;/*f], `g;''h`, "i;j", "k""l", "select", "x y") VALUES (1, 2, 3, 4, 5, 6, 7);
CREATE TABLE größe (länge INTEGER, "日本語;" TEXT, "emoji 😀" TEXT);
INSERT INTO größe VALUES (1, '日本語;', '😀; --');
-- Down
DROP TABLE größe;
DROP VIEW "v;--";
DROP TABLE [end];
DROP TABLE "a;b";
