CREATE TABLE `posts` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text DEFAULT 'it''s; --> here' NOT NULL,
	`author` integer,
	FOREIGN KEY (`author`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_name_unique` ON `users` (`name`);--> statement-breakpoint
INSERT INTO `posts` (`id`, `author`) VALUES (1, 5);
--> statement-breakpoint
INSERT INTO `users` VALUES (5, 'e');