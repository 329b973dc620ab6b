import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { read } from '#db/client.ts'
import { guides } from '#db/schema/guide.ts'
import { testDatabase } from '#db/testing.ts'
import { inThread } from '#features/guide/reading-threads.ts'
import { saveWorkingCopy } from './autosave-writes.ts'
import { publishNow } from './publish-writes.ts'
import { begin, draftOf, editorsDesk, move, publishable } from './testing-writes.ts'

vi.mock('#features/guide/reading-threads.ts', () => ({ inThread: vi.fn() }))

afterAll(testDatabase())
beforeAll(editorsDesk)

test('a text that takes too long to read is saved, and not published', async () => {
  vi.mocked(inThread).mockResolvedValue({ status: 'late' })
  const id = await begin(publishable('slow'))
  const typed = { ...publishable('slow'), body: 'Typed for an hour.' }
  expect(await saveWorkingCopy(id, 1, typed, 'ann')).toEqual({ kind: 'saved', version: 2 })
  expect(await draftOf(id)).toMatchObject({ body: 'Typed for an hour.', version: 2 })
  expect((await draftOf(id)).errors).toBeGreaterThan(0)
  await expect(publishNow(await move(id), { note: '', tellings: null })).rejects.toThrow('takes too long to read')
  expect(await read.$count(guides)).toBe(1)
})

test('while too many texts are read, a save is one to try again', async () => {
  vi.mocked(inThread).mockResolvedValue({ status: 'busy' })
  const id = await begin(publishable('busy'))
  const outcome = await saveWorkingCopy(id, 1, { ...publishable('busy'), body: 'More.' }, 'ann')
  expect(outcome).toMatchObject({ kind: 'busy', message: expect.stringMatching(/Try again in a minute/) })
  expect((await draftOf(id)).version).toBe(1)
})
