import { globSync, readFileSync } from 'node:fs'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { read, write } from '#db/client.ts'
import {
  auditLog,
  authors,
  categories,
  guideDrafts,
  invitations,
  pictures,
  roles,
  skills,
  type UserRole,
  users,
} from '#db/schema/index.ts'
import { createUser } from '#features/account/account-writes.ts'
import { hashPassword } from '#features/account/password.ts'
import { beginGuide } from '#features/draft/create-writes.ts'
import { newId } from '#lib/ids.ts'
import { expect, newAddress, origin, test } from './fixtures.ts'
import { ask, hiddenFieldsOf, multipart, newGuest } from './http.ts'
import { cookieHeader, newAccount, signIn } from './paths.ts'

/*
 * The walk: everything of the admin that can be asked for, as everybody who could ask. The list of what there is comes from
 * the file system and the sources; who may is written down here by hand. What is new fails until it has its row.
 */

const everybody = ['stranger', 'guest', 'member', 'editor', 'admin'] as const
type Who = (typeof everybody)[number]

const staff: readonly Who[] = ['editor', 'admin']
const admins: readonly Who[] = ['admin']

/** Things to ask for, that are there. */
interface Things {
  guide: string
  /** A guide that no other test needs. */
  begun: string
  picture: string
  skill: string
  role: string
  author: string
  /** A member's account. */
  account: string
}

interface Row {
  who: readonly Who[]
  /** Where to ask, if the route has a part that stands for a thing, or needs a query. */
  at?: (things: Things) => string
  /** What a handler is sent. It need not be good: whether one may is asked first. */
  body?: string
}

/** Every route below /admin, and who may. */
const routes: Record<string, Row> = {
  'page /admin': { who: staff },
  'page /admin/feedback': { who: staff },
  'page /admin/authors': { who: staff },
  'page /admin/authors/new': { who: staff },
  'page /admin/authors/[id]': { who: staff, at: ({ author }) => `/admin/authors/${author}` },
  'page /admin/categories': { who: staff },
  'page /admin/guides': { who: staff },
  'page /admin/guides/new': { who: staff },
  'page /admin/guides/[id]': { who: staff, at: ({ guide }) => `/admin/guides/${guide}` },
  'page /admin/guides/[id]/preview': { who: staff, at: ({ guide }) => `/admin/guides/${guide}/preview` },
  'page /admin/guides/[id]/revisions': { who: staff, at: ({ guide }) => `/admin/guides/${guide}/revisions` },
  'GET /admin/guides/[id]/draft': { who: staff, at: ({ guide }) => `/admin/guides/${guide}/draft` },
  'PUT /admin/guides/[id]/draft': { who: staff, at: ({ guide }) => `/admin/guides/${guide}/draft`, body: '{}' },
  'GET /admin/guides/[id]/facts': { who: staff, at: ({ guide }) => `/admin/guides/${guide}/facts` },
  'POST /admin/guides/[id]/presence': { who: staff, at: ({ guide }) => `/admin/guides/${guide}/presence`, body: '{}' },
  'GET /admin/guides/known': { who: staff },
  'GET /admin/lookup': { who: staff },
  'POST /admin/lookup/skills': { who: staff, body: '{}' },
  'page /admin/pictures': { who: staff },
  'page /admin/pictures/[id]': { who: staff, at: ({ picture }) => `/admin/pictures/${picture}` },
  'GET /admin/pictures/search': { who: staff },
  'POST /admin/pictures/upload': { who: staff, body: '{}' },
  'page /admin/roles': { who: staff },
  'page /admin/roles/new': { who: staff },
  'page /admin/roles/[id]': { who: staff, at: ({ role }) => `/admin/roles/${role}` },
  'page /admin/skills': { who: staff },
  'page /admin/skills/new': { who: staff },
  'page /admin/skills/[id]': { who: staff, at: ({ skill }) => `/admin/skills/${skill}` },
  'page /admin/skills/[id]/merge': { who: staff, at: ({ skill }) => `/admin/skills/${skill}/merge` },
  'page /admin/transfer': { who: staff },
  'GET /admin/transfer/export': { who: staff },
  'page /admin/log': { who: admins },
  'GET /admin/log/export': { who: admins, at: () => '/admin/log/export?format=csv' },
  'page /admin/people': { who: admins },
  'page /admin/people/[id]': { who: admins, at: ({ account }) => `/admin/people/${account}` },
  'page /admin/people/invitations': { who: admins },
  'page /admin/transfer/import/[id]': { who: admins, at: () => '/admin/transfer/import/nothing' },
  'POST /admin/transfer/import': { who: admins, body: '{}' },
  'page /admin/transfer/starting-content': { who: admins },
}

/** A form of each ability, sent again by everybody: the page it stands on, and a number that it would change. */
interface Action {
  ability: string
  who: readonly Who[]
  page: (things: Things) => string
  /** A text inside of the form. */
  mark: string
  fields: (things: Things) => Record<string, string>
  changes: (things: Things) => Promise<number>
}

const suspendedAt = async (id: string) =>
  Number((await read.select({ at: users.suspendedAt }).from(users).where(eq(users.id, id)))[0]?.at ?? 0)

const actions: Record<string, Action> = {
  'making an invitation': {
    ability: 'people.manage',
    who: admins,
    page: () => '/admin/people/invitations',
    mark: 'name="label"',
    fields: () => ({ label: 'Mallory', role: 'admin' }),
    changes: () => read.$count(invitations, eq(invitations.label, 'Mallory')),
  },
  'suspending an account': {
    ability: 'people.manage',
    who: admins,
    page: ({ account }) => `/admin/people/${account}`,
    mark: 'Suspend this account',
    fields: ({ account }) => ({ userId: account, to: 'suspended' }),
    changes: ({ account }) => suspendedAt(account),
  },
  'beginning a guide': {
    ability: 'guide.edit',
    who: staff,
    page: () => '/admin/guides/new',
    mark: 'name="title"',
    fields: () => ({ title: 'Mallory was here', kind: 'how-to' }),
    changes: () => read.$count(guideDrafts, eq(guideDrafts.title, 'Mallory was here')),
  },
  'archiving several guides': {
    ability: 'guide.publish',
    who: staff,
    page: () => '/admin/guides',
    mark: 'Tick all on this page',
    fields: ({ begun }) => ({ guides: `${begun}:1`, what: 'archive' }),
    changes: ({ begun }) => read.$count(guideDrafts, and(eq(guideDrafts.id, begun), isNotNull(guideDrafts.archivedAt))),
  },
  'adding a category': {
    ability: 'taxonomy.edit',
    who: staff,
    page: () => '/admin/categories',
    mark: 'Add it',
    fields: () => ({ name: 'Mallory', summary: 'Work that nobody asked for.' }),
    changes: () => read.$count(categories, eq(categories.name, 'Mallory')),
  },
  'describing a picture': {
    ability: 'picture.edit',
    who: staff,
    page: ({ picture }) => `/admin/pictures/${picture}`,
    mark: 'name="alt"',
    fields: ({ picture }) => ({ id: picture, name: 'Renamed', alt: 'Said otherwise' }),
    changes: ({ picture }) => read.$count(auditLog, eq(auditLog.subjectId, picture)),
  },
}

/** Abilities whose forms cannot be had for the asking, and where they are looked at instead. */
const elsewhere: Record<string, string> = {
  'content.import': 'its form stands behind an upload: the upload is walked above, the door in staff-actions.test.ts',
}

/** Stands on every page of the admin, and on no other. */
const marker = 'aria-label="Site keeping"'

function routesOnDisk(): string[] {
  const folder = 'app/(applications)'
  return globSync(`${folder}/admin/**/{page.tsx,route.ts}`).flatMap((file) => {
    const path = file.slice(folder.length).replace(/\/(page\.tsx|route\.ts)$/, '')
    if (file.endsWith('page.tsx')) return [`page ${path}`]
    const exported = readFileSync(file, 'utf8').matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gm)
    return [...exported].map(([, method]) => `${method} ${path}`)
  })
}

/** The abilities that some action asks for. */
function abilitiesOfActions(): string[] {
  const sources = globSync('{app,features}/**/*-actions.ts').map((file) => readFileSync(file, 'utf8'))
  const found = sources.flatMap((text) => [...text.matchAll(/\bstaff(?:Tree)?Action\(\s*'([\w.]+)'/g)])
  return [...new Set(found.map(([, ability = '']) => ability))]
}

let cookies: Record<Who, string>
let things: Things
let userIds: string[]

/** How much the log says of those who walk here; other tests run meanwhile. */
const entriesOfOurs = () => read.$count(auditLog, inArray(auditLog.actorId, userIds))

test.beforeAll(async ({ browser }) => {
  const accounts = { member: newAccount(), editor: newAccount(), admin: newAccount() }
  const passwordHash = await hashPassword(accounts.member.password)
  const now = new Date()
  const make = (role: UserRole, { email, name } = newAccount()) =>
    write(async (tx) => (await createUser(tx, { email, name, passwordHash, role }, now)) ?? '')
  userIds = []
  for (const [role, account] of Object.entries(accounts)) userIds.push(await make(role as UserRole, account))
  const signedIn = async (role: UserRole) => {
    const context = await browser.newContext({ baseURL: origin, extraHTTPHeaders: { 'X-Forwarded-For': newAddress() } })
    const page = await context.newPage()
    await signIn(page, accounts[role])
    const header = await cookieHeader(page)
    await context.close()
    return header
  }
  cookies = {
    stranger: '',
    guest: await newGuest(),
    member: await signedIn('member'),
    editor: await signedIn('editor'),
    admin: await signedIn('admin'),
  }
  const picture = newId()
  await write((tx) =>
    tx.insert(pictures).values({
      id: picture,
      name: 'A picture',
      alt: 'What it shows',
      width: 8,
      height: 8,
      widths: [8],
      bytes: 100,
      hash: picture,
      createdAt: now,
    }),
  )
  const first = async (rows: Promise<{ id: string }[]>) => (await rows)[0]?.id ?? ''
  things = {
    picture,
    account: await make('member'),
    guide: await first(read.select({ id: guideDrafts.id }).from(guideDrafts).limit(1)),
    skill: await first(read.select({ id: skills.id }).from(skills).limit(1)),
    role: await first(read.select({ id: roles.id }).from(roles).limit(1)),
    author: await first(read.select({ id: authors.id }).from(authors).limit(1)),
    begun: await beginGuide({ title: `A guide of the walk ${newId()}`, kind: 'how-to' }, userIds[2] ?? ''),
  }
  for (const [name, id] of Object.entries(things)) expect(id, name).not.toBe('')
})

const cookieOf = (who: Who): Record<string, string> => (cookies[who] ? { Cookie: cookies[who] } : {})

test('every route of the admin has its row, and every row its route', () => {
  expect(Object.keys(routes).sort()).toEqual(routesOnDisk().sort())
})

test('every ability that an action asks for has an action that is tried', () => {
  const tried = new Set(Object.values(actions).map(({ ability }) => ability))
  expect(
    abilitiesOfActions()
      .filter((ability) => !tried.has(ability))
      .sort(),
  ).toEqual(Object.keys(elsewhere).sort())
})

for (const [route, { who, at, body }] of Object.entries(routes)) {
  const [method = '', path = ''] = route.split(' ')
  test(`${route} opens for ${who.join(' and ')} only`, async () => {
    const target = at?.(things) ?? path
    expect(target, 'a part of the path that stands for a thing needs one').not.toContain('[')
    for (const each of everybody) {
      const may = who.includes(each)
      if (method === 'page') await walkPage(target, each, may)
      else await walkHandler(method, target, each, may, body)
    }
  })
}

async function walkPage(target: string, who: Who, may: boolean): Promise<void> {
  const account = who !== 'stranger' && who !== 'guest'
  const answer = await ask(target, { headers: cookieOf(who) })
  expect(answer.status, `${target} for ${who}`).toBe(may ? 200 : account ? 404 : 307)
  expect(answer.text.includes(marker), `${target} for ${who}`).toBe(may)
  if (!account) expect(answer.headers.location).toBe(`/sign-in?next=${encodeURIComponent(target)}`)
  if (may) return
  // The same by the ways that a framework or a careless proxy may open.
  const ways: [string, Record<string, string>, string?][] = [
    [target, { RSC: '1' }],
    [target, { RSC: '1', 'Next-Router-Prefetch': '1' }],
    [target, { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' }],
    [`${target}/`, {}],
    [target.replace('/admin', '/%61dmin'), {}],
    [`${target}.rsc`, {}],
    [target, {}, 'HEAD'],
  ]
  for (const [other, headers, verb = 'GET'] of ways) {
    const reply = await ask(other, { method: verb, headers: { ...cookieOf(who), ...headers } })
    const what = `${verb} ${other} ${JSON.stringify(headers)} for ${who}`
    expect(reply.text, what).not.toContain('Site keeping')
    if (verb === 'HEAD') expect(reply.status, what).not.toBe(200)
  }
}

async function walkHandler(method: string, target: string, who: Who, may: boolean, body?: string): Promise<void> {
  const account = who !== 'stranger' && who !== 'guest'
  const before = await entriesOfOurs()
  const answer = await ask(target, {
    method,
    headers: { Origin: origin, 'Content-Type': 'application/json', ...cookieOf(who) },
    ...(body !== undefined && { body }),
  })
  const what = `${method} ${target} for ${who}: ${answer.text.slice(0, 200)}`
  if (may) {
    expect([401, 403, 405, 500], what).not.toContain(answer.status)
    expect(answer.text, what).not.toContain('There is nothing at this address.')
    return
  }
  expect(answer.status, what).toBe(account ? 404 : 401)
  // A sentence and no more.
  expect(Object.keys(JSON.parse(answer.text)), what).toEqual(['message'])
  expect(await entriesOfOurs(), what).toBe(before)
}

for (const [name, { who, page, mark, fields, changes }] of Object.entries(actions)) {
  test(`${name} is done for ${who.join(' and ')} only`, async () => {
    const target = page(things)
    const { text } = await ask(target, { headers: cookieOf('admin') })
    const hidden = hiddenFieldsOf(text, mark)
    expect(
      Object.keys(hidden).some((field) => field.startsWith('$ACTION')),
      `the form with ${mark}`,
    ).toBe(true)
    const form = multipart({ ...hidden, ...fields(things) })
    // Those who may come last: the very same request is good for them, so the refusals were for who asked.
    const inTurn = [...everybody].sort((a, b) => Number(who.includes(a)) - Number(who.includes(b)))
    for (const each of inTurn) {
      const before = await changes(things)
      const entries = await entriesOfOurs()
      const answer = await ask(target, {
        method: 'POST',
        headers: { Origin: origin, ...form.headers, ...cookieOf(each) },
        body: form.body,
      })
      expect(answer.status, `${name} for ${each}`).toBeLessThan(500)
      const after = await changes(things)
      if (who.includes(each)) {
        expect(after, `${name} for ${each}`).not.toBe(before)
        break
      }
      expect(after, `${name} for ${each}`).toBe(before)
      expect(await entriesOfOurs(), `${name} for ${each}`).toBe(entries)
      expect(answer.text, `${name} for ${each}`).not.toContain(marker)
    }
  })
}
