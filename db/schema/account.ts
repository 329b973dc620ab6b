import { sql } from 'drizzle-orm'
import { check, index } from 'drizzle-orm/sqlite-core'
import { instant, table, text, word } from '../kit.ts'

export const userRoles = ['member', 'editor', 'admin'] as const
export type UserRole = (typeof userRoles)[number]

/** An account. `email` is normalised and is what a person signs in with. */
export const users = table(
  'users',
  {
    id: text().primaryKey(),
    email: text().notNull().unique(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    role: word(userRoles).notNull().default('member'),
    createdAt: instant().notNull(),
  },
  (t) => [check('users_role', sql`${t.role} in ('member', 'editor', 'admin')`)],
)

/** A sign-in that can be ended from the server: a token whose row is gone opens nothing. */
export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    device: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('sessions_user').on(t.userId), index('sessions_expires').on(t.expiresAt)],
)

/** A link that works once: today only the one that makes the first admin. */
export const invitations = table(
  'invitations',
  {
    tokenHash: text().primaryKey(),
    role: word(userRoles).notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [check('invitations_role', sql`${t.role} in ('member', 'editor', 'admin')`)],
)
