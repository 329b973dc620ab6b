import { sql } from 'drizzle-orm'
import { check, index, primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Level, Rank } from '#lib/levels.ts'
import { instant, integer, json, table, text } from '../kit.ts'
import { persons } from './profile.ts'
import { roles, type SkillKind, skills, type Weight } from './taxonomy.ts'

/** One skill of a role as it stood when an assessment was taken, with the answer given; null is "not sure". */
export interface SnapshotSkill {
  slug: string
  name: string
  kind: SkillKind
  target: Rank
  weight: Weight
  /** The statements of levels 1 to 4. */
  statements: [string[], string[], string[], string[]]
  answer: Level | null
}

export interface Snapshot {
  /** Version of this shape and of the scoring it goes with. */
  version: 1
  role: { slug: string; name: string }
  skills: SnapshotSkill[]
}

/** Answers that are being given; one draft for a person and a role. */
export const assessmentDrafts = table(
  'assessment_drafts',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    roleId: text()
      .notNull()
      .references(() => roles.id, { onDelete: 'cascade' }),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('assessment_drafts_one').on(t.personId, t.roleId), index('assessment_drafts_role').on(t.roleId)],
)

export const draftAnswers = table(
  'draft_answers',
  {
    draftId: text()
      .notNull()
      .references(() => assessmentDrafts.id, { onDelete: 'cascade' }),
    skillId: text()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    /** Null is "not sure". */
    level: integer().$type<Level>(),
    answeredAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.draftId, t.skillId] }),
    index('draft_answers_skill').on(t.skillId),
    check('draft_answers_level', sql`${t.level} is null or ${t.level} between 0 and 4`),
  ],
)

/** A finished assessment: an immutable snapshot (a trigger sees to it). `fit` is its percentage, for lists and trends. */
export const assessments = table(
  'assessments',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    roleId: text()
      .notNull()
      .references(() => roles.id),
    snapshot: json<Snapshot>().notNull(),
    fit: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('assessments_person').on(t.personId, t.createdAt),
    index('assessments_role').on(t.roleId),
    // Snapshots are long: what is counted over months must not have to step over them.
    index('assessments_recent').on(t.createdAt, t.roleId, t.personId),
    check('assessments_fit', sql`${t.fit} between 0 and 100`),
  ],
)
