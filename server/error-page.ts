import { plainPage } from '#lib/plain-page.ts'

/** What each error says: a heading, and what to do about it. No jargon, no blame. */
const texts = {
  400: [
    'That address or request can’t be read',
    'Check the address for stray characters, or start again from the front page.',
  ],
  403: [
    'This form was sent from somewhere else',
    'For your safety, forms are accepted only from the pages of this site. Open the page here and send it again. ' +
      'If you did, check that your browser is allowed to say which site it comes from.',
  ],
  404: ['This page isn’t here', 'It may have moved, or the address may have a typing mistake.'],
  405: ['That can’t be done here', 'This page can be read, but nothing can be sent to it.'],
  408: ['That took too long', 'The request did not arrive in full. Try again.'],
  409: [
    'This page is from before an update',
    'The site was updated while you had it open, so this form no longer fits, and nothing was saved. Go back, load the page again, and send it once more.',
  ],
  413: [
    'That is too much at once',
    'What was sent is larger than this site accepts. Send less, for example a shorter text.',
  ],
  429: ['A little slower, please', 'That was tried too often in a short time. Wait a few minutes, then try again.'],
  431: ['That request carries too much', 'Clearing this site’s cookies in your browser usually helps.'],
  500: [
    'Something went wrong on our side',
    'It is not your doing, and it has been written down. Try again in a moment. If you get in touch about it, give the reference.',
  ],
} as const

export type ErrorStatus = keyof typeof texts

/** A whole page for an error, made without the framework, so that it works when nothing else does. */
export function errorPage(status: ErrorStatus, reference: string): string {
  const [heading, advice] = texts[status]
  return plainPage({
    kicker: `Error ${status}`,
    heading,
    advice,
    link: { href: '/', text: 'Go to the front page' },
    reference,
  })
}
