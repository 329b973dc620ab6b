import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { connect, databaseFile, read, write } from '#db/client.ts'
import { assessments, guideDrafts, guides, persons, roles, type Snapshot, users } from '#db/schema/index.ts'
import { newId } from '#lib/ids.ts'
import { expect, flagship, origin, type Page, test } from './fixtures.ts'
import { type Answer, ask, hiddenFields, multipart, newGuest, post } from './http.ts'
import { cookieHeader, newAccount, signUp } from './paths.ts'

/** A page for a fault: it says so in words, names the reference that is in the log, and nothing about the inside. */
function expectFaultPage({ status, headers, text }: Answer): void {
  expect(status).toBe(500)
  expect(headers['content-type']).toContain('text/html')
  expect(headers['cache-control']).toContain('no-store')
  expect(text).toContain('Something went wrong on our side')
  expect(text).toContain(`<code>${headers['x-request-id']}</code>`)
  expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|SQLITE|SqliteError|TypeError|e2e fault/)
}

/** Makes every insert into a table fail for one person, and for nobody else, while something is tried. */
async function whileFailing(table: string, condition: string, work: () => Promise<void>): Promise<void> {
  const raw = connect(databaseFile())
  const name = `e2e_fault_${newId().replace(/\W/g, '_')}`
  const check = `select raise(abort, 'e2e fault') where ${condition}`
  raw.exec(`create trigger ${name} before insert on ${table} begin ${check}; end`)
  try {
    await work()
  } finally {
    raw.exec(`drop trigger ${name}`)
    raw.close()
  }
}

const rating = { skill: 'sql', level: '2', source: 'skill', returnTo: '/skills/sql#skill-sql' }

test('a rating that makes no sense gets a clear answer', async () => {
  const { level: _, ...withoutLevel } = rating
  for (const [fields, status, says] of [
    [withoutLevel, 400, 'Choose the level that fits you best'],
    [{ ...rating, level: '9' }, 400, 'Choose the level that fits you best'],
    [{ ...rating, level: '-1' }, 400, 'Choose the level that fits you best'],
    [{ ...rating, level: '2.5' }, 400, 'Choose the level that fits you best'],
    [{ ...rating, skill: 'no-such-skill' }, 410, 'taken off the site'],
    [{ ...rating, skill: "sql' or 1=1 --" }, 400, 'which skill you mean'],
    [{ ...rating, skill: 's'.repeat(100_000) }, 400, 'which skill you mean'],
    [{ returnTo: '/skills/sql' }, 400, 'which skill you mean'],
    [{ ...rating, source: 'nowhere' }, 400, 'damaged'],
  ] as [Record<string, string>, number, string][]) {
    const answer = await post('/ratings', fields)
    expect(answer.status, says).toBe(status)
    expect(answer.text).toContain(says)
    expect(answer.text).not.toMatch(/Invalid (?:option|input)|expected|undefined|ZodError/)
    expect(answer.text).toMatch(/<a href="\/skills\/sql(?:#skill-sql)?">Go back<\/a>/)
    expect(answer.headers['set-cookie'], 'nobody becomes a guest by a mistake').toBeUndefined()
  }
})

test('a body that cannot be read gets a clear answer', async () => {
  const headers = { Origin: origin }
  for (const [type, body] of [
    ['application/json', '{"skill":"sql"}'],
    ['text/plain', 'skill=sql&level=2'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['application/xml', '<x/>'],
    ['', 'skill=sql'],
  ] as const) {
    const answer = await ask('/ratings', { method: 'POST', headers: { ...headers, 'Content-Type': type }, body })
    expect(answer.status, type).toBe(400)
    expect(answer.text, type).toContain('did not arrive in one piece')
  }
  const file = '--x\r\nContent-Disposition: form-data; name="skill"; filename="a.txt"\r\n\r\nsql\r\n--x--\r\n'
  const asFile = { ...headers, 'Content-Type': 'multipart/form-data; boundary=x' }
  expect((await ask('/ratings', { method: 'POST', headers: asFile, body: file })).status).toBe(400)
})

test('a body that is too large is refused, announced or not', async () => {
  const body = `skill=sql&level=2&source=skill&x=${'a'.repeat(2 * 1024 * 1024)}`
  const headers = { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' }
  for (const path of ['/ratings', '/sign-up']) {
    const announced = await ask(path, { method: 'POST', headers, body })
    expect(announced.status, path).toBe(413)
    expect(announced.text).toContain('larger than this site accepts')
  }
  const { 'Content-Type': type } = headers
  const chunked = { Origin: origin, 'Content-Type': type, 'Transfer-Encoding': 'chunked' }
  expect((await ask('/ratings', { method: 'POST', headers: chunked, body })).status).toBe(413)
  expect((await ask(flagship)).status).toBe(200)
})

test('a form of a page from before an upgrade gets a page that says so', async () => {
  const unknown = '0'.repeat(42)
  const form = multipart({ [`$ACTION_ID_${unknown}`]: '' })
  const plain = await ask('/sign-in', { method: 'POST', headers: { Origin: origin, ...form.headers }, body: form.body })
  expect(plain.status).toBe(409)
  expect(plain.headers['content-type']).toContain('text/html')
  expect(plain.text).toContain(`<code>${plain.headers['x-request-id']}</code>`)
  const headers = { Origin: origin, 'Next-Action': unknown, 'Content-Type': 'text/plain;charset=UTF-8' }
  expect((await ask('/sign-in', { method: 'POST', headers, body: '[]' })).status).toBe(409)
})

test('a fault while a form is taken: a page with a reference, and nothing is half done', async () => {
  const cookie = await newGuest('sql', '1')
  await whileFailing('ratings', `new.skill_id = (select id from skills where slug = 'web-performance')`, async () => {
    expectFaultPage(await post('/ratings', { ...rating, skill: 'web-performance' }, { Cookie: cookie }))
  })
  const kept = await post('/ratings', { ...rating, skill: 'web-performance' }, { Cookie: cookie })
  expect(kept.status).toBe(303)
})

test('a fault while an action runs: the page says so, with a reference, and works again', async ({ page, watch }) => {
  const account = newAccount()
  await page.goto('/sign-up')
  await whileFailing('users', `new.email = '${account.email}'`, async () => {
    await page.getByLabel('Your name').fill(account.name)
    await page.getByLabel('Email address').fill(account.email)
    await page.getByLabel('Password').fill(account.password)
    await page.getByRole('button', { name: 'Make an account' }).click()
    const message = page.locator('form').getByRole('alert')
    await expect(message).toContainText('Something went wrong on our side, and nothing was saved.')
    await expect(message.locator('strong')).toHaveText(/^[0-9A-Z]{10}$/)
    await expect(message).not.toContainText('e2e fault')
  })
  await expect(page.getByLabel('Email address')).toHaveValue(account.email)
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.waitForURL('/me')
  expect(watch.problems).toEqual([])
})

test('a fault while a page is made: an application', async ({ page }) => {
  const { email } = await signUp(page)
  const id = newId()
  await write(async (tx) => {
    const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
    const [person] = await tx
      .select({ id: persons.id })
      .from(persons)
      .where(eq(persons.userId, user?.id ?? ''))
    const [role] = await tx.select({ id: roles.id }).from(roles)
    // No release ever wrote such a snapshot, so no page can read it.
    const snapshot = { version: 1 } as Snapshot
    const row = { id, personId: person?.id ?? '', roleId: role?.id ?? '', snapshot, fit: 1, createdAt: new Date() }
    await tx.insert(assessments).values(row)
  })
  const cookie = await cookieHeader(page)
  expectFaultPage(await ask(`/results/${id}`, { headers: { Cookie: cookie } }))
  expect((await ask(`/results/${id}`)).status).toBe(404)
  expect((await ask('/account', { headers: { Cookie: cookie } })).status).toBe(200)
})

test('a fault while a page is made: a document, and nothing is kept of it', async () => {
  const slug = 'a-guide-with-a-fault'
  const [model] = await read.select().from(guides).where(eq(guides.slug, 'backend-developer-skills'))
  if (!model) throw new Error('The flagship is not there')
  // Last in every list, and for a moment only.
  const [draft] = await read.select().from(guideDrafts).where(eq(guideDrafts.id, model.id))
  if (!draft) throw new Error('The flagship has no working copy')
  const id = newId()
  const broken = { ...model, id, slug, title: 'Zzz', skillId: null, sources: { not: 'a list' } as never }
  await write(async (tx) => {
    await tx.insert(guideDrafts).values({ ...draft, id, slug, title: 'Zzz' })
    await tx.insert(guides).values(broken)
  })
  try {
    for (const headers of [{}, {}, { Cookie: await newGuest() }] as Record<string, string>[]) {
      expectFaultPage(await ask(`/guides/${slug}`, { headers }))
    }
    expect((await ask(flagship)).status).toBe(200)
    await write(async (tx) => void (await tx.update(guides).set({ sources: [] }).where(eq(guides.slug, slug))))
    expect((await ask(`/guides/${slug}`)).status).toBe(200)
  } finally {
    await write(async (tx) => {
      await tx.delete(guides).where(eq(guides.id, id))
      await tx.delete(guideDrafts).where(eq(guideDrafts.id, id))
    })
  }
  expect((await ask(`/guides/${slug}`)).status).toBe(404)
})

const naughtyFile = join(import.meta.dirname, '../../shared/data/text/blns.json')

/** Names that have broken other sites. */
const names = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `' " \` ; -- ${'$'}{7*7} {{7*7}}`,
  '&lt;b&gt; &amp; </title></textarea>',
  'שרה أحمد',
  '👩‍💻 Zoë 𝒜 ﷽',
  'a\u202eb\u2066c',
  '__proto__',
  'null',
  '%s%n%00',
]

/** Changes the account's name to this and looks at it where it is shown. @returns what was made of it */
async function showsName(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(page.getByRole('region', { name: 'Name' }).getByRole('status')).toHaveText('Your name is changed.')
  await page.goto('/account')
  await expect(page.getByLabel('Your name')).toHaveValue(name.normalize('NFC').trim())
}

test('a name is shown as it was typed, whatever it holds', async ({ page }) => {
  await signUp(page)
  await page.goto('/account')
  for (const name of names) await showsName(page, name)
  await expect(page.locator('main script, main img')).toHaveCount(0)
})

test('hundreds of naughty strings as a name: kept as text or refused, never a fault', async ({ page }) => {
  test.skip(!existsSync(naughtyFile), 'the list is not part of the repository')
  const { email } = await signUp(page)
  const own = { Cookie: await cookieHeader(page), Origin: origin }
  const before = await ask('/account', { headers: own })
  const scripts = count(before.text, '<script')
  const hidden = hiddenFields(before.text, 'name')
  const strings = JSON.parse(readFileSync(naughtyFile, 'utf8')) as string[]
  let kept = 0
  for (const name of strings.filter((text, index) => index % 3 === 0 && !text.includes('\n'))) {
    const form = multipart({ ...hidden, name })
    const answer = await ask('/account', { method: 'POST', headers: { ...own, ...form.headers }, body: form.body })
    expect(answer.status, name).toBe(200)
    const [user] = await read.select({ name: users.name }).from(users).where(eq(users.email, email))
    const shown = await ask('/account', { headers: own })
    expect(shown.status, name).toBe(200)
    expect(count(shown.text, '<script'), name).toBe(scripts)
    if (answer.text.includes('Your name is changed.')) {
      kept++
      expect(user?.name).toBe(name.normalize('NFC').trim())
    } else expect(answer.text, name).toContain('aria-invalid="true"')
  }
  expect(kept).toBeGreaterThan(50)
  await page.goto('/account')
  await expect(page.locator('main script, main img')).toHaveCount(0)
})

const count = (text: string, part: string): number => text.split(part).length - 1
