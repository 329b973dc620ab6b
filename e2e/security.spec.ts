import { expect, flagship, origin, test } from './fixtures.ts'
import { type Answer, ask, hiddenFields, multipart, newGuest, post } from './http.ts'
import { cookieHeader, signUp } from './paths.ts'

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

function expectSecured({ headers }: Answer, what: string): void {
  expect(headers, what).toMatchObject(always)
  expect(headers['permissions-policy'], what).toContain('camera=()')
  expect(headers['x-request-id'], what).toMatch(/^[0-9A-Z]{10}$/)
  expect(headers['x-powered-by'], what).toBeUndefined()
  expect(headers.server, what).toBeUndefined()
  expect(headers['access-control-allow-origin'], what).toBeUndefined()
  const policy = headers['content-security-policy'] ?? ''
  for (const rule of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy, what).toContain(rule)
  expect(policy, what).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/)
}

test('every kind of answer has the security headers', async () => {
  const { headers, text } = await ask(flagship)
  const stylesheet = /href="(\/_next\/static\/[^"]+\.css)"/.exec(text)?.[1] ?? ''
  const answers: [string, number, Promise<Answer>][] = [
    ['document', 200, ask(flagship)],
    ['not modified', 304, ask(flagship, { headers: { 'If-None-Match': headers.etag ?? '' } })],
    ['a reader’s own document', 200, ask(flagship, { headers: { Cookie: await newGuest() } })],
    ['application', 200, ask('/sign-in')],
    ['application that redirects', 307, ask('/account')],
    ['redirect', 308, ask('//guides')],
    ['bad request', 400, ask('/%ff')],
    ['refused', 403, ask('/ratings', { method: 'POST', body: 'a=b' })],
    ['not found, a document', 404, ask('/guides/none')],
    ['not found, an application', 404, ask('/results/none')],
    ['not found, nothing', 404, ask('/none')],
    ['not found, a static file', 404, ask('/_next/static/none.js')],
    ['not allowed', 405, ask(flagship, { method: 'DELETE', headers: { Origin: origin } })],
    ['too large', 413, ask('/ratings', { method: 'POST', headers: { Origin: origin, 'Content-Length': '9999999' } })],
    ['form', 303, post('/theme', { theme: 'dark', returnTo: '/' })],
    ['form with a mistake', 400, post('/ratings', {})],
    ['style sheet', 200, ask(stylesheet)],
    ['script', 200, ask('/enhance.js')],
    ['picture', 200, ask('/icon.svg')],
    ['health', 200, ask('/healthz')],
    ['speculation rules', 200, ask('/speculation-rules.json')],
    ['OPTIONS', 204, ask('/guides', { method: 'OPTIONS' })],
    ['a part of a file', 206, ask('/icon.svg', { headers: { Range: 'bytes=0-9' } })],
  ]
  for (const [what, status, answer] of answers) {
    expect((await answer).status, what).toBe(status)
    expectSecured(await answer, what)
  }
})

test('scripts run by a nonce that is new each time, and nobody else’s', async () => {
  const nonces = new Set<string>()
  for (let count = 0; count < 5; count++) {
    const { headers, text } = await ask('/sign-in', {
      headers: { 'Content-Security-Policy': "script-src 'nonce-YXR0YWNrZXI='", 'x-nonce': 'YXR0YWNrZXI=' },
    })
    const policy = String(headers['content-security-policy'])
    const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? ''
    expect(Buffer.from(nonce, 'base64').length).toBeGreaterThanOrEqual(16)
    nonces.add(nonce)
    const scripts = text.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(1)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    expect(text).not.toContain('YXR0YWNrZXI=')
  }
  expect(nonces.size).toBe(5)
})

test('a form is taken only from the site’s own pages', async () => {
  const cookie = await newGuest('sql', '1')
  const form = { skill: 'sql', level: '4', source: 'skill', returnTo: '/skills/sql' }
  for (const headers of [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: `${origin}.evil.example` },
    { Origin: 'http://localhost:1' },
    { Origin: origin, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: origin, 'Sec-Fetch-Site': 'same-site' },
    // What a rebound name would send.
    { Origin: `http://evil.example:${process.env.E2E_PORT}`, Host: `evil.example:${process.env.E2E_PORT}` },
  ] as Record<string, string>[]) {
    const refused = await post('/ratings', form, { Cookie: cookie, ...headers })
    expect(refused.status, JSON.stringify(headers)).toBe(403)
    expect(refused.text).toContain(`<code>${refused.headers['x-request-id']}</code>`)
    expect(refused.headers['set-cookie']).toBeUndefined()
  }
  const silent = await ask('/ratings', {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
  expect(silent.status).toBe(403)
  expect((await ask('/skills/sql', { headers: { Cookie: cookie } })).text).toContain('You: Awareness')
  expect((await post('/ratings', form, { Cookie: cookie })).status).toBe(303)
  expect((await ask('/skills/sql', { headers: { Cookie: cookie } })).text).toContain('You: Expert')
})

test('a server action is taken only from the site’s own pages', async ({ page }) => {
  const { email } = await signUp(page)
  const cookie = await cookieHeader(page)
  const hidden = hiddenFields((await ask('/account', { headers: { Cookie: cookie } })).text, 'name')
  expect(Object.keys(hidden).some((name) => name.startsWith('$ACTION'))).toBe(true)
  const form = multipart({ ...hidden, name: 'Mallory' })
  const send = (headers: Record<string, string>) =>
    ask('/account', { method: 'POST', headers: { Cookie: cookie, ...form.headers, ...headers }, body: form.body })
  for (const headers of [{}, { Origin: 'null' }, { Origin: 'https://evil.example' }] as Record<string, string>[]) {
    const refused = await send(headers)
    expect(refused.status, JSON.stringify(headers)).toBe(403)
    expect(refused.text).toContain('Reference')
  }
  await page.goto('/account')
  await expect(page.getByLabel('Your name')).not.toHaveValue('Mallory')
  // The very same request from the site's own page is good: the refusals above were for where it came from.
  expect((await send({ Origin: origin })).status).toBe(200)
  await page.reload()
  await expect(page.getByLabel('Your name')).toHaveValue('Mallory')
  await expect(page.getByText(email)).toBeVisible()
})

test('a header for the framework’s own use opens nothing', async () => {
  for (const value of ['middleware', 'proxy:proxy:proxy:proxy:proxy', 'src/middleware', '1']) {
    const headers = { 'x-middleware-subrequest': value, 'x-middleware-rewrite': '/me', 'x-invoke-path': '/me' }
    const account = await ask('/account', { headers })
    expect([account.status, account.headers.location]).toEqual([307, '/sign-in?next=%2Faccount'])
    expect((await post('/ratings', {}, { ...headers, Origin: 'https://evil.example' })).status).toBe(403)
  }
})

test('parts of the framework that the site does not use are not there', async () => {
  const image = `/_next/image?url=${encodeURIComponent('/icon.svg')}&w=64&q=75`
  for (const path of [
    image,
    '/_next/image',
    '/_next/data/x/guides.json',
    '/_next/',
    '/api/auth/session',
    '/api/auth/signin',
  ])
    expect((await ask(path)).status, path).toBe(404)
  for (const path of [
    '/.env',
    '/data/guidepost.db',
    '/package.json',
    '/.git/config',
    '/_next/static/../../data/guidepost.db',
  ])
    expect([400, 404], path).toContain((await ask(path)).status)
})

test('the health check says that the site answers', async () => {
  const { status, headers, text } = await ask('/healthz')
  expect(status).toBe(200)
  expect(headers['content-type']).toContain('application/json')
  expect(headers['cache-control']).toContain('no-store')
  expect(JSON.parse(text)).toEqual({ status: 'ok' })
})
