import { parentPort } from 'node:worker_threads'
import { type GuideBody, parseBody } from './guide-body.ts'
import type { GuideInput } from './guide-input.ts'
import { lintGuide } from './guide-lint.ts'
import type { Known, LintIssue } from './lint-issue.ts'

/** What the thread is asked: to parse a body, or to look for what is wrong with a guide. */
export interface ParseJob {
  markdown: string
}
export interface LintJob {
  guide: Pick<GuideInput, 'front' | 'body'>
  known: Known
}
export type Answer<Job> = Job extends ParseJob ? GuideBody : LintIssue[]

// Started by reading-threads.ts. One message in, one out, in order.
parentPort?.on('message', (job: ParseJob | LintJob) => {
  parentPort?.postMessage('markdown' in job ? parseBody(job.markdown) : lintGuide(job.guide, job.known))
})
parentPort?.postMessage('ready')
