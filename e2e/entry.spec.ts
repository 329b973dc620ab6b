import { expect, origin, test } from './fixtures.ts'
import { ask, post } from './http.ts'
import { assess, cookieHeader, formMessage, signUp } from './paths.ts'

test('what is somebody else’s is not there', async ({ page, visitor }) => {
  const result = await assess(page, 'frontend-developer', 2)
  const id = result.split('/').at(-1)
  const compare = `/me/compare?from=${id}&to=${id}`
  expect((await page.request.get(compare)).status()).toBe(200)
  const stranger = await visitor()
  const guest = await visitor()
  const member = await visitor()
  await guest.goto('/skills/sql')
  await guest.locator('#sql-1').check()
  await expect(guest.locator('#status-sql')).toContainText('Saved.')
  await signUp(member)
  for (const { request } of [stranger, guest, member]) {
    for (const path of [result, compare]) {
      const answer = await request.get(path)
      expect(answer.status(), path).toBe(404)
      expect(await answer.text()).not.toContain('Frontend developer')
    }
    // The same answer as for what never was.
    expect((await request.get('/results/aaaaaaaaaaaaaaaaaaaaaa')).status()).toBe(404)
  }
})

const elsewhere = [
  'https://evil.example/',
  '//evil.example/',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/%09/evil.example',
  '/%2f/evil.example',
  '/%5cevil.example',
  '/..//evil.example',
  '/./\\evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'http:evil.example',
  '@evil.example',
  '.evil.example',
  '/\u0000/evil.example',
  ' //evil.example',
  `${'/a'.repeat(400)}`,
]

test('no form leads off the site', async () => {
  for (const returnTo of elsewhere) {
    const { status, headers } = await post('/theme', { theme: 'dark', returnTo })
    expect([status, headers.location], returnTo).toEqual([303, '/me'])
  }
  const signedIn = await post('/ratings', { skill: 'sql', level: '1', source: 'skill', returnTo: '//evil.example' })
  expect(signedIn.headers.location).toBe('/me?saved=sql')
})

test('signing in leads back to a page of the site, and nowhere else', async ({ page }) => {
  const account = await signUp(page)
  for (const [next, lands] of [
    ...elsewhere.slice(0, 6).map((each) => [each, '/me'] as const),
    ['/skills/sql#levels', '/skills/sql#levels'],
  ] as const) {
    await page.context().clearCookies()
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await page.getByLabel('Email address').fill(account.email)
    await page.getByLabel('Password').fill(account.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    expect(page.url(), next).toBe(origin + lands)
  }
  // Whoever is signed in already is sent on at once, by the same rule.
  const cookie = await cookieHeader(page)
  for (const next of elsewhere) {
    const { headers } = await ask(`/sign-in?next=${encodeURIComponent(next)}`, { headers: { Cookie: cookie } })
    expect(headers.location, next).toBe('/me')
  }
})

test('guessing a password is stopped, and does not lock its owner out', async ({ page, visitor }) => {
  const account = await signUp(page)
  const guesser = await visitor()
  await guesser.goto('/sign-in')
  await guesser.getByLabel('Email address').fill(account.email)
  const attempt = async (password: string) => {
    await guesser.getByLabel('Password').fill(password)
    await guesser.getByRole('button', { name: 'Sign in' }).click()
    // The answer empties the field.
    await expect(guesser.getByLabel('Password')).toHaveValue('')
  }
  for (let count = 0; count < 10; count++) {
    await attempt(`guess number ${count}`)
    await expect(formMessage(guesser)).toContainText('do not go together')
  }
  // Now even the right one is not tried.
  await attempt(account.password)
  await expect(formMessage(guesser)).toContainText(/That was tried too often. Please wait 1[45] minutes and try again./)
  await expect(guesser.getByLabel('Email address')).toHaveValue(account.email)

  // Its owner signs in from where they signed in before.
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(account.email)
  await page.getByLabel('Password').fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('/me')
})

test('cookies are out of reach of scripts and of other sites', async ({ page, context }) => {
  const guest = await post('/ratings', { skill: 'sql', level: '1', source: 'skill', returnTo: '/skills/sql' })
  const theme = await post('/theme', { theme: 'dark', returnTo: '/' })
  for (const line of [...(guest.headers['set-cookie'] ?? []), ...(theme.headers['set-cookie'] ?? [])]) {
    expect(line).toMatch(/; HttpOnly/i)
    expect(line).toMatch(/; SameSite=Lax/i)
    expect(line).toMatch(/; Path=\//i)
    expect(line).not.toMatch(/Domain=/i)
  }
  await signUp(page)
  const [session, ...others] = await context.cookies()
  expect(session).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/', domain: 'localhost' })
  expect(others).toEqual([])
})
