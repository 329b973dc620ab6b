import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { read, write } from '#db/client.ts'
import { auditLog, invitations, persons, ratings, sessions, skills, users } from '#db/schema/index.ts'
import { testDatabase } from '#db/testing.ts'
import { invite as inviteBy, renewFirstAdminInvitation } from '#features/account/invitation-writes.ts'
import { env } from '#lib/env.ts'
import { idle } from '#lib/form-state.ts'
import { admit, closeLimits, limits } from '#lib/rate-limit.ts'
import { requestFacts } from '#lib/request.ts'
import { ensurePerson } from './ensure-person.ts'
import { join, recover, setUpFirstAdmin, signIn, signOut, signUp } from './entry-actions.ts'
import { currentActor, currentPerson, recoveryCodeOf } from './person-queries.ts'
import { recoveryCode } from './recovery-code.ts'

// A browser: its cookies and its address. next-auth is stood in for by the session's id as the cookie; the end-to-end
// tests have the real one.
const browser = vi.hoisted(() => ({ jar: new Map<string, string>(), address: '' }))

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (browser.jar.has(name) ? { name, value: browser.jar.get(name) } : undefined),
    has: (name: string) => browser.jar.has(name),
    set: (name: string, value: string, { maxAge }: { maxAge?: number } = {}) =>
      maxAge === 0 ? browser.jar.delete(name) : browser.jar.set(name, value),
  }),
  headers: async () => new Headers({ 'x-client-address': browser.address, 'x-request-id': 'test' }),
}))

vi.mock('#features/account/auth.ts', async () => {
  const { liveSession } = await import('#features/account/session-queries.ts')
  const { startSession } = await import('#features/account/account-writes.ts')
  const { checkCredentials } = await import('#features/account/credentials.ts')
  return {
    auth: async () => {
      const sessionId = browser.jar.get('session') ?? ''
      const found = await liveSession(sessionId, new Date())
      return found ? { account: { ...found, id: found.userId, sessionId } } : null
    },
    openSession: async (email: string, password: string) => {
      const checked = await checkCredentials(email, password)
      if (checked === 'wrong' || checked === 'suspended') return checked
      const sessionId = (await startSession(checked.userId, 'a test', new Date())) ?? ''
      browser.jar.set('session', sessionId)
      return { userId: checked.userId, sessionId }
    },
    dropSessionCookie: async () => browser.jar.delete('session'),
  }
})

const close = testDatabase()
afterAll(() => {
  closeLimits()
  close()
})

beforeAll(() =>
  write(async (tx) => {
    const now = new Date()
    await tx.insert(skills).values({ id: 's', slug: 's', name: 'S', kind: 'soft', definition: '', updatedAt: now })
  }),
)

let number = 0
const newBrowser = () => {
  browser.jar.clear()
  browser.address = `198.51.100.${++number}`
}
beforeEach(newBrowser)

const password = 'quiet river tin'
const freshEmail = () => `person${++number}@example.org`

type Action = typeof signUp

/** Sends a form. @returns the action's answer, or where it redirects to */
async function send(action: Action, values: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  try {
    return await action(idle, form)
  } catch (error) {
    const [, , path] = String((error as { digest?: string }).digest).split(';')
    if (path === undefined) throw error
    return { status: 'redirect', path } as const
  }
}

async function rateAsGuest(): Promise<string> {
  const person = await ensurePerson()
  await write(async (tx) => {
    await tx
      .insert(ratings)
      .values({ personId: person.id, skillId: 's', level: 2, source: 'skill', createdAt: new Date() })
  })
  return person.id
}

const ratingsOf = (personId: string) => read.$count(ratings, eq(ratings.personId, personId))
const personOf = async (email: string) => {
  const rows = await read
    .select({ id: persons.id })
    .from(persons)
    .innerJoin(users, eq(users.id, persons.userId))
    .where(eq(users.email, email))
  return rows[0]?.id ?? ''
}

describe('signing up', () => {
  it('makes a member, signs in, and goes where the person was going', async () => {
    const email = freshEmail()
    const answer = await send(signUp, {
      name: 'Ada',
      email: email.toUpperCase(),
      password,
      next: '/guides',
      role: 'admin',
    })
    expect(answer).toEqual({ status: 'redirect', path: '/guides' })
    expect(await currentActor()).toMatchObject({ role: 'member', personId: await personOf(email) })
  })

  it('keeps what the guest did, and takes the guest’s keys', async () => {
    const guest = await rateAsGuest()
    const code = await recoveryCodeOf(guest)
    const email = freshEmail()
    await send(signUp, { name: 'Ada', email, password })
    expect(await personOf(email)).toBe(guest)
    expect(await ratingsOf(guest)).toBe(1)
    expect([...browser.jar.keys()]).toEqual(['session'])
    expect(await send(signUp, { name: 'Ada', email: freshEmail(), password })).toMatchObject({ status: 'refused' })
    expect(await recoveryCodeOf(guest)).toBeNull()
    newBrowser()
    expect(await send(recover, { recoveryCode: code ?? '' })).toMatchObject({ status: 'invalid' })
  })

  it('says what is wrong beside each field, and gives back everything but the password', async () => {
    expect(await send(signUp, { name: ' ', email: 'nope', password: 'short' })).toEqual({
      status: 'invalid',
      errors: {
        name: 'Enter your name.',
        email: 'Enter an email address, such as name@example.org.',
        password: 'Use at least 8 characters.',
      },
      values: { name: ' ', email: 'nope' },
    })
    expect(await send(signUp, { name: 'Ada', email: freshEmail(), password: 'password1' })).toMatchObject({
      errors: { password: expect.stringContaining('guessed first') },
    })
  })

  it('gives an address one account, and leaves the guest who asked for it alone', async () => {
    const email = freshEmail()
    await send(signUp, { name: 'Ada', email, password })
    newBrowser()
    const guest = await rateAsGuest()
    expect(await send(signUp, { name: 'Eve', email, password })).toMatchObject({
      errors: { email: 'There is an account with this address already. Sign in instead.' },
    })
    expect(await currentPerson()).toEqual({ id: guest, kind: 'guest', userId: null })
  })

  it('is limited by address', async () => {
    const { address } = await requestFacts()
    for (let round = 1; round < limits.signUpByAddress.points; round++) await admit('signUpByAddress', address)
    const attempt = () => send(signUp, { name: 'Ada', email: freshEmail(), password })
    expect((await attempt()).status).toBe('redirect')
    browser.jar.clear()
    expect((await attempt()).status).toBe('refused')
  })
})

describe('signing in', () => {
  it.each([
    ['brings the guest’s work along', 'yes', 2],
    ['leaves the guest’s work where it is, if the person says so', '', 1],
  ])('%s', async (_, bringGuest, expected) => {
    await rateAsGuest()
    const email = freshEmail()
    await send(signUp, { name: 'Ada', email, password })
    const own = await personOf(email)
    newBrowser()
    const guest = await rateAsGuest()
    expect(await send(signIn, { email, password, bringGuest })).toEqual({ status: 'redirect', path: '/me' })
    expect(await ratingsOf(own)).toBe(expected)
    expect(await currentPerson()).toMatchObject({ id: own, kind: 'user' })
    expect(await read.$count(persons, eq(persons.id, guest))).toBe(expected === 2 ? 0 : 1)
    expect(browser.jar.has('guest')).toBe(expected === 1)
  })

  it('says the same whether the account or the password is wrong, and changes nothing', async () => {
    const email = freshEmail()
    await send(signUp, { name: 'Ada', email, password })
    newBrowser()
    const guest = await rateAsGuest()
    const wrong = await send(signIn, { email, password: 'wrong', bringGuest: 'yes' })
    const unknown = await send(signIn, { email: freshEmail(), password: 'wrong', bringGuest: 'yes' })
    expect(wrong).toMatchObject({ status: 'refused', values: { email } })
    expect({ ...wrong, values: null }).toEqual({ ...unknown, values: null })
    expect(await currentPerson()).toMatchObject({ id: guest, kind: 'guest' })
  })

  it('says that an account is suspended to whoever knows its password, and to nobody else', async () => {
    const email = freshEmail()
    await send(signUp, { name: 'Ada', email, password })
    await write((tx) => tx.update(users).set({ suspendedAt: new Date() }).where(eq(users.email, email)))
    newBrowser()
    expect(await send(signIn, { email, password: 'wrong' })).toMatchObject({
      message: 'This email address and password do not go together.',
    })
    expect(await send(signIn, { email, password })).toMatchObject({
      status: 'refused',
      message: 'This account is suspended. Ask whoever runs this site.',
    })
    expect(browser.jar.size).toBe(0)
    // The row of a session that began before opens nothing either.
    expect(await currentActor()).toMatchObject({ role: 'stranger' })
  })

  it('ends the session that the browser had before, and goes nowhere else than this site', async () => {
    const email = freshEmail()
    await send(signUp, { name: 'Ada', email, password })
    const before = browser.jar.get('session') ?? ''
    expect(await send(signIn, { email, password, next: '//evil.example' })).toEqual({ status: 'redirect', path: '/me' })
    expect(browser.jar.get('session')).not.toBe(before)
    expect(await read.$count(sessions, eq(sessions.id, before))).toBe(0)
  })

  it('counts failures only', async () => {
    const email = freshEmail()
    await send(signUp, { name: 'Ada', email, password })
    for (let round = 0; round < 12; round++) expect((await send(signIn, { email, password })).status).toBe('redirect')
  })

  it('lets ten guesses at an account through, from however many addresses; its owner still gets in', async () => {
    const email = freshEmail()
    await send(signUp, { name: 'Ada', email, password })
    const home = browser.address
    const messages: string[] = []
    for (let round = 0; round < 14; round++) {
      newBrowser()
      const answer = await send(signIn, { email, password: `guess ${round}` })
      if (answer.status === 'refused') messages.push(answer.message)
    }
    expect(messages.filter((message) => message.includes('do not go together'))).toHaveLength(10)
    expect(messages.slice(10).every((message) => message.includes('wait 15 minutes'))).toBe(true)
    newBrowser()
    expect(await send(signIn, { email, password })).toMatchObject({ status: 'refused' })
    browser.address = home
    expect(await send(signIn, { email, password })).toMatchObject({ status: 'redirect' })
  })
})

it('signing out ends the session on the server: the cookie opens nothing any more', async () => {
  await send(signUp, { name: 'Ada', email: freshEmail(), password })
  const kept = browser.jar.get('session') ?? ''
  expect(await send(signOut as Action, {})).toEqual({ status: 'redirect', path: '/' })
  expect(browser.jar.size).toBe(0)
  browser.jar.set('session', kept)
  expect(await currentActor()).toEqual({ role: 'stranger', userId: null, personId: null })
})

describe('recovering', () => {
  it('makes this browser the guest, brings along what was done here, and shuts the old cookie out', async () => {
    const guest = await rateAsGuest()
    const old = browser.jar.get('guest') ?? ''
    const code = (await recoveryCodeOf(guest)) ?? ''
    newBrowser()
    const here = await rateAsGuest()
    await send(recover, { recoveryCode: ` ${code.toLowerCase().replaceAll('-', ' ')}` })
    expect(await currentPerson()).toMatchObject({ id: guest })
    expect(await ratingsOf(guest)).toBe(2)
    expect(await read.$count(persons, eq(persons.id, here))).toBe(0)
    browser.jar.set('guest', old)
    expect(await currentPerson()).toBeNull()
  })

  it('adds the guest to the account of whoever is signed in', async () => {
    const guest = await rateAsGuest()
    const code = (await recoveryCodeOf(guest)) ?? ''
    newBrowser()
    const email = freshEmail()
    await send(signUp, { name: 'Ada', email, password })
    await send(recover, { recoveryCode: code })
    expect(await ratingsOf(await personOf(email))).toBe(1)
    expect(await read.$count(persons, eq(persons.id, guest))).toBe(0)
  })

  it('is limited, says nothing about codes that are not there, and never repeats what was typed', async () => {
    const wrong = recoveryCode('nobody', env().authSecret)
    const first = await send(recover, { recoveryCode: wrong })
    expect(first).toMatchObject({ status: 'invalid', values: {} })
    for (let round = 1; round < 10; round++) await send(recover, { recoveryCode: wrong })
    expect(await send(recover, { recoveryCode: wrong })).toMatchObject({ status: 'refused', values: {} })
  })
})

const inviteFirst = () => write(async (tx) => (await renewFirstAdminInvitation(tx, new Date())) ?? '')

it('the first admin needs the link, which survives a slip and works once', async () => {
  const taken = freshEmail()
  await send(signUp, { name: 'Ada', email: taken, password })
  newBrowser()
  const token = await inviteFirst()
  const email = freshEmail()
  expect(await send(setUpFirstAdmin, { name: 'Ada', email, password, token: 'x' })).toMatchObject({
    status: 'refused',
  })
  expect(await send(setUpFirstAdmin, { name: 'Ada', email: taken, password, token })).toMatchObject({
    errors: { email: expect.stringContaining('already') },
  })
  expect(await send(setUpFirstAdmin, { name: 'Ada', email, password, token })).toMatchObject({ status: 'redirect' })
  expect(await currentActor()).toMatchObject({ role: 'admin' })
  newBrowser()
  expect(await send(setUpFirstAdmin, { name: 'Eve', email: freshEmail(), password, token })).toMatchObject({
    status: 'refused',
  })
  expect(await inviteFirst()).toBe('')
})

describe('joining by an invitation', () => {
  let admin = ''
  beforeAll(async () => {
    const [found] = await read.select({ id: users.id }).from(users).where(eq(users.role, 'admin'))
    admin = found?.id ?? ''
  })

  const inviteAs = async (role: 'member' | 'editor' | 'admin') => {
    const made = await write((tx) => inviteBy(tx, admin, { role, label: 'Grace' }, new Date()))
    return made ?? { id: '', token: '' }
  }

  it('makes an account with the role, and brings the guest along', async () => {
    const guest = await rateAsGuest()
    const { id, token } = await inviteAs('editor')
    const email = freshEmail()
    expect(await send(join, { name: 'Grace', email, password, token, role: 'admin' })).toEqual({
      status: 'redirect',
      path: '/account',
    })
    expect(await currentActor()).toMatchObject({ role: 'editor', personId: guest })
    const [entry] = await read.select().from(auditLog).where(eq(auditLog.event, 'user.joined'))
    expect(entry).toMatchObject({ subject: 'user', label: '', detail: { role: 'editor', invitation: id } })
    expect(entry?.actorId).toBe(entry?.subjectId)
  })

  it('works for one of twenty who come at once, and leaves nothing of the others', async () => {
    const { token } = await inviteAs('editor')
    const before = await read.$count(users)
    const form = (email: string) => ({ name: 'Grace', email, password, token })
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(join, form(freshEmail()))))
    expect(answers.filter(({ status }) => status === 'redirect')).toHaveLength(1)
    expect(await read.$count(users)).toBe(before + 1)
  })

  it('survives a slip, and is not the way in that the start prints', async () => {
    const { id, token } = await inviteAs('admin')
    const form = { name: 'Grace', email: freshEmail(), password, token }
    expect(await send(join, { ...form, password: 'short' })).toMatchObject({ status: 'invalid' })
    expect(await send(setUpFirstAdmin, form)).toMatchObject({ status: 'refused' })
    const taken = freshEmail()
    await send(signUp, { name: 'Ada', email: taken, password })
    newBrowser()
    expect(await send(join, { ...form, email: taken })).toMatchObject({ status: 'invalid' })
    expect(await read.$count(invitations, eq(invitations.id, id))).toBe(1)
  })

  it('is limited by address', async () => {
    const { address } = await requestFacts()
    for (let round = 0; round < limits.joinByAddress.points; round++) await admit('joinByAddress', address)
    const { token } = await inviteAs('member')
    const answer = await send(join, { name: 'Grace', email: freshEmail(), password, token })
    expect(answer).toMatchObject({ status: 'refused', message: expect.stringContaining('tried too often') })
  })
})
