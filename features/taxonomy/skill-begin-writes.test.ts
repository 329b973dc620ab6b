import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { read, write } from '#db/client.ts'
import { auditLog } from '#db/schema/account.ts'
import { skillAliases, skills } from '#db/schema/taxonomy.ts'
import { testDatabase } from '#db/testing.ts'
import { createUser } from '#features/account/account-writes.ts'
import { beginSkill } from './skill-begin-writes.ts'
import { TaxonomyConflict } from './taxonomy-writes.ts'

afterAll(testDatabase())

test('a skill is begun once, unfinished, with its name as alias and a line in the log', async () => {
  const editor = await write((tx) =>
    createUser(tx, { email: 'e@example.org', name: 'E', passwordHash: 'x', role: 'editor' }, new Date()),
  )
  if (!editor) throw new Error('no editor')
  const begin = (name: string) =>
    write((tx) => beginSkill(tx, { name, kind: 'technical', definition: 'A definition.' }, editor))
  expect(await begin('C++')).toBe('c-plus-plus')
  expect(await begin('C')).toBe('c')
  const rows = await read.select().from(skills).where(eq(skills.slug, 'c-plus-plus'))
  expect(rows).toMatchObject([{ name: 'C++', unfinished: true, kind: 'technical' }])
  expect(await read.select({ key: skillAliases.key }).from(skillAliases)).toEqual([{ key: 'c' }, { key: 'c++' }])
  expect(await read.select({ event: auditLog.event, label: auditLog.label }).from(auditLog)).toEqual([
    { event: 'skill.begun', label: 'C++' },
    { event: 'skill.begun', label: 'C' },
  ])
  await expect(begin(' c++ '.trim())).rejects.toThrow(/already a skill for this: “C\+\+”/)
  await expect(begin('++')).resolves.toBe('plus-plus')
  await expect(begin('!')).rejects.toThrow(TaxonomyConflict)
})
