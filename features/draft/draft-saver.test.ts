import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DraftSnapshot } from './autosave-answers.ts'
import { DraftSaver } from './draft-saver.ts'
import { type CopyStore, LocalCopies } from './local-copies.ts'
import type { DraftContent } from './same-content.ts'

const content = (body: string): DraftContent => ({
  ...{ slug: 's', kind: 'how-to', title: 'T', standfirst: '', description: '', author: '', reviewedOn: '' },
  ...{ roles: [], skill: null, explore: [], sources: [] },
  body,
})
const snapshot = (version: number, body: string): DraftSnapshot => ({
  ...{ version, content: content(body), savedAt: '2026-11-25T10:00:00Z', savedBy: 'Bo' },
})

function memory(room = Number.POSITIVE_INFINITY): CopyStore {
  const map = new Map<string, string>()
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      map.set(key, value)
    },
    removeItem: (key) => map.delete(key),
    key: (at) => [...map.keys()][at] ?? null,
    get length() {
      return map.size
    },
  }
}

function opened(store = memory()) {
  const copies = new LocalCopies(store, 'user', 'guide')
  const send = vi.fn<(body: { baseVersion: number; content: DraftContent }, leaving: boolean) => Promise<Response>>()
  let version = 1
  send.mockImplementation(async ({ baseVersion }) => {
    version = baseVersion + 1
    return Response.json({ version, savedAt: '2026-11-25T10:00:01Z' })
  })
  const saver = new DraftSaver({ tab: 'tab-a', snapshot: snapshot(1, 'a'), copies, send, changed: () => undefined })
  return { saver, send, copies, store }
}

const answer = (status: number, body: object) => async () => Response.json(body, { status })
const none = new Set<string>()

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('saving while typing', () => {
  it('waits for a pause, and sends once', async () => {
    const { saver, send, copies } = opened()
    for (const body of ['ab', 'abc', 'abcd']) {
      saver.change(content(body))
      await vi.advanceTimersByTimeAsync(300)
    }
    expect(saver.view.state.kind).toBe('unsaved')
    expect(copies.orphan(none)?.copy.content.body).toBe('abcd')
    await vi.advanceTimersByTimeAsync(800)
    expect(send).toHaveBeenCalledOnce()
    expect(send.mock.calls[0]?.[0]).toMatchObject({ baseVersion: 1, content: { body: 'abcd' } })
    expect(saver.view).toMatchObject({ state: { kind: 'saved' }, base: { version: 2 } })
    expect(copies.orphan(none)).toBeNull()
  })

  it('does not wait for ever when nobody pauses', async () => {
    const { saver, send } = opened()
    for (let count = 0; count < 20; count++) {
      saver.change(content('a'.repeat(count + 2)))
      await vi.advanceTimersByTimeAsync(400)
    }
    expect(send).toHaveBeenCalled()
  })

  it('sends what was typed during a save afterwards, from the new version', async () => {
    const { saver, send } = opened()
    let go: (response: Response) => void = () => undefined
    send.mockImplementationOnce(() => new Promise((resolve) => (go = resolve)))
    saver.change(content('ab'))
    await vi.advanceTimersByTimeAsync(800)
    saver.change(content('abc'))
    go(Response.json({ version: 2, savedAt: 'x' }))
    await vi.advanceTimersByTimeAsync(1600)
    expect(
      send.mock.calls.map(
        ([
          {
            baseVersion,
            content: { body },
          },
        ]) => [baseVersion, body],
      ),
    ).toEqual([
      [1, 'ab'],
      [2, 'abc'],
    ])
    expect(saver.view.state.kind).toBe('saved')
  })

  it('typing it back needs no save', async () => {
    const { saver, send, copies } = opened()
    saver.change(content('ab'))
    saver.change(content('a'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(send).not.toHaveBeenCalled()
    expect([saver.view.state.kind, copies.orphan(none)]).toEqual(['saved', null])
  })
})

describe('when it cannot be saved', () => {
  it('keeps it, says so, and tries again by itself when there is no connection', async () => {
    const { saver, send, copies } = opened()
    send.mockRejectedValueOnce(new TypeError('network')).mockRejectedValueOnce(new TypeError('network'))
    saver.change(content('ab'))
    await vi.advanceTimersByTimeAsync(800)
    expect(saver.view.state.kind).toBe('offline')
    saver.change(content('abc'))
    expect(copies.orphan(none)?.copy).toMatchObject({ base: { version: 1 }, content: { body: 'abc' } })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(saver.view).toMatchObject({ state: { kind: 'saved' }, base: { content: { body: 'abc' } } })
  })

  it('says that the session is over, and saves after a new sign-in', async () => {
    const { saver, send } = opened()
    send.mockImplementationOnce(answer(401, { message: 'You are signed out.' }))
    saver.change(content('ab'))
    await vi.advanceTimersByTimeAsync(800)
    expect(saver.view.state).toEqual({ kind: 'signed-out', message: 'You are signed out.' })
    await saver.retry()
    expect(saver.view.state.kind).toBe('saved')
  })

  it('says why when the site refuses, and does not ask again until something changes', async () => {
    const { saver, send } = opened()
    send.mockImplementationOnce(answer(400, { message: 'Another guide has this address.' }))
    saver.change(content('ab'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(send).toHaveBeenCalledOnce()
    expect(saver.view.state).toEqual({ kind: 'refused', message: 'Another guide has this address.' })
    await expect(saver.flush()).resolves.toBe(2)
  })

  it('stops at a conflict, and goes on from theirs with what came of it', async () => {
    const { saver, send } = opened()
    const current = snapshot(5, 'theirs')
    send.mockImplementationOnce(answer(409, { message: 'Bo saved.', current }))
    saver.change(content('mine'))
    await vi.advanceTimersByTimeAsync(800)
    saver.change(content('mine, more'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(send).toHaveBeenCalledOnce()
    expect(saver.view.state).toEqual({ kind: 'conflict', current })
    await expect(saver.flush()).rejects.toThrow()
    saver.resolve(current, content('both'))
    await vi.advanceTimersByTimeAsync(1)
    expect(send.mock.calls[1]?.[0]).toMatchObject({ baseVersion: 5, content: { body: 'both' } })
    expect(saver.view.base.version).toBe(6)
  })

  it('says when the browser has no room for a copy', () => {
    const { saver } = opened(memory(10))
    saver.change(content('ab'))
    expect(saver.view.keptHere).toBe(false)
  })
})

describe('leaving', () => {
  it('sends the last words at once, and keeps the copy for the next visit', async () => {
    const { saver, send, copies } = opened()
    saver.change(content('ab'))
    saver.leave()
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ baseVersion: 1 }), true)
    expect(copies.orphan(none)?.copy.content.body).toBe('ab')
  })

  it('a copy is offered unless its window is still open, and to nobody else', () => {
    const { saver, store } = opened()
    saver.change(content('ab'))
    expect(new LocalCopies(store, 'user', 'guide').orphan(new Set(['tab-a']))).toBeNull()
    expect(new LocalCopies(store, 'other', 'guide').orphan(none)).toBeNull()
    expect(new LocalCopies(store, 'user', 'guide-2').orphan(none)).toBeNull()
    expect(new LocalCopies(store, 'user', 'guide').orphan(none)).toMatchObject({ tab: 'tab-a' })
  })

  it('what is no copy of ours is left alone', () => {
    const store = memory()
    store.setItem('guidepost.copy.user.guide.x', '{"content":')
    store.setItem('guidepost.copy.user.guide.y', '{"content":1}')
    expect(new LocalCopies(store, 'user', 'guide').orphan(none)).toBeNull()
  })
})
