import { randomUUID } from 'node:crypto'
import { expect, type Page } from './fixtures.ts'

export interface Account {
  name: string
  email: string
  password: string
}

/** An account that nobody has yet. */
export const newAccount = (): Account => ({
  name: 'Ada Example',
  email: `ada.${randomUUID()}@example.org`,
  password: 'seven grey herons wade',
})

export async function fillSignUp(page: Page, { name, email, password }: Account): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
}

/** Makes an account and lands on the profile, signed in. */
export async function signUp(page: Page, account = newAccount()): Promise<Account> {
  await page.goto('/sign-up')
  await fillSignUp(page, account)
  await page.getByRole('button', { name: 'Make an account' }).click()
  await page.waitForURL('/me')
  return account
}

export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('/me')
}

export type Answer = 0 | 1 | 2 | 3 | 4 | 'unsure'

/** Answers for the eleven skills of the backend developer that come to 17.5 of 25 points. */
export const mixedAnswers: readonly Answer[] = [2, 2, 1, 2, 3, 1, 'unsure', 3, 2, 2, 0]

/**
 * Answers every question of a role's assessment, from its first page on, and stops at the review.
 * @param answers one for each, or the same for all
 */
export async function answerAll(page: Page, role: string, answers: readonly Answer[] | Answer): Promise<void> {
  await page.goto(`/assess/${role}`)
  await page.getByRole('link', { name: 'Start', exact: true }).click()
  const heading = page.getByRole('heading', { level: 1, name: /^Skill \d+ of \d+:/ })
  const count = Number(/of (\d+)/.exec((await heading.textContent()) ?? '')?.[1])
  if (Array.isArray(answers)) expect(count).toBe(answers.length)
  for (let number = 1; number <= count; number++) {
    await page.waitForURL(`/assess/${role}?q=${number}`)
    await page.getByRole('heading', { level: 1, name: `Skill ${number} of ${count}:` }).waitFor()
    await page.locator(`#level-${Array.isArray(answers) ? answers[number - 1] : answers}`).check()
    await page.getByRole('button', { name: number === count ? 'Review your answers' : 'Next skill' }).click()
  }
  await page.waitForURL(`/assess/${role}/review`)
}

/** Ends an assessment that is at its review. @returns the path of the result */
export async function finish(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Show my result' }).click()
  await page.waitForURL(/\/results\/[\w-]+$/)
  return new URL(page.url()).pathname
}

/** Takes a whole assessment. @returns the path of the result */
export async function assess(page: Page, role: string, answers: readonly Answer[] | Answer): Promise<string> {
  await answerAll(page, role, answers)
  return finish(page)
}

/** The one recovery code that a page shows to a guest. */
export async function recoveryCode(page: Page): Promise<string> {
  const code = (await page.getByRole('region', { name: 'Keep what you did' }).locator('strong').textContent()) ?? ''
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  return code
}

/** What a form of an application answered when it refused. */
export const formMessage = (page: Page) => page.locator('form').getByRole('alert')

/** The Cookie header of a browser. */
export async function cookieHeader(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
}
