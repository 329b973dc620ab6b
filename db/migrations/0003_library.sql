CREATE TABLE `guide_texts` (
	`guide_id` text PRIMARY KEY NOT NULL,
	`sections` text NOT NULL,
	FOREIGN KEY (`guide_id`) REFERENCES `guides`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	CONSTRAINT "search_entries_kind" CHECK("search_entries"."kind" in ('guide', 'skill', 'role', 'question'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_subject` ON `search_entries` (`kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `search_misses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`query` text NOT NULL,
	`reader` text NOT NULL,
	`day` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_misses_once` ON `search_misses` (`query`,`reader`,`day`);--> statement-breakpoint
CREATE INDEX `search_misses_day` ON `search_misses` (`day`);--> statement-breakpoint
ALTER TABLE `site` ADD `known_content` text;--> statement-breakpoint
ALTER TABLE `roles` ADD `activities` text DEFAULT '[]' NOT NULL;