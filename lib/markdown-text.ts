/** A text as it stands in Markdown, in one line: nothing in it is read as markup. */
export const mdText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#&]/g, (mark, at: number, whole: string) =>
      // Some mean something in a few places only.
      plainHere(mark, whole, at) ? mark : `\\${mark}`,
    )
    .replace(/^(?:[-+]|\d+[.)])(?=\s|$)/, (mark) => mark.replace(/.$/, (last) => `\\${last}`))

function plainHere(mark: string, text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? ''
  if (mark === '_') return /[\p{L}\d]/u.test(before) && /[\p{L}\d]/u.test(after)
  if (mark === '#') return at > 0
  if (mark === '&') return !/^&[#\w]+;/.test(text.slice(at))
  return false
}

/** A link. What would end its address early is written in its other spelling. */
export const mdLink = (text: string, url: string): string =>
  `[${mdText(text)}](${url.replace(/[()<>\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`)})`
