import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { abilities, type StaffAbility } from '#features/account/permissions.ts'

/*
 * Read from the sources, so that nothing new is left out: what a browser can call on this site, and what stands before it.
 */

const sources = globSync('{app,components,features,lib}/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file))
const text = (file: string) => readFileSync(file, 'utf8')
const actionFiles = sources.filter((file) => /^['"]use server['"]/m.test(text(file)))

const isStaffAbility = (word: string | undefined): word is StaffAbility =>
  word !== undefined && Object.hasOwn(abilities, word) && 'roles' in abilities[word as StaffAbility]

/** The actions that are not for staff alone, each with what stands in the place of an ability. */
const others: Record<string, string> = {
  'account-actions.ts changeName': 'whose it is comes from the session',
  'account-actions.ts changePassword': 'whose it is comes from the session',
  'account-actions.ts endSession': 'whose it is comes from the session',
  'account-actions.ts endOtherSessions': 'whose it is comes from the session',
  'invitation-actions.ts takeRole': 'the token of an invitation, for the account of the session',
  'entry-actions.ts signUp': 'for anybody, limited',
  'entry-actions.ts signIn': 'a password, limited',
  'entry-actions.ts signOut': 'whose it is comes from the session',
  'entry-actions.ts recover': 'a recovery code, limited',
  'entry-actions.ts setUpFirstAdmin': 'the token of the first admin, limited',
  'entry-actions.ts join': 'the token of an invitation, limited',
  'assessment-actions.ts answerQuestion': 'whose it is comes from the session or the guest’s cookie',
  'assessment-actions.ts finish': 'whose it is comes from the session or the guest’s cookie',
  'assessment-actions.ts startAgain': 'whose it is comes from the session or the guest’s cookie',
  'notice-actions.ts gotIt': 'whose it is comes from the session or the guest’s cookie',
}

describe('a server action', () => {
  const found = actionFiles.flatMap((file) =>
    [...text(file).matchAll(/^export\b(.*)$/gm)].map(([line]) => ({ file, line })),
  )

  it('is found', () => expect(found.length).toBeGreaterThan(20))

  it('stands in a file of actions, whose first line says so', () => {
    for (const file of actionFiles) {
      expect(file).toMatch(/-actions\.ts$/)
      expect(text(file), file).toMatch(/^'use server'\n/)
    }
    // Inside of a function it would make an action where nobody looks for one.
    for (const file of sources) expect(text(file), file).not.toMatch(/^\s+['"]use server['"]/m)
  })

  it('is made with a door of the staff and one of their abilities, or is one of those that are not theirs', () => {
    const open: string[] = []
    for (const { file, line } of found) {
      const body = text(file)
      const [, name] = /^export (?:const|async function) (\w+)/.exec(line) ?? []
      expect(name, `${file}: ${line}`).toBeDefined()
      const made = new RegExp(`^export const ${name} = staff(?:Tree)?Action\\(\\s*'([\\w.]+)'`, 'm').exec(body)
      if (made) expect(isStaffAbility(made[1]), `${file}: ${line}`).toBe(true)
      else open.push(`${file.split('/').at(-1)} ${name}`)
    }
    expect(open.sort()).toEqual(Object.keys(others).sort())
  })
})

describe('the admin', () => {
  const inside = globSync('app/(applications)/admin/**/*.{ts,tsx}')

  it.each(inside.filter((file) => file.endsWith('/route.ts')))('%s answers through a door only', (file) => {
    const exported = [...text(file).matchAll(/^export\b.*$/gm)].map(([line]) => line)
    expect(exported.length).toBeGreaterThan(0)
    for (const line of exported) {
      const [, ability] = /^export const [A-Z]+ = staffHandler(?:<\w+>)?\('([\w.]+)'/.exec(line) ?? []
      expect(isStaffAbility(ability), line).toBe(true)
    }
  })

  it.each(inside.filter((file) => file.endsWith('/page.tsx')))('%s asks before it reads anything', (file) => {
    // Metadata made at request time is a second way in.
    const parts = text(file).split(/^export (?:default )?async function /m)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts.slice(1)) {
      // Only what the address says may be looked at first.
      const awaited = [...part.matchAll(/\bawait (\w+)(?:\('([\w.]+)')?/g)]
      const [, first, ability] = awaited.find(([, word]) => word !== 'params' && word !== 'searchParams') ?? []
      expect(first, part.split('\n', 1)[0]).toBe('requireStaff')
      expect(isStaffAbility(ability), part.split('\n', 1)[0]).toBe(true)
    }
  })

  it('has no layout that would read something for its pages', () => {
    expect(inside.filter((file) => /\/(layout|template|default)\.tsx?$/.test(file))).toEqual([])
  })
})
