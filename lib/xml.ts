const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way at all to write them
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A text as it stands in XML, in an attribute too. What XML cannot hold is left out. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)

/** An element with a text in it, on a line of its own. */
export const xmlLine = (name: string, text: string, indent = ''): string =>
  `${indent}<${name}>${xmlText(text)}</${name}>\n`
