'use client'

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { DraftSnapshot, PresenceAnswer } from './autosave-answers.ts'
import { DraftSaver } from './draft-saver.ts'
import { LocalCopies } from './local-copies.ts'
import { presenceEvery } from './presence-interval.ts'
import { type DraftContent, sameContent } from './same-content.ts'

interface DraftOptions {
  guideId: string
  userId: string
  /** As the page was made. */
  snapshot: DraftSnapshot
  /** The text was replaced from outside of its editor. */
  onReplaced(content: DraftContent): void
}

const lockOf = (tab: string): string => `guidepost.tab.${tab}`

/** Everything behind the page of one working copy: saving, keeping, what was left behind, and who else is there. */
export function useDraft({ guideId, userId, snapshot, onReplaced }: DraftOptions) {
  const [tab] = useState(() => crypto.randomUUID())
  const [copies] = useState(() => new LocalCopies(localStorage, userId, guideId))
  const listeners = useRef(new Set<() => void>())
  const [saver] = useState(
    () =>
      new DraftSaver({
        tab,
        snapshot,
        copies,
        send: (body, leaving) =>
          fetch(`/admin/guides/${guideId}/draft`, {
            method: 'PUT',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
            keepalive: leaving,
          }),
        changed: () => {
          for (const listener of listeners.current) listener()
        },
      }),
  )
  const subscribe = useCallback((listener: () => void) => {
    listeners.current.add(listener)
    return () => listeners.current.delete(listener)
  }, [])
  const view = useSyncExternalStore(subscribe, () => saver.view)
  const [content, setContent] = useState(snapshot.content)
  /** When the copy was made that was brought back, ISO; null when there was none. */
  const [broughtBack, setBroughtBack] = useState<string | null>(null)

  const change = useCallback(
    (part: Partial<DraftContent>) => {
      const next = { ...saver.content, ...part }
      saver.change(next)
      setContent(next)
    },
    [saver],
  )
  const replace = useCallback(
    (next: DraftContent) => {
      setContent(next)
      onReplaced(next)
    },
    [onReplaced],
  )

  useEffect(() => {
    let over = false
    const adopt = async () => {
      const open = await openTabs(tab)
      const found = copies.orphan(open)
      if (over || !found) return
      copies.drop(found.tab)
      if (sameContent(found.copy.content, saver.content)) return
      setBroughtBack(found.copy.at)
      replace(found.copy.content)
      saver.resolve(found.copy.base, found.copy.content)
    }
    void adopt()
    return () => {
      over = true
    }
  }, [copies, replace, saver, tab])

  useEffect(() => {
    const online = () => void saver.retry()
    const leave = () => saver.leave()
    const warn = (event: BeforeUnloadEvent) => {
      // What this browser keeps comes back by itself; only what it cannot keep is worth a question.
      if (!saver.view.keptHere && saver.view.state.kind !== 'saved') event.preventDefault()
    }
    addEventListener('online', online)
    addEventListener('focus', online)
    addEventListener('pagehide', leave)
    addEventListener('beforeunload', warn)
    return () => {
      removeEventListener('online', online)
      removeEventListener('focus', online)
      removeEventListener('pagehide', leave)
      removeEventListener('beforeunload', warn)
    }
  }, [saver])

  const { others, remoteVersion } = usePresence(guideId, tab)
  return {
    view,
    content,
    change,
    others,
    broughtBack,
    /** The site has a newer version than this page, which has nothing unsaved. */
    outdated: view.state.kind === 'saved' && remoteVersion > view.base.version,
    flush: () => saver.flush(),
    retry: () => saver.retry(),
    /** Goes on from what somebody else saved, with what was made of the two. */
    resolve: (current: DraftSnapshot, next: DraftContent) => {
      replace(next)
      saver.resolve(current, next)
    },
    /** Takes over what the site has now. */
    reload: async () => {
      const response = await fetch(`/admin/guides/${guideId}/draft`)
      if (!response.ok) return
      const now = (await response.json()) as DraftSnapshot
      saver.load(now)
      replace(now.content)
    },
    /** Gives up what was brought back: what the site had when the page was made. */
    throwAway: () => {
      setBroughtBack(null)
      change(snapshot.content)
      replace(snapshot.content)
    },
  }
}

/** The other windows of this browser that are open: each holds a lock for as long as it lives. */
async function openTabs(own: string): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set()
  void navigator.locks.request(lockOf(own), () => new Promise(() => undefined))
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => name?.slice(lockOf('').length) ?? []).filter((tab) => tab !== own))
}

function usePresence(guideId: string, tab: string) {
  const [answer, setAnswer] = useState<PresenceAnswer>({ others: [], version: 0 })
  useEffect(() => {
    const address = `/admin/guides/${guideId}/presence`
    const say = async () => {
      try {
        const response = await fetch(address, { method: 'POST', body: JSON.stringify({ tab }) })
        if (response.ok) setAnswer((await response.json()) as PresenceAnswer)
      } catch {
        // No connection: the line about saving says so already.
      }
    }
    const leave = () => navigator.sendBeacon(address, JSON.stringify({ tab, leaving: true }))
    void say()
    const timer = setInterval(() => void say(), presenceEvery)
    addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [guideId, tab])
  return { others: answer.others, remoteVersion: answer.version }
}
