import { parse } from 'yaml'

/*
 * Writes YAML the way a person would: keys in the order they come in, a text in quotes only where it must be, one line a
 * text unless it has lines of its own. What it writes is read back as the very same value; the same value is always
 * written the same way.
 */

export type Yaml = string | number | boolean | Yaml[] | Flow | YamlMap
/** A field without a value is left out. */
export interface YamlMap {
  [key: string]: Yaml | undefined
}

/** What stands on one line: `[a, b]` or `{ a: b }`. */
class Flow {
  readonly value: string[] | Record<string, string>
  constructor(value: string[] | Record<string, string>) {
    this.value = value
  }
}

export const flow = (value: string[] | Record<string, string>): Flow => new Flow(value)

/** @returns the map as the text of a file or of a front matter, with a line break at its end; empty for an empty map. */
export function writeYaml(map: YamlMap): string {
  return mapLines(map)
    .map((line) => `${line}\n`)
    .join('')
}

function mapLines(map: YamlMap): string[] {
  return Object.entries(map).flatMap(([key, value]) => {
    if (value === undefined) return []
    const [first = '', ...rest] = valueLines(value)
    return [first === '' ? `${key}:` : `${key}: ${first}`, ...rest]
  })
}

/** The lines of a value below a key: the first is what stands beside it. */
function valueLines(value: Yaml): string[] {
  if (typeof value === 'string') return textLines(value)
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (value instanceof Flow) return [flowLine(value)]
  if (Array.isArray(value)) {
    if (value.length === 0) return ['[]']
    return ['', ...value.flatMap((item) => itemLines(item).map((line) => indented(line)))]
  }
  const lines = mapLines(value)
  return lines.length === 0 ? ['{}'] : ['', ...lines.map(indented)]
}

function itemLines(item: Yaml): string[] {
  const plain = typeof item === 'object' && !(item instanceof Flow) && !Array.isArray(item)
  const lines = plain ? mapLines(item) : valueLines(item)
  return lines.map((line, index) => (index === 0 ? `- ${line}` : indented(line)))
}

const indented = (line: string): string => (line === '' ? '' : `  ${line}`)

function flowLine({ value }: Flow): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  const pairs = Object.entries(value).map(([key, text]) => `${key}: ${flowText(text)}`)
  return `{ ${pairs.join(', ')} }`
}

const flowText = (text: string): string => (/^[a-z][a-z0-9-]*$/.test(text) && readsAs(text, text) ? text : quoted(text))

function textLines(text: string): string[] {
  const lines = text.split('\n')
  if (lines.length === 1) return [readsAs(text, text) ? text : quoted(text)]
  const block = ['|-', ...lines.map(indented)]
  return readsAs(block.join('\n'), text) ? block : [quoted(text)]
}

/** Whether YAML reads what would be written as the text that is meant: the reader itself is asked. */
function readsAs(written: string, text: string): boolean {
  if (text !== text.trim() || /[^\n\P{C}]|[\u2028\u2029]/u.test(text)) return false
  try {
    const inMap = parse(`key: ${written}\n`, options) as { key?: unknown } | null
    const inList = parse(`- ${written}\n`, options) as unknown[] | null
    return inMap?.key === text && Object.keys(inMap).length === 1 && inList?.length === 1 && inList[0] === text
  } catch {
    // No YAML at all: it needs quotes.
    return false
  }
}

const options = { schema: 'core', version: '1.2', logLevel: 'error' } as const

/** JSON is YAML; what is invisible is written so that it can be seen. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[^\P{C}]|[\u2028\u2029]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )
