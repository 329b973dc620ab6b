import { eq } from 'drizzle-orm'
import { connect, databaseFile, read } from '#db/client.ts'
import { persons, users } from '#db/schema/index.ts'
import { expect, flagship, origin, test } from './fixtures.ts'
import { ask } from './http.ts'
import { assess, cookieHeader, mixedAnswers, signUp } from './paths.ts'

/** Everything that is kept about one person, and what no test changes, in a form that can be compared. */
function state(userId: string, personId: string): string {
  const raw = connect(databaseFile(), { readonly: true })
  try {
    const rows = (query: string, ...values: string[]) => raw.prepare(query).all(...values)
    return JSON.stringify({
      user: rows('select * from users where id = ?', userId),
      // When a session was last used is the one thing that reading may write.
      sessions: rows('select id, device, created_at, expires_at from sessions where user_id = ? order by id', userId),
      person: rows('select * from persons where id = ?', personId),
      ratings: rows('select * from ratings where person_id = ? order by id', personId),
      drafts: rows('select * from assessment_drafts where person_id = ? order by id', personId),
      answers: rows(
        'select a.* from draft_answers a join assessment_drafts d on d.id = a.draft_id where d.person_id = ? order by a.skill_id',
        personId,
      ),
      assessments: rows('select * from assessments where person_id = ? order by id', personId),
      taxonomy: rows(
        'select (select count(*) from skills), (select count(*) from roles), (select count(*) from role_skills), (select count(*) from skill_statements)',
      ),
    })
  } finally {
    raw.close()
  }
}

/** Where the links of a page lead on this site. */
function leadsTo(html: string): string[] {
  const links = [...html.matchAll(/\shref="([^"#]+)[^"]*"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
  return links.flatMap((link) => {
    const { origin: to, pathname, search } = new URL(link, origin)
    return to === origin && !pathname.startsWith('/_next/') ? [pathname + search] : []
  })
}

/** Some pages of each kind stand for all of them: two hundred skills are one page. */
function fewOfEach(most: number): (path: string) => boolean {
  const counts = new Map<string, number>()
  return (path) => {
    const { pathname, searchParams } = new URL(path, origin)
    const [, first = '', second, ...rest] = pathname.split('/')
    const kind = [first, second && first !== 'me' ? '*' : second, ...rest, ...searchParams.keys()].join('/')
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count > most
  }
}

test('reading changes nothing, wherever the links of a member lead', async ({ page }) => {
  const { email } = await signUp(page)
  await assess(page, 'backend-developer', mixedAnswers)
  await page.goto('/assess/frontend-developer?q=1')
  await page.locator('#level-2').check()
  await expect(page.getByRole('status')).toHaveText('Kept.')
  const cookie = await cookieHeader(page)
  const [user] = await read.select({ id: users.id }).from(users).where(eq(users.email, email))
  const [person] = await read
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.userId, user?.id ?? ''))
  if (!user || !person) throw new Error('The account has no person')

  const before = state(user.id, person.id)
  const open = ['/', '/me', '/account', '/sign-in', '/recover', '/ratings', '/theme', flagship]
  const seen = new Map<string, number>()
  const enough = fewOfEach(6)
  while (open.length > 0) {
    const path = open.pop() ?? '/'
    // Questions differ by their number only.
    if (seen.has(path) || /[?&]q=(?!1\b)/.test(path) || enough(path)) continue
    const answer = await ask(path, { headers: { Cookie: cookie } })
    seen.set(path, answer.status)
    // No page sets a cookie either: only forms do.
    expect(answer.headers['set-cookie'] ?? [], path).toEqual([])
    if (answer.status === 200 && answer.headers['content-type']?.startsWith('text/html'))
      open.push(...leadsTo(answer.text))
  }
  expect(seen.size).toBeGreaterThan(50)
  // No link of the site is broken; /ratings and /theme are for forms.
  const broken = [...seen].filter(([path, status]) => status >= 400 && path !== '/ratings' && path !== '/theme')
  expect(broken).toEqual([])
  expect(state(user.id, person.id)).toBe(before)
})
