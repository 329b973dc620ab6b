// React writes `<` in text and attributes as an entity, so a `<` in its output is always markup: a scan for a few
// openings is a complete reading. Scripts and styles are the only places with raw text, and they are taken whole.
const opening = /<(?:!--|script(?=[\s/>])|style(?=[\s/>])|link(?=[\s/>]))/gi

/** The only scripts a document keeps: our own module and data for search engines. */
function isOurs(tag: string): boolean {
  return /\ssrc="\/enhance\.js(?:\?[^"]*)?"/.test(tag) || /\stype="application\/ld\+json"/.test(tag)
}

// Preloads of scripts, and React's render blocking on a marker that its own script would use.
function isForScripts(tag: string): boolean {
  return /\srel="(?:modulepreload|expect)"/i.test(tag) || (/\srel="preload"/i.test(tag) && /\sas="script"/i.test(tag))
}

/** Drops the framework's scripts, their preloads and React's comments from a rendered page; every other byte stays. */
export function stripFramework(html: string): string {
  let out = ''
  let kept = 0
  opening.lastIndex = 0
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const start = match.index
    const [end, drop] = element(html, start, match[0].toLowerCase())
    if (drop) {
      out += html.slice(kept, start)
      kept = end
    }
    opening.lastIndex = end
  }
  return out + html.slice(kept)
}

// Where the piece that opens at `start` ends, and whether it goes.
function element(html: string, start: number, open: string): [end: number, drop: boolean] {
  if (open === '<!--') return [after(html, '-->', start + 4), true]
  const tagEnd = endOfTag(html, start)
  const tag = html.slice(start, tagEnd)
  if (open === '<link') return [tagEnd, isForScripts(tag)]
  if (open === '<style') return [after(html, '</style>', tagEnd), false]
  return [after(html, '</script>', tagEnd), !isOurs(tag)]
}

function after(html: string, text: string, from: number): number {
  const at = html.indexOf(text, from)
  return at < 0 ? html.length : at + text.length
}

// A `>` inside a quoted attribute does not close the tag.
function endOfTag(html: string, start: number): number {
  let quote = ''
  for (let at = start; at < html.length; at++) {
    const char = html.charAt(at)
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at + 1
  }
  return html.length
}

/**
 * What keeps a page from being whole without scripts, or undefined.
 * React marks a boundary that failed on the server with `$!` and one that was sent late with `$?`; Next leaves an empty
 * shell where a page threw. Each would have been finished by a script that a document does not have.
 */
export function incomplete(html: string): 'failed' | 'late' | undefined {
  if (html.includes('<!--$!-->') || html.includes('<html id="__next_error__"')) return 'failed'
  if (html.includes('<!--$?-->') || html.includes('<!--$~-->')) return 'late'
  return undefined
}
