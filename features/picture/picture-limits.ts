/** What a picture may be, in one place: the page says it, the upload insists on it, docs/security.md shows it. */
export const pictureLimits = {
  /** Of the file that is sent. */
  bytes: 10 * 1024 * 1024,
  pixels: 40_000_000,
  /** How many times longer than the other one a side may be. */
  ratio: 8,
} as const

/** The kinds of file that are taken, by their first bytes. */
export const pictureTypes = ['png', 'jpeg', 'webp', 'avif'] as const
export type PictureType = (typeof pictureTypes)[number]

/** For a file field: what its dialog offers. It decides nothing. */
export const acceptedFiles = 'image/png,image/jpeg,image/webp,image/avif'

const steps = [480, 960, 1440, 2000]
const widest = Math.max(...steps)

/** @returns the widths that are made of a picture, ascending: never wider than it is, and its own width up to 2,000. */
export function widthsOf(width: number): number[] {
  return [...steps.filter((step) => step < width), Math.min(width, widest)].filter(
    (step, index, all) => all.indexOf(step) === index,
  )
}

const tooLarge = 'This file is larger than 10 MB. Save it in a smaller size or quality.'

/** Why a file of this size is not taken, or null. */
export function sizeProblem(bytes: number): string | null {
  if (bytes === 0) return 'This file is empty.'
  return bytes > pictureLimits.bytes ? tooLarge : null
}

/** Beside every field for a text alternative. */
export const altAdvice =
  'For readers who cannot see it. Say in a sentence what somebody learns from the picture, as you would on the ' +
  'telephone: “A ladder of four rungs, Awareness to Expert”. Leave out “picture of”, and write out any words in it.'
