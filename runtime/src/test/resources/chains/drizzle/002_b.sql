ALTER TABLE `users` ADD `age` integer;--> statement-breakpoint
ALTER TABLE `posts` RENAME COLUMN "title" TO "headline";