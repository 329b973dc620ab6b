import { sql } from 'drizzle-orm'
import { check, index, primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Rank } from '#lib/levels.ts'
import { boolean, instant, integer, json, table, text, word } from '../kit.ts'
import { questionKinds, skillKinds, weights } from './words.ts'

export {
  type QuestionKind,
  questionKinds,
  type SkillKind,
  skillKinds,
  type Weight,
  weights,
} from './words.ts'

const rank = () => integer().$type<Rank>()

export const skills = table(
  'skills',
  {
    id: text().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    kind: word(skillKinds).notNull(),
    definition: text().notNull(),
    /** Begun by an editor and not whole yet: readers do not see it, and no guide with it can be published. */
    unfinished: boolean().notNull().default(false),
    updatedAt: instant().notNull(),
  },
  (t) => [
    check('skills_kind', sql`${t.kind} in ('technical', 'soft')`),
    check('skills_slug', sql`${t.slug} <> '' and ${t.slug} = lower(${t.slug})`),
  ],
)

/** The "You can ..." statements of each level, in their order. */
export const skillStatements = table(
  'skill_statements',
  {
    skillId: text()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    level: rank().notNull(),
    position: integer().notNull(),
    text: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.skillId, t.level, t.position] }),
    check('skill_statements_level', sql`${t.level} between 1 and 4`),
  ],
)

/** Every way an advert or a CV writes a skill; `key` is the alias in lower case and belongs to one skill only. */
export const skillAliases = table(
  'skill_aliases',
  {
    key: text().primaryKey(),
    alias: text().notNull(),
    skillId: text()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (t) => [index('skill_aliases_skill').on(t.skillId)],
)

export const relatedSkills = table(
  'related_skills',
  {
    skillId: text()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    relatedId: text()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.skillId, t.relatedId] }),
    index('related_skills_related').on(t.relatedId),
    check('related_skills_other', sql`${t.skillId} <> ${t.relatedId}`),
  ],
)

/** Practice steps of a skill: what to do to reach a level, and how to know that it is done. */
export const practiceSteps = table(
  'practice_steps',
  {
    id: text().primaryKey(),
    skillId: text()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    reaches: rank().notNull(),
    hours: integer().notNull(),
    doneMeans: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    uniqueIndex('practice_steps_key').on(t.skillId, t.key),
    check('practice_steps_reaches', sql`${t.reaches} between 1 and 4`),
    check('practice_steps_hours', sql`${t.hours} > 0`),
  ],
)

export const questions = table(
  'questions',
  {
    id: text().primaryKey(),
    skillId: text()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    kind: word(questionKinds).notNull(),
    level: rank().notNull(),
    question: text().notNull(),
    why: text().notNull(),
    strong: text().notNull(),
    weak: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    uniqueIndex('questions_key').on(t.skillId, t.key),
    check('questions_kind', sql`${t.kind} in ('technical', 'behavioural')`),
    check('questions_level', sql`${t.level} between 1 and 4`),
  ],
)

/** A field of work, under which roles are listed. */
export const categories = table('categories', {
  id: text().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  summary: text().notNull(),
  position: integer().notNull(),
})

export const roles = table(
  'roles',
  {
    id: text().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    summary: text().notNull(),
    categoryId: text().references(() => categories.id),
    /** What people do all day in it, from the site's list of activities: for whoever looks for a role that suits them. */
    activities: json<string[]>().notNull().default([]),
    updatedAt: instant().notNull(),
  },
  (t) => [index('roles_category').on(t.categoryId)],
)

/** What a role asks for: a target level and how much it weighs. */
export const roleSkills = table(
  'role_skills',
  {
    roleId: text()
      .notNull()
      .references(() => roles.id, { onDelete: 'cascade' }),
    skillId: text()
      .notNull()
      .references(() => skills.id),
    target: rank().notNull(),
    weight: word(weights).notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roleId, t.skillId] }),
    index('role_skills_skill').on(t.skillId),
    check('role_skills_target', sql`${t.target} between 1 and 4`),
    check('role_skills_weight', sql`${t.weight} in ('must', 'nice')`),
  ],
)

/**
 * One skill that became part of another: everything that hung on it was moved, and `undo` says what came from where.
 * The trigger on ratings lets a rating change its skill only along one of these.
 */
export const skillMerges = table(
  'skill_merges',
  {
    id: text().primaryKey(),
    /** Of the skill that is gone; no reference, as it comes back only with an undo. */
    fromId: text().notNull(),
    fromSlug: text().notNull(),
    fromName: text().notNull(),
    intoId: text()
      .notNull()
      .references(() => skills.id, { onDelete: 'cascade' }),
    at: instant().notNull(),
    /** Everything an undo needs, as features/taxonomy/skill-merge-writes.ts wrote it. */
    undo: json<unknown>().notNull(),
    undoneAt: instant(),
  },
  (t) => [index('skill_merges_into').on(t.intoId), index('skill_merges_from').on(t.fromId)],
)
