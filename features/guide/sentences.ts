/** A text, and the line on which it stands. */
export interface Line {
  line: number
  text: string
}

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** @returns the sentences of a text as one line each, with the lines on which they begin. */
export function sentencesOf({ line, text }: Line): Line[] {
  return [...sentences.segment(text.replaceAll('\n', ' '))].map(({ segment, index }) => ({
    line: line + text.slice(0, index).split('\n').length - 1,
    text: segment.trim(),
  }))
}
