import { type GuideBody, tooSlow, unreadable } from './guide-body.ts'
import type { GuideInput } from './guide-input.ts'
import { GuideConflict } from './guide-writes.ts'
import { error, type Known, type LintIssue } from './lint-issue.ts'
import { inThread } from './reading-threads.ts'

/*
 * What editors send is read here, in a thread: some texts take the parser or the linter minutes, and the site answers
 * others meanwhile. What readers see was read once like this, and is parsed where it is shown.
 */

/** Too many texts wait to be read. It passes by itself. */
export class ReadingBusy extends GuideConflict {
  constructor() {
    super('The site is busy reading other texts. Try again in a minute: nothing you typed is lost.')
  }
}

/**
 * parseBody, in a thread. A text that takes too long is one with a problem, like any other that cannot be read.
 * @throws ReadingBusy
 */
export async function parseApart(markdown: string, milliseconds?: number): Promise<GuideBody> {
  const read = await inThread({ markdown }, milliseconds)
  if (read.status === 'busy') throw new ReadingBusy()
  return read.status === 'late' ? unreadable(1, tooSlow) : read.answer
}

/**
 * lintGuide, in a thread.
 * @throws ReadingBusy
 */
export async function lintApart(
  { front, body }: Pick<GuideInput, 'front' | 'body'>,
  known: Known,
  milliseconds?: number,
): Promise<LintIssue[]> {
  const read = await inThread({ guide: { front, body }, known }, milliseconds)
  if (read.status === 'busy') throw new ReadingBusy()
  return read.status === 'late' ? [error('syntax', 1, tooSlow)] : read.answer
}
