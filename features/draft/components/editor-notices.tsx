'use client'

import { Moment } from '#components/ui/moment.tsx'

interface EditorNoticesProps {
  /** When the copy was made that was brought back, ISO. */
  broughtBack: string | null
  throwAway(): void
  /** The site has a newer version than this page. */
  outdated: boolean
  reload(): void
  archived: boolean
}

const button = 'text-accent underline underline-offset-4'

/** What an editor should know before typing on. */
export function EditorNotices({ broughtBack, throwAway, outdated, reload, archived }: EditorNoticesProps) {
  if (!broughtBack && !outdated && !archived) return null
  return (
    <div role="status" className="mb-6 grid gap-2 rounded-medium bg-mark-wash px-4 py-3">
      {archived && <p>This guide is archived. Bring it back to go on with it: what you type here is not kept.</p>}
      {broughtBack && (
        <p>
          Brought back what was not saved yet, from <Moment at={broughtBack} withTime />.{' '}
          <button type="button" onClick={throwAway} className={button}>
            Throw it away
          </button>
        </p>
      )}
      {outdated && (
        <p>
          Somebody saved a newer version.{' '}
          <button type="button" onClick={reload} className={button}>
            Show it
          </button>{' '}
          If you type on instead, you will see both side by side.
        </p>
      )}
    </div>
  )
}
