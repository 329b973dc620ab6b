import { quoted } from '#lib/quotation.ts'
import { feedbackBoxId } from '../feedback-page.ts'
import type { Section } from '../guide-sections.ts'

interface SectionFeedbackProps {
  /** The slug of the guide. */
  guide: string
  section: Section
}

const answer =
  'inline-flex min-h-11 min-w-11 items-center justify-center font-semibold text-accent underline-offset-4 hover:underline'

/**
 * The line after a section that asks whether it was useful. Without script a small page says thank you; the script puts
 * what that page asks next in the place of this form.
 */
export function SectionFeedback({ guide, section }: SectionFeedbackProps) {
  return (
    <fieldset
      data-useful
      tabIndex={-1}
      aria-label={`Was ${quoted(section.heading)} useful?`}
      className="no-print flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 text-small text-ink-soft"
    >
      <div id={feedbackBoxId(section.id)}>
        <form method="post" action="/feedback" className="flex flex-wrap items-center gap-x-1">
          <input type="hidden" name="returnTo" value={`/guides/${guide}#${section.id}`} />
          Was this useful?
          <button type="submit" name="useful" value="yes" className={answer}>
            Yes
          </button>
          <button type="submit" name="useful" value="no" className={answer}>
            No
          </button>
        </form>
      </div>
      <span role="status" />
    </fieldset>
  )
}
