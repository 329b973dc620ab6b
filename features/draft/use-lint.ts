'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { LintIssue } from '#features/guide/lint-issue.ts'
import { type KnownWire, mergedWire } from './known-wire.ts'
import type { LintJob, LintResult } from './lint-job.ts'
import { LintLoop } from './lint-loop.ts'
import { lintRunner } from './lint-runner.ts'
import type { DraftContent } from './same-content.ts'

export interface Lint {
  issues: LintIssue[]
  words: number
  minutes: number
  /** Whether the text has changed since, or something that it names is still being asked for. */
  pending: boolean
  /** Asks anew for everything that the text names: a skill was made on the spot, or a picture uploaded. */
  recheck(): void
}

const start = { issues: [], words: 0, minutes: 1, unasked: [] } satisfies LintResult

/**
 * What is wrong with a working copy, while it is typed.
 * @param known what the page was made with; what else the text comes to name is asked from the server
 */
export function useLint(content: DraftContent, known: KnownWire): Lint {
  const [result, setResult] = useState<LintResult>(start)
  const [pending, setPending] = useState(true)
  const loop = useRef<LintLoop | null>(null)
  const latest = useRef({ content, known })

  useEffect(() => {
    latest.current = { content, known: latest.current.known }
    loop.current?.change(content)
  }, [content])

  useEffect(() => {
    const runner = lintRunner(
      () => new Worker(new URL('./lint-worker.ts', import.meta.url), { type: 'module' }),
      lintWhenIdle,
    )
    loop.current = new LintLoop({ known: latest.current.known, runner, ask, show: setResult, wait: setPending })
    loop.current.change(latest.current.content, 0)
    return () => {
      loop.current?.stop()
      loop.current = null
    }
  }, [])

  const recheck = useCallback(() => loop.current?.recheck(), [])
  const { issues, words, minutes } = result
  return { issues, words, minutes, pending, recheck }
}

/** As many references as fit into one address without being too long for anybody on the way. */
const askedAtOnce = 60

async function ask(references: readonly string[]): Promise<KnownWire | null> {
  const answers: KnownWire[] = []
  for (let at = 0; at < references.length; at += askedAtOnce) {
    const query = new URLSearchParams(references.slice(at, at + askedAtOnce).map((each) => ['refs', each]))
    const response = await fetch(`/admin/guides/known?${query}`)
    if (!response.ok) return null
    answers.push((await response.json()) as KnownWire)
  }
  return answers.reduce(mergedWire)
}

async function lintWhenIdle(job: LintJob): Promise<LintResult> {
  const { lintJob } = await import('./lint-job.ts')
  await new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 2000 })
    else setTimeout(resolve, 200)
  })
  return lintJob(job)
}
