import { sql } from 'drizzle-orm'
import { check, index, primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, instant, integer, json, table, text, word } from '../kit.ts'
import { questions, roles, skills } from './taxonomy.ts'

export const guideKinds = ['role-skills', 'job-description', 'skill', 'how-to', 'comparison', 'career'] as const
export type GuideKind = (typeof guideKinds)[number]

export const blockKinds = ['skill', 'step', 'cvLines', 'summary', 'question', 'related'] as const
export type BlockKind = (typeof blockKinds)[number]

/** Where a fact of a guide comes from. */
export interface Source {
  title: string
  publisher: string
  url: string
  /** Of the source: a year, a month or a day, as YYYY[-MM[-DD]]; empty for a page that is kept up to date. */
  date: string
}

export const authors = table('authors', {
  id: text().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  title: text().notNull(),
  bio: text().notNull(),
})

/** A published article. What readers see of it is this row; how it came about is in `guide_revisions`. */
export const guides = table(
  'guides',
  {
    id: text().primaryKey(),
    slug: text().notNull().unique(),
    kind: word(guideKinds).notNull(),
    title: text().notNull(),
    standfirst: text().notNull(),
    description: text().notNull(),
    body: text().notNull(),
    sources: json<Source[]>().notNull(),
    explore: json<string[]>().notNull(),
    authorId: text()
      .notNull()
      .references(() => authors.id),
    skillId: text().references(() => skills.id),
    reviewedOn: day().notNull(),
    readingMinutes: integer().notNull(),
    publishedAt: instant().notNull(),
  },
  (t) => [
    index('guides_list').on(t.kind, t.title),
    index('guides_latest').on(t.kind, t.publishedAt, t.title),
    index('guides_title').on(t.title),
    index('guides_author').on(t.authorId),
    index('guides_skill').on(t.skillId),
    check(
      'guides_kind',
      sql`${t.kind} in ('role-skills', 'job-description', 'skill', 'how-to', 'comparison', 'career')`,
    ),
    check('guides_reading_minutes', sql`${t.readingMinutes} > 0`),
  ],
)

/** The roles that a guide is about; position 0 is the one its toolkit speaks of. */
export const guideRoles = table(
  'guide_roles',
  {
    guideId: text()
      .notNull()
      .references(() => guides.id, { onDelete: 'cascade' }),
    roleId: text()
      .notNull()
      .references(() => roles.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.guideId, t.roleId] }), index('guide_roles_role').on(t.roleId)],
)

/** The blocks of a guide's body, indexed at every publish so that they can be found without parsing. */
export const guideBlocks = table(
  'guide_blocks',
  {
    guideId: text()
      .notNull()
      .references(() => guides.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    kind: word(blockKinds).notNull(),
    position: integer().notNull(),
    heading: text().notNull(),
    anchor: text().notNull(),
    hours: integer(),
    doneMeans: text(),
    questionId: text().references(() => questions.id),
  },
  (t) => [
    primaryKey({ columns: [t.guideId, t.key] }),
    index('guide_blocks_question').on(t.questionId),
    check('guide_blocks_kind', sql`${t.kind} in ('skill', 'step', 'cvLines', 'summary', 'question', 'related')`),
  ],
)

/** The skills that a block is about. */
export const guideBlockSkills = table(
  'guide_block_skills',
  {
    guideId: text()
      .notNull()
      .references(() => guides.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    skillId: text()
      .notNull()
      .references(() => skills.id),
  },
  (t) => [primaryKey({ columns: [t.guideId, t.key, t.skillId] }), index('guide_block_skills_skill').on(t.skillId)],
)

/** Each publish of a guide, with the skills that it spoke of, so that a reader can be told what changed since. */
export const guideRevisions = table(
  'guide_revisions',
  {
    id: text().primaryKey(),
    guideId: text()
      .notNull()
      .references(() => guides.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    skills: json<{ slug: string; name: string }[]>().notNull(),
    note: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('guide_revisions_number').on(t.guideId, t.number), index('guide_revisions_at').on(t.createdAt)],
)

export const redirectKinds = ['guide', 'skill', 'role', 'author'] as const

/** An address that something had before: answered with 308 to the one it has now. */
export const redirects = table(
  'redirects',
  {
    kind: word(redirectKinds).notNull(),
    slug: text().notNull(),
    target: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.slug] }),
    check('redirects_kind', sql`${t.kind} in ('guide', 'skill', 'role', 'author')`),
    check('redirects_other', sql`${t.slug} <> ${t.target}`),
  ],
)
