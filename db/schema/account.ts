import { sql } from 'drizzle-orm'
import { check, index } from 'drizzle-orm/sqlite-core'
import { instant, integer, json, table, text, word } from '../kit.ts'

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
    /** Since when the account opens nothing; null for one that is in use. */
    suspendedAt: instant(),
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

/** A link that works once and makes an account with a role. */
export const invitations = table(
  'invitations',
  {
    id: text().primaryKey(),
    tokenHash: text().notNull().unique(),
    role: word(userRoles).notNull(),
    /** Whom it is for, in the words of whoever made it; empty for the first admin's. */
    label: text().notNull(),
    /** Null for the link that the start prints while there is no admin. */
    invitedById: text().references(() => users.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    index('invitations_invited_by').on(t.invitedById),
    check('invitations_role', sql`${t.role} in ('member', 'editor', 'admin')`),
  ],
)

export const auditSubjects = [
  'guide',
  'skill',
  'role',
  'author',
  'category',
  'picture',
  'user',
  'invitation',
  'site',
] as const
export type AuditSubject = (typeof auditSubjects)[number]

/**
 * Who did what to which thing, and when. Append-only (triggers see to it), so it holds ids of people, never their names:
 * what an account is called is looked up when the log is read, and is gone when the account is.
 */
export const auditLog = table(
  'audit_log',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: instant().notNull(),
    /** The user; null for what the site does by itself, such as a scheduled publish. */
    actorId: text(),
    /** A word of features/account/audit-events.ts. */
    event: text().notNull(),
    subject: word(auditSubjects).notNull(),
    subjectId: text().notNull(),
    /** What the thing was called then; empty for people. */
    label: text().notNull(),
    detail: json<Record<string, string | number | boolean | null>>().notNull(),
  },
  (t) => [
    index('audit_log_at').on(t.at),
    index('audit_log_actor').on(t.actorId, t.at),
    index('audit_log_subject').on(t.subject, t.subjectId, t.at),
    index('audit_log_event').on(t.event, t.at),
    check(
      'audit_log_subject_kind',
      sql`${t.subject} in ('guide', 'skill', 'role', 'author', 'category', 'picture', 'user', 'invitation', 'site')`,
    ),
  ],
)
