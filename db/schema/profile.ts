import { sql } from 'drizzle-orm'
import { check, index } from 'drizzle-orm/sqlite-core'
import type { Level } from '#lib/levels.ts'
import { instant, integer, table, text, word } from '../kit.ts'
import { users } from './account.ts'
import { skills } from './taxonomy.ts'

/**
 * Whoever holds a skill profile. A guest is found again by the hash of a cookie or of a recovery code;
 * once claimed by a user, the guest's keys are gone.
 */
export const persons = table(
  'persons',
  {
    id: text().primaryKey(),
    userId: text()
      .unique()
      .references(() => users.id, { onDelete: 'cascade' }),
    guestHash: text().unique(),
    recoveryHash: text().unique(),
    createdAt: instant().notNull(),
  },
  (t) => [
    check(
      'persons_guest_or_user',
      sql`(${t.userId} is null) = (${t.guestHash} is not null) and (${t.userId} is null) = (${t.recoveryHash} is not null)`,
    ),
  ],
)

export const ratingSources = ['guide', 'skill', 'assessment', 'profile'] as const
export type RatingSource = (typeof ratingSources)[number]

/** A person's level for a skill at a moment. Append-only (a trigger sees to it); the newest one counts. */
export const ratings = table(
  'ratings',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    personId: text()
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    skillId: text()
      .notNull()
      .references(() => skills.id),
    level: integer().$type<Level>().notNull(),
    source: word(ratingSources).notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('ratings_profile').on(t.personId, t.skillId, t.createdAt, t.id),
    index('ratings_recent').on(t.personId, t.createdAt),
    index('ratings_skill').on(t.skillId),
    check('ratings_level', sql`${t.level} between 0 and 4`),
    check('ratings_source', sql`${t.source} in ('guide', 'skill', 'assessment', 'profile')`),
  ],
)
