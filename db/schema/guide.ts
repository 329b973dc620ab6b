import { sql } from 'drizzle-orm'
import { check, index, primaryKey, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, instant, integer, json, table, text, word } from '../kit.ts'
import { questions, roles, skills } from './taxonomy.ts'
import { type GuideKind, guideKinds } from './words.ts'

export { type GuideKind, guideKinds }

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

export const draftStatuses = ['draft', 'review', 'approved', 'scheduled', 'published'] as const
export type DraftStatus = (typeof draftStatuses)[number]

/**
 * The working copy of a guide, which every guide has, published or not: what editors see and change. It may be unfinished
 * in every way. Authors, roles, skills and guides are named by slug, as in a content file, and found through `redirects`.
 */
export const guideDrafts = table(
  'guide_drafts',
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
    roles: json<string[]>().notNull(),
    /** Empty as long as nobody was chosen. */
    author: text().notNull(),
    skill: text(),
    /** The day of the last review, or empty. */
    reviewedOn: day().notNull(),
    /** Raised by each change of the content: whoever saves names the one that they started from. */
    version: integer().notNull(),
    /** Where the present content is on its way to the readers; `published` when they see all of it. */
    status: word(draftStatuses).notNull(),
    /** The number of the revision that readers see; null for a guide that is not public. */
    publishedRevision: integer(),
    submittedById: text(),
    approvedById: text(),
    /** What the person who submitted it, or sent it back, had to say. */
    reviewNote: text().notNull(),
    scheduledFor: instant(),
    /** The revision that is then published, whatever the working copy has become. */
    scheduledRevision: integer(),
    /** Why the last scheduled publish could not be done. */
    scheduleProblem: text(),
    archivedAt: instant(),
    /** What the linter found at the last save. */
    errors: integer().notNull(),
    warnings: integer().notNull(),
    words: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    /** The user who saved last; null for the site itself. */
    updatedById: text(),
  },
  (t) => [
    index('guide_drafts_updated').on(t.updatedAt),
    // Holds all that the editors' list is filtered and sorted by, so that no text is read to find its rows.
    index('guide_drafts_list').on(
      t.title,
      t.slug,
      t.kind,
      t.status,
      t.author,
      t.reviewedOn,
      t.publishedRevision,
      t.archivedAt,
      t.errors,
      t.warnings,
      t.words,
      t.updatedAt,
      t.id,
    ),
    index('guide_drafts_author').on(t.author),
    index('guide_drafts_status').on(t.status),
    index('guide_drafts_reviewed').on(t.reviewedOn),
    index('guide_drafts_scheduled').on(t.scheduledFor),
    check(
      'guide_drafts_kind',
      sql`${t.kind} in ('role-skills', 'job-description', 'skill', 'how-to', 'comparison', 'career')`,
    ),
    check('guide_drafts_status_word', sql`${t.status} in ('draft', 'review', 'approved', 'scheduled', 'published')`),
    check('guide_drafts_scheduled_whole', sql`(${t.scheduledFor} is null) = (${t.scheduledRevision} is null)`),
  ],
)

/**
 * A published article. What readers see of it is this row, made from a revision; what editors work on is its row in
 * `guide_drafts`. A guide that is not public has no row here, so that no query can show it by mistake.
 */
export const guides = table(
  'guides',
  {
    id: text()
      .primaryKey()
      .references(() => guideDrafts.id),
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

export const revisionKinds = ['published', 'saved', 'autosaved'] as const
export type RevisionKind = (typeof revisionKinds)[number]

/** All of a guide's content but its title and body: what a content file has in its front matter. */
export interface GuideFront {
  slug: string
  kind: GuideKind
  standfirst: string
  description: string
  author: string
  reviewedOn: string
  roles: string[]
  skill: string | null
  explore: string[]
  sources: Source[]
}

/**
 * A guide as it was at a moment: each publish, each version that somebody kept, and what an autosave of somebody else was
 * about to replace. Never changed (a trigger sees to it).
 */
export const guideRevisions = table(
  'guide_revisions',
  {
    id: text().primaryKey(),
    guideId: text()
      .notNull()
      .references(() => guideDrafts.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    kind: word(revisionKinds).notNull(),
    title: text().notNull(),
    body: text().notNull(),
    front: json<GuideFront>().notNull(),
    /** The skills that it spoke of, so that a reader can be told what changed since. */
    skills: json<{ slug: string; name: string }[]>().notNull(),
    note: text().notNull(),
    /** The user; null for the site itself. No reference, as the row never changes. */
    byId: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('guide_revisions_number').on(t.guideId, t.number),
    index('guide_revisions_at').on(t.createdAt),
    check('guide_revisions_kind', sql`${t.kind} in ('published', 'saved', 'autosaved')`),
  ],
)
