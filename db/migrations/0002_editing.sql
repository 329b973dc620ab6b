CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`event` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`label` text NOT NULL,
	`detail` text NOT NULL,
	CONSTRAINT "audit_log_subject_kind" CHECK("audit_log"."subject" in ('guide', 'skill', 'role', 'author', 'category', 'picture', 'user', 'invitation', 'site'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`,`subject_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_log_event` ON `audit_log` (`event`,`at`);--> statement-breakpoint
CREATE TABLE `guide_presence` (
	`guide_id` text NOT NULL,
	`tab` text NOT NULL,
	`user_id` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`guide_id`, `tab`),
	FOREIGN KEY (`guide_id`) REFERENCES `guide_drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `guide_presence_user` ON `guide_presence` (`user_id`);--> statement-breakpoint
CREATE TABLE `guide_references` (
	`guide_id` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	PRIMARY KEY(`guide_id`, `kind`, `target`),
	FOREIGN KEY (`guide_id`) REFERENCES `guide_drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "guide_references_kind" CHECK("guide_references"."kind" in ('skill', 'question', 'guide', 'role', 'author', 'picture'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `guide_references_target` ON `guide_references` (`kind`,`target`);--> statement-breakpoint
CREATE TABLE `preview_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`guide_id` text NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`guide_id`) REFERENCES `guide_drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `preview_links_tokenHash_unique` ON `preview_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `preview_links_guide` ON `preview_links` (`guide_id`);--> statement-breakpoint
CREATE INDEX `preview_links_created_by` ON `preview_links` (`created_by_id`);--> statement-breakpoint
CREATE TABLE `guide_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`standfirst` text NOT NULL,
	`description` text NOT NULL,
	`body` text NOT NULL,
	`sources` text NOT NULL,
	`explore` text NOT NULL,
	`roles` text NOT NULL,
	`author` text NOT NULL,
	`skill` text,
	`reviewed_on` text NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`published_revision` integer,
	`submitted_by_id` text,
	`approved_by_id` text,
	`review_note` text NOT NULL,
	`scheduled_for` integer,
	`scheduled_revision` integer,
	`schedule_problem` text,
	`archived_at` integer,
	`errors` integer NOT NULL,
	`warnings` integer NOT NULL,
	`words` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by_id` text,
	CONSTRAINT "guide_drafts_kind" CHECK("guide_drafts"."kind" in ('role-skills', 'job-description', 'skill', 'how-to', 'comparison', 'career')),
	CONSTRAINT "guide_drafts_status_word" CHECK("guide_drafts"."status" in ('draft', 'review', 'approved', 'scheduled', 'published')),
	CONSTRAINT "guide_drafts_scheduled_whole" CHECK(("guide_drafts"."scheduled_for" is null) = ("guide_drafts"."scheduled_revision" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `guide_drafts_slug_unique` ON `guide_drafts` (`slug`);--> statement-breakpoint
CREATE INDEX `guide_drafts_updated` ON `guide_drafts` (`updated_at`);--> statement-breakpoint
CREATE INDEX `guide_drafts_list` ON `guide_drafts` (`title`,`slug`,`kind`,`status`,`author`,`reviewed_on`,`published_revision`,`archived_at`,`errors`,`warnings`,`words`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `guide_drafts_author` ON `guide_drafts` (`author`);--> statement-breakpoint
CREATE INDEX `guide_drafts_status` ON `guide_drafts` (`status`);--> statement-breakpoint
CREATE INDEX `guide_drafts_reviewed` ON `guide_drafts` (`reviewed_on`);--> statement-breakpoint
CREATE INDEX `guide_drafts_scheduled` ON `guide_drafts` (`scheduled_for`);--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`alt` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`widths` text NOT NULL,
	`bytes` integer NOT NULL,
	`hash` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`archived_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pictures_hash_unique` ON `pictures` (`hash`);--> statement-breakpoint
CREATE INDEX `pictures_created` ON `pictures` (`created_at`);--> statement-breakpoint
CREATE TABLE `block_uses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guide_id` text NOT NULL,
	`block_key` text NOT NULL,
	`action` text NOT NULL,
	`reader` text NOT NULL,
	`person_id` text,
	`day` text NOT NULL,
	FOREIGN KEY (`guide_id`) REFERENCES `guide_drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "block_uses_action" CHECK("block_uses"."action" in ('rated', 'copied', 'opened'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `block_uses_once` ON `block_uses` (`guide_id`,`block_key`,`action`,`reader`,`day`);--> statement-breakpoint
CREATE INDEX `block_uses_person` ON `block_uses` (`person_id`);--> statement-breakpoint
CREATE TABLE `person_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`guide_id` text NOT NULL,
	`kind` text NOT NULL,
	`heading` text NOT NULL,
	`replacement` text,
	`created_at` integer NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`guide_id`) REFERENCES `guide_drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "person_notices_kind" CHECK("person_notices"."kind" in ('removed', 'replaced', 'renamed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_notices_person` ON `person_notices` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `person_notices_guide` ON `person_notices` (`guide_id`);--> statement-breakpoint
CREATE TABLE `section_feedback` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`guide_id` text NOT NULL,
	`section` text NOT NULL,
	`useful` integer NOT NULL,
	`comment` text NOT NULL,
	`reader` text NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`guide_id`) REFERENCES `guide_drafts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `section_feedback_once` ON `section_feedback` (`guide_id`,`section`,`reader`,`day`);--> statement-breakpoint
CREATE INDEX `section_feedback_at` ON `section_feedback` (`at`);--> statement-breakpoint
CREATE TABLE `content_origins` (
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`kind`, `slug`),
	CONSTRAINT "content_origins_kind" CHECK("content_origins"."kind" in ('guide', 'skill', 'role', 'author', 'category'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `categories` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`summary` text NOT NULL,
	`position` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_slug_unique` ON `categories` (`slug`);--> statement-breakpoint
CREATE TABLE `skill_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`from_slug` text NOT NULL,
	`from_name` text NOT NULL,
	`into_id` text NOT NULL,
	`at` integer NOT NULL,
	`undo` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`into_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `skill_merges_into` ON `skill_merges` (`into_id`);--> statement-breakpoint
CREATE INDEX `skill_merges_from` ON `skill_merges` (`from_id`);--> statement-breakpoint
-- Every guide that is public gets its working copy, which says just what readers see. What the linter finds and what it
-- names are worked out at the next start (words = 0 asks for it).
INSERT INTO `guide_drafts`("id", "slug", "kind", "title", "standfirst", "description", "body", "sources", "explore", "roles", "author", "skill", "reviewed_on", "version", "status", "published_revision", "review_note", "errors", "warnings", "words", "created_at", "updated_at")
SELECT g."id", g."slug", g."kind", g."title", g."standfirst", g."description", g."body", g."sources", g."explore",
	(SELECT json_group_array(r."slug") FROM (SELECT roles."slug" FROM `guide_roles` JOIN `roles` ON roles."id" = guide_roles."role_id" WHERE guide_roles."guide_id" = g."id" ORDER BY guide_roles."position") AS r),
	(SELECT "slug" FROM `authors` WHERE authors."id" = g."author_id"),
	(SELECT "slug" FROM `skills` WHERE skills."id" = g."skill_id"),
	g."reviewed_on", 1, 'published',
	(SELECT max("number") FROM `guide_revisions` WHERE guide_revisions."guide_id" = g."id"),
	'', 0, 0, 0, g."published_at",
	coalesce((SELECT max("created_at") FROM `guide_revisions` WHERE guide_revisions."guide_id" = g."id"), g."published_at")
FROM `guides` g;--> statement-breakpoint
CREATE TABLE `__new_guide_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`guide_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`front` text NOT NULL,
	`skills` text NOT NULL,
	`note` text NOT NULL,
	`by_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`guide_id`) REFERENCES `guide_drafts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "guide_revisions_kind" CHECK("__new_guide_revisions"."kind" in ('published', 'saved', 'autosaved'))
) STRICT;
--> statement-breakpoint
-- What the front matter was is not known for older publishes: they get the present one.
INSERT INTO `__new_guide_revisions`("id", "guide_id", "number", "kind", "title", "body", "front", "skills", "note", "created_at")
SELECT v."id", v."guide_id", v."number", 'published', v."title", v."body",
	json_object('slug', d."slug", 'kind', d."kind", 'standfirst', d."standfirst", 'description', d."description", 'author', d."author", 'reviewedOn', d."reviewed_on", 'roles', json(d."roles"), 'skill', d."skill", 'explore', json(d."explore"), 'sources', json(d."sources")),
	v."skills", v."note", v."created_at"
FROM `guide_revisions` v JOIN `guide_drafts` d ON d."id" = v."guide_id";--> statement-breakpoint
DROP TABLE `guide_revisions`;--> statement-breakpoint
ALTER TABLE `__new_guide_revisions` RENAME TO `guide_revisions`;--> statement-breakpoint
CREATE UNIQUE INDEX `guide_revisions_number` ON `guide_revisions` (`guide_id`,`number`);--> statement-breakpoint
CREATE INDEX `guide_revisions_at` ON `guide_revisions` (`created_at`);--> statement-breakpoint
CREATE TABLE `__new_redirects` (
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`target` text NOT NULL,
	PRIMARY KEY(`kind`, `slug`),
	CONSTRAINT "redirects_kind" CHECK("__new_redirects"."kind" in ('guide', 'skill', 'role', 'author', 'category', 'question')),
	CONSTRAINT "redirects_other" CHECK("__new_redirects"."slug" <> "__new_redirects"."target")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_redirects`("kind", "slug", "target") SELECT "kind", "slug", "target" FROM `redirects`;--> statement-breakpoint
DROP TABLE `redirects`;--> statement-breakpoint
ALTER TABLE `__new_redirects` RENAME TO `redirects`;--> statement-breakpoint
CREATE TABLE `__new_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`label` text NOT NULL,
	`invited_by_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`invited_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "invitations_role" CHECK("__new_invitations"."role" in ('member', 'editor', 'admin'))
) STRICT;
--> statement-breakpoint
-- rows may fall: invitations
-- A first-admin link that was not used is printed anew by the next start.
DROP TABLE `invitations`;--> statement-breakpoint
ALTER TABLE `__new_invitations` RENAME TO `invitations`;--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_tokenHash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_invited_by` ON `invitations` (`invited_by_id`);--> statement-breakpoint
ALTER TABLE `users` ADD `suspended_at` integer;--> statement-breakpoint
ALTER TABLE `site` ADD `reader_salt` text;--> statement-breakpoint
ALTER TABLE `site` ADD `reader_salt_day` text;--> statement-breakpoint
ALTER TABLE `roles` ADD `category_id` text REFERENCES categories(id);--> statement-breakpoint
CREATE INDEX `assessments_recent` ON `assessments` (`created_at`,`role_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `roles_category` ON `roles` (`category_id`);--> statement-breakpoint
ALTER TABLE `skills` ADD `unfinished` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE TABLE `__new_guides` (
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
	FOREIGN KEY (`id`) REFERENCES `guide_drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "guides_kind" CHECK("__new_guides"."kind" in ('role-skills', 'job-description', 'skill', 'how-to', 'comparison', 'career')),
	CONSTRAINT "guides_reading_minutes" CHECK("__new_guides"."reading_minutes" > 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_guides`("id", "slug", "kind", "title", "standfirst", "description", "body", "sources", "explore", "author_id", "skill_id", "reviewed_on", "reading_minutes", "published_at") SELECT "id", "slug", "kind", "title", "standfirst", "description", "body", "sources", "explore", "author_id", "skill_id", "reviewed_on", "reading_minutes", "published_at" FROM `guides`;--> statement-breakpoint
DROP TABLE `guides`;--> statement-breakpoint
ALTER TABLE `__new_guides` RENAME TO `guides`;--> statement-breakpoint
CREATE UNIQUE INDEX `guides_slug_unique` ON `guides` (`slug`);--> statement-breakpoint
CREATE INDEX `guides_list` ON `guides` (`kind`,`title`);--> statement-breakpoint
CREATE INDEX `guides_latest` ON `guides` (`kind`,`published_at`,`title`);--> statement-breakpoint
CREATE INDEX `guides_title` ON `guides` (`title`);--> statement-breakpoint
CREATE INDEX `guides_author` ON `guides` (`author_id`);--> statement-breakpoint
CREATE INDEX `guides_skill` ON `guides` (`skill_id`);
--> statement-breakpoint
-- A rebuilt table has lost its triggers; a new one that documents show needs them.
CREATE TRIGGER guides_content_insert AFTER INSERT ON guides BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guides_content_update AFTER UPDATE ON guides BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guides_content_delete AFTER DELETE ON guides BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER redirects_content_insert AFTER INSERT ON redirects BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER redirects_content_update AFTER UPDATE ON redirects BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER redirects_content_delete AFTER DELETE ON redirects BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER categories_content_insert AFTER INSERT ON categories BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER categories_content_update AFTER UPDATE ON categories BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER categories_content_delete AFTER DELETE ON categories BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guide_revisions_immutable BEFORE UPDATE ON guide_revisions BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
--> statement-breakpoint
CREATE TRIGGER audit_log_never_changed BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_log_never_shortened BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
--> statement-breakpoint
-- What a person said never changes; which skill it was about follows a merge of two skills, and its undo.
DROP TRIGGER ratings_append_only;
--> statement-breakpoint
CREATE TRIGGER ratings_append_only BEFORE UPDATE OF level, source, created_at ON ratings BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_follow_merges BEFORE UPDATE OF skill_id ON ratings WHEN OLD.skill_id <> NEW.skill_id AND NOT EXISTS (
	SELECT 1 FROM skill_merges WHERE (from_id = OLD.skill_id AND into_id = NEW.skill_id) OR (into_id = OLD.skill_id AND from_id = NEW.skill_id)
) BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
