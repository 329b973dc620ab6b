import { aliasKey } from './taxonomy-schema.ts'

/**
 * The other names of a skill as an editor writes them: one on each line, or between commas. A name that has a comma itself
 * stands in quotation marks. What is there twice counts once.
 */
export function otherNamesIn(text: string): string[] {
  const written = text
    .split('\n')
    .flatMap((line) => [...line.matchAll(/\s*(?:["“]([^"”]*)["”]\s*(?=,|$)|([^,]+))/g)])
    .map(([, quoted, bare]) => (quoted ?? bare ?? '').trim())
    .filter((name) => name !== '')
  const names = new Map<string, string>()
  for (const name of written) if (!names.has(aliasKey(name))) names.set(aliasKey(name), name)
  return [...names.values()]
}

/** The same names for the field in which they are changed. */
export const otherNamesText = (names: readonly string[]): string =>
  names.map((name) => (name.includes(',') ? `"${name}"` : name)).join('\n')
