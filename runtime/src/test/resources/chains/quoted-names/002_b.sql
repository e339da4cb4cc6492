-- Up
ALTER TABLE "a;b" RENAME TO "b;a"; ALTER TABLE "b;a" RENAME COLUMN "c;--d" TO "d;--c";
-- Down
ALTER TABLE "b;a" RENAME COLUMN "d;--c" TO "c;--d"; ALTER TABLE "b;a" RENAME TO "a;b";
