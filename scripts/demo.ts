import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { closeDatabase, databaseFile, type Tx, write } from '#db/client.ts'
import { ratings, type UserRole, users } from '#db/schema/index.ts'
import { changePasswordHash, createUser } from '#features/account/account-writes.ts'
import { hashPassword } from '#features/account/password.ts'
import { personOfUser } from '#features/profile/person-writes.ts'
import { addRating } from '#features/profile/profile-writes.ts'
import { env } from '#lib/env.ts'
import type { Level } from '#lib/levels.ts'

/*
 * `npm run demo`: accounts to try the site with. Never part of a start: whoever wants them asks for them, and the
 * passwords exist on the screen only. Run again, it gives the accounts new ones.
 */

const accounts: { email: string; name: string; role: UserRole }[] = [
  { email: 'demo-member@example.org', name: 'Demo Member', role: 'member' },
  { email: 'demo-editor@example.org', name: 'Demo Editor', role: 'editor' },
  { email: 'demo-admin@example.org', name: 'Demo Admin', role: 'admin' },
]

/** How the member got on: weeks ago, skill, level. Skills that the site does not have are left out. */
const history: [number, string, Level][] = [
  [11, 'sql', 1],
  [11, 'http-apis', 1],
  [11, 'server-side-programming', 1],
  [11, 'communication', 2],
  [10, 'testing', 0],
  [10, 'problem-solving', 2],
  [8, 'http-apis', 2],
  [7, 'sql', 2],
  [6, 'server-side-programming', 2],
  [6, 'application-security', 1],
  [4, 'testing', 1],
  [3, 'problem-solving', 3],
  [3, 'active-listening', 2],
  [2, 'sql', 3],
  [1, 'cloud-deployment', 1],
]

const week = 7 * 24 * 60 * 60 * 1000
const local = new Set(['localhost', '127.0.0.1', '[::1]'])
// No vowels and nothing to mistake for something else: 20 of these are 95 bits.
const characters = 'bcdfghjkmnpqrstvwxyz2345679'

function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => characters[randomInt(characters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

async function makeAccount(tx: Tx, { email, name, role }: (typeof accounts)[number], passwordHash: string, now: Date) {
  const made = await createUser(tx, { email, name, passwordHash, role }, now)
  if (made) return made
  const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (!known) throw new Error(`${email} is neither new nor known`)
  await tx.update(users).set({ role }).where(eq(users.id, known.id))
  await changePasswordHash(tx, known.id, passwordHash, null)
  return known.id
}

async function addHistory(tx: Tx, personId: string, now: Date): Promise<void> {
  const [rated] = await tx.select({ id: ratings.id }).from(ratings).where(eq(ratings.personId, personId)).limit(1)
  if (rated) return
  for (const [weeks, skillSlug, level] of history) {
    const at = new Date(now.getTime() - weeks * week)
    await addRating(tx, { personId, skillSlug, level, source: 'profile', at })
  }
}

async function demo(now: Date): Promise<void> {
  const { mode, siteOrigin } = env()
  if (mode === 'production' && !local.has(new URL(siteOrigin).hostname)) {
    throw new Error(`Demo accounts are for trying the site out, and ${siteOrigin} is a real one.`)
  }
  if (!existsSync(databaseFile())) throw new Error('There is no database yet. Run npm start once, then this again.')
  // Hashing takes time that nobody else who writes should wait for.
  const ready = await Promise.all(
    accounts.map(async (account) => {
      const password = newPassword()
      return { account, password, hash: await hashPassword(password) }
    }),
  )
  await write(async (tx) => {
    for (const { account, hash } of ready) {
      const personId = await personOfUser(tx, await makeAccount(tx, account, hash, now), now)
      if (account.role === 'member') await addHistory(tx, personId, now)
    }
  })
  console.log('The demo accounts and their new passwords:\n')
  for (const { account, password } of ready) console.log(`  ${account.email.padEnd(26)} ${password}`)
  console.log(`\nSign in at ${siteOrigin}/sign-in`)
}

// Nothing here depends on the secret, so that the command also works where only the server knows it.
process.env.AUTH_SECRET ||= 'not used by the demo, but the settings must be whole'
try {
  await demo(new Date())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  closeDatabase()
}
