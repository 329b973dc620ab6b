import { escaped, plainPage } from '#lib/plain-page.ts'
import { commentLength, type Thanks } from './feedback-schema.ts'

/** The id of the line after a section. It may not be one that a heading can get by its words. */
export const feedbackBoxId = (section: string): string => `was-useful:${section}`

/** Where the page is that says thank you for an answer. */
export function thanksPath(thanks: Thanks): string {
  return `/feedback?${new URLSearchParams(thanks)}`
}

/**
 * The page after an answer. It stands alone, since a stranger's guide is one copy for everybody and cannot say thank you;
 * the documents' script takes the part with the section's id out of it and puts it after the section.
 */
export function thanksPage(thanks: Thanks): string {
  const place = `/guides/${thanks.guide}#${encodeURIComponent(thanks.section)}`
  return plainPage({
    heading: 'Thank you',
    advice: thanks.said
      ? 'The editors read every line, and yours is with them now.'
      : 'Answers like yours show the editors which sections work and which to write again.',
    extra: `<div id="${escaped(feedbackBoxId(thanks.section))}">${
      thanks.said ? 'The editors will read it.' : commentForm(thanks, place)
    }</div>`,
    link: { href: place, text: 'Back to the guide' },
  })
}

function commentForm({ useful, section }: Thanks, place: string): string {
  const question = useful === 'yes' ? 'Anything to add?' : 'What was missing?'
  const id = escaped(`comment:${section}`)
  return `<form method="post" action="/feedback" class="flex flex-wrap items-center gap-x-3 gap-y-1.5">
<input type="hidden" name="returnTo" value="${escaped(place)}"><input type="hidden" name="useful" value="${useful}">
<label for="${id}">${question}</label>
<input id="${id}" name="comment" maxlength="${commentLength}" required autocomplete="off" placeholder="One line, for the editors" class="min-h-11 w-64 max-w-3/4 rounded-medium border border-line-strong bg-raised px-2.5 text-ink placeholder:text-ink-soft">
<button class="min-h-11 font-semibold text-accent underline-offset-4 hover:underline">Send</button>
</form>`
}
