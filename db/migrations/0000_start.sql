CREATE TABLE `invitations` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	CONSTRAINT "invitations_role" CHECK("invitations"."role" in ('member', 'editor', 'admin'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text DEFAULT 'member' NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "users_role" CHECK("users"."role" in ('member', 'editor', 'admin'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `assessment_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role_id` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_drafts_one` ON `assessment_drafts` (`person_id`,`role_id`);--> statement-breakpoint
CREATE INDEX `assessment_drafts_role` ON `assessment_drafts` (`role_id`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role_id` text NOT NULL,
	`snapshot` text NOT NULL,
	`fit` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessments_fit" CHECK("assessments"."fit" between 0 and 100)
) STRICT;
--> statement-breakpoint
CREATE INDEX `assessments_person` ON `assessments` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `assessments_role` ON `assessments` (`role_id`);--> statement-breakpoint
CREATE TABLE `draft_answers` (
	`draft_id` text NOT NULL,
	`skill_id` text NOT NULL,
	`level` integer,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`draft_id`, `skill_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `assessment_drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "draft_answers_level" CHECK("draft_answers"."level" is null or "draft_answers"."level" between 0 and 4)
) STRICT;
--> statement-breakpoint
CREATE INDEX `draft_answers_skill` ON `draft_answers` (`skill_id`);--> statement-breakpoint
CREATE TABLE `authors` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`bio` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `authors_slug_unique` ON `authors` (`slug`);--> statement-breakpoint
CREATE TABLE `guide_block_skills` (
	`guide_id` text NOT NULL,
	`key` text NOT NULL,
	`skill_id` text NOT NULL,
	PRIMARY KEY(`guide_id`, `key`, `skill_id`),
	FOREIGN KEY (`guide_id`) REFERENCES `guides`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `guide_block_skills_skill` ON `guide_block_skills` (`skill_id`);--> statement-breakpoint
CREATE TABLE `guide_blocks` (
	`guide_id` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`heading` text NOT NULL,
	`anchor` text NOT NULL,
	`hours` integer,
	`done_means` text,
	`question_id` text,
	PRIMARY KEY(`guide_id`, `key`),
	FOREIGN KEY (`guide_id`) REFERENCES `guides`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "guide_blocks_kind" CHECK("guide_blocks"."kind" in ('skill', 'step', 'cvLines', 'summary', 'question', 'related'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `guide_blocks_question` ON `guide_blocks` (`question_id`);--> statement-breakpoint
CREATE TABLE `guide_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`guide_id` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`skills` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`guide_id`) REFERENCES `guides`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guide_revisions_number` ON `guide_revisions` (`guide_id`,`number`);--> statement-breakpoint
CREATE INDEX `guide_revisions_at` ON `guide_revisions` (`created_at`);--> statement-breakpoint
CREATE TABLE `guide_roles` (
	`guide_id` text NOT NULL,
	`role_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`guide_id`, `role_id`),
	FOREIGN KEY (`guide_id`) REFERENCES `guides`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `guide_roles_role` ON `guide_roles` (`role_id`);--> statement-breakpoint
CREATE TABLE `guides` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`standfirst` text NOT NULL,
	`description` text NOT NULL,
	`body` text NOT NULL,
	`sources` text NOT NULL,
	`explore` text NOT NULL,
	`author_id` text NOT NULL,
	`skill_id` text,
	`reviewed_on` text NOT NULL,
	`reading_minutes` integer NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "guides_kind" CHECK("guides"."kind" in ('role-skills', 'job-description', 'skill', 'how-to', 'comparison', 'career')),
	CONSTRAINT "guides_reading_minutes" CHECK("guides"."reading_minutes" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guides_slug_unique` ON `guides` (`slug`);--> statement-breakpoint
CREATE INDEX `guides_list` ON `guides` (`kind`,`title`);--> statement-breakpoint
CREATE INDEX `guides_latest` ON `guides` (`kind`,`published_at`,`title`);--> statement-breakpoint
CREATE INDEX `guides_title` ON `guides` (`title`);--> statement-breakpoint
CREATE INDEX `guides_author` ON `guides` (`author_id`);--> statement-breakpoint
CREATE INDEX `guides_skill` ON `guides` (`skill_id`);--> statement-breakpoint
CREATE TABLE `redirects` (
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`target` text NOT NULL,
	PRIMARY KEY(`kind`, `slug`),
	CONSTRAINT "redirects_kind" CHECK("redirects"."kind" in ('guide', 'skill', 'role', 'author')),
	CONSTRAINT "redirects_other" CHECK("redirects"."slug" <> "redirects"."target")
) STRICT;
--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`guest_hash` text,
	`recovery_hash` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "persons_guest_or_user" CHECK(("persons"."user_id" is null) = ("persons"."guest_hash" is not null) and ("persons"."user_id" is null) = ("persons"."recovery_hash" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `persons_userId_unique` ON `persons` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `persons_guestHash_unique` ON `persons` (`guest_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `persons_recoveryHash_unique` ON `persons` (`recovery_hash`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`skill_id` text NOT NULL,
	`level` integer NOT NULL,
	`source` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ratings_level" CHECK("ratings"."level" between 0 and 4),
	CONSTRAINT "ratings_source" CHECK("ratings"."source" in ('guide', 'skill', 'assessment', 'profile'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `ratings_profile` ON `ratings` (`person_id`,`skill_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `ratings_recent` ON `ratings` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `ratings_skill` ON `ratings` (`skill_id`);--> statement-breakpoint
CREATE TABLE `site` (
	`id` integer PRIMARY KEY NOT NULL,
	`content_version` integer NOT NULL,
	`content_loaded_at` integer,
	CONSTRAINT "site_one_row" CHECK("site"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`skill_id` text NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`reaches` integer NOT NULL,
	`hours` integer NOT NULL,
	`done_means` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "practice_steps_reaches" CHECK("practice_steps"."reaches" between 1 and 4),
	CONSTRAINT "practice_steps_hours" CHECK("practice_steps"."hours" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `practice_steps_key` ON `practice_steps` (`skill_id`,`key`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`skill_id` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`level` integer NOT NULL,
	`question` text NOT NULL,
	`why` text NOT NULL,
	`strong` text NOT NULL,
	`weak` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "questions_kind" CHECK("questions"."kind" in ('technical', 'behavioural')),
	CONSTRAINT "questions_level" CHECK("questions"."level" between 1 and 4)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_key` ON `questions` (`skill_id`,`key`);--> statement-breakpoint
CREATE TABLE `related_skills` (
	`skill_id` text NOT NULL,
	`related_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`skill_id`, `related_id`),
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`related_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "related_skills_other" CHECK("related_skills"."skill_id" <> "related_skills"."related_id")
) STRICT;
--> statement-breakpoint
CREATE INDEX `related_skills_related` ON `related_skills` (`related_id`);--> statement-breakpoint
CREATE TABLE `role_skills` (
	`role_id` text NOT NULL,
	`skill_id` text NOT NULL,
	`target` integer NOT NULL,
	`weight` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`role_id`, `skill_id`),
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_skills_target" CHECK("role_skills"."target" between 1 and 4),
	CONSTRAINT "role_skills_weight" CHECK("role_skills"."weight" in ('must', 'nice'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `role_skills_skill` ON `role_skills` (`skill_id`);--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`summary` text NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `roles_slug_unique` ON `roles` (`slug`);--> statement-breakpoint
CREATE TABLE `skill_aliases` (
	`key` text PRIMARY KEY NOT NULL,
	`alias` text NOT NULL,
	`skill_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `skill_aliases_skill` ON `skill_aliases` (`skill_id`);--> statement-breakpoint
CREATE TABLE `skill_statements` (
	`skill_id` text NOT NULL,
	`level` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`skill_id`, `level`, `position`),
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "skill_statements_level" CHECK("skill_statements"."level" between 1 and 4)
) STRICT;
--> statement-breakpoint
CREATE TABLE `skills` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`definition` text NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "skills_kind" CHECK("skills"."kind" in ('technical', 'soft')),
	CONSTRAINT "skills_slug" CHECK("skills"."slug" <> '' and "skills"."slug" = lower("skills"."slug"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `skills_slug_unique` ON `skills` (`slug`);