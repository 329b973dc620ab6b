-- What a document shows raises the content version, whoever writes it and through whichever door.
INSERT INTO site (id, content_version) VALUES (1, 1);
--> statement-breakpoint
CREATE TRIGGER skills_content_insert AFTER INSERT ON skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER skills_content_update AFTER UPDATE ON skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER skills_content_delete AFTER DELETE ON skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER skill_statements_content_insert AFTER INSERT ON skill_statements BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER skill_statements_content_update AFTER UPDATE ON skill_statements BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER skill_statements_content_delete AFTER DELETE ON skill_statements BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER skill_aliases_content_insert AFTER INSERT ON skill_aliases BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER skill_aliases_content_update AFTER UPDATE ON skill_aliases BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER skill_aliases_content_delete AFTER DELETE ON skill_aliases BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER related_skills_content_insert AFTER INSERT ON related_skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER related_skills_content_update AFTER UPDATE ON related_skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER related_skills_content_delete AFTER DELETE ON related_skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER practice_steps_content_insert AFTER INSERT ON practice_steps BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER practice_steps_content_update AFTER UPDATE ON practice_steps BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER practice_steps_content_delete AFTER DELETE ON practice_steps BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER questions_content_insert AFTER INSERT ON questions BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER questions_content_update AFTER UPDATE ON questions BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER questions_content_delete AFTER DELETE ON questions BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER roles_content_insert AFTER INSERT ON roles BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER roles_content_update AFTER UPDATE ON roles BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER roles_content_delete AFTER DELETE ON roles BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER role_skills_content_insert AFTER INSERT ON role_skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER role_skills_content_update AFTER UPDATE ON role_skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER role_skills_content_delete AFTER DELETE ON role_skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER authors_content_insert AFTER INSERT ON authors BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER authors_content_update AFTER UPDATE ON authors BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER authors_content_delete AFTER DELETE ON authors BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guides_content_insert AFTER INSERT ON guides BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guides_content_update AFTER UPDATE ON guides BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guides_content_delete AFTER DELETE ON guides BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guide_roles_content_insert AFTER INSERT ON guide_roles BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guide_roles_content_update AFTER UPDATE ON guide_roles BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guide_roles_content_delete AFTER DELETE ON guide_roles BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guide_blocks_content_insert AFTER INSERT ON guide_blocks BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guide_blocks_content_update AFTER UPDATE ON guide_blocks BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guide_blocks_content_delete AFTER DELETE ON guide_blocks BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guide_block_skills_content_insert AFTER INSERT ON guide_block_skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guide_block_skills_content_update AFTER UPDATE ON guide_block_skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER guide_block_skills_content_delete AFTER DELETE ON guide_block_skills BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER redirects_content_insert AFTER INSERT ON redirects BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER redirects_content_update AFTER UPDATE ON redirects BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
CREATE TRIGGER redirects_content_delete AFTER DELETE ON redirects BEGIN UPDATE site SET content_version = content_version + 1; END;
--> statement-breakpoint
-- History is only ever added to. A person may change hands (a guest becomes a user); what was said may not.
CREATE TRIGGER ratings_append_only BEFORE UPDATE OF skill_id, level, source, created_at ON ratings BEGIN SELECT RAISE(ABORT, 'ratings are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER assessments_immutable BEFORE UPDATE OF role_id, snapshot, fit, created_at ON assessments BEGIN SELECT RAISE(ABORT, 'an assessment never changes'); END;
--> statement-breakpoint
CREATE TRIGGER guide_revisions_immutable BEFORE UPDATE ON guide_revisions BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;
