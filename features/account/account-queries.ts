import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { z } from 'zod'
import { read } from '#db/client.ts'
import { sessions, userRoles } from '#db/schema/account.ts'
import { cookieNames } from '#lib/cookies.ts'
import { env } from '#lib/env.ts'
import { auth } from './auth.ts'
import { isLive } from './session-rules.ts'

const accountSchema = z.object({
  account: z.object({
    id: z.string().min(1),
    name: z.string(),
    email: z.string(),
    role: z.enum(userRoles),
    sessionId: z.string().min(1),
  }),
})

export type CurrentUser = z.output<typeof accountSchema>['account']

/** @returns who is signed in, as the database has it now, or null. Asked once in a render, however often it is called. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const jar = await cookies()
  if (!jar.has(cookieNames(env().secure).session)) return null
  // Whatever is not exactly a user is nobody.
  return accountSchema.safeParse(await auth()).data?.account ?? null
})

export interface SessionSummary {
  id: string
  device: string
  createdAt: Date
  lastSeenAt: Date
}

/** @returns the sessions of a user that are still good, the one used last first */
export async function sessionsOf(userId: string, now = new Date()): Promise<SessionSummary[]> {
  const rows = await read
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt))
  return rows.filter((row) => isLive(row, now)).map(({ expiresAt: _, ...session }) => session)
}
