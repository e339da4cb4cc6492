-- The view would stop the last step, were it not for this line.
PRAGMA legacy_alter_table = 1;
CREATE TABLE "new__customers" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "name" varchar(40) NOT NULL, "vip" bool NOT NULL);
INSERT INTO "new__customers" ("id", "name", "vip") SELECT "id", "name", 0 FROM "customers";
DROP TABLE "customers";
ALTER TABLE "new__customers" RENAME TO "customers";
PRAGMA legacy_alter_table = 0;
