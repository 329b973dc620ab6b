import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import { noSuchField } from './content-schema.ts'

export interface ContentProblem {
  file: string
  line: number
  /** `levels.working.0`; empty where the whole file is meant. */
  field: string
  message: string
  severity: 'error' | 'warning'
}

/** The lines on which the parts of a YAML text stand. */
export type Lines = (path: readonly PropertyKey[]) => number

export interface ReadYaml<Value> {
  value: Value | null
  lineOf: Lines
  problems: ContentProblem[]
}

/**
 * Reads YAML by a schema; every fault gets the line of the value it is about.
 * @param offset lines of the file above the first one of the YAML
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
  offset = 0,
): ReadYaml<z.output<Schema>> {
  const counter = new LineCounter()
  const document = parseDocument(text, { schema: 'core', lineCounter: counter, prettyErrors: false, version: '1.2' })
  const lineAt = (at: number) => counter.linePos(at).line + offset
  const lineOf: Lines = (path) => lineAt(positionOf(document, path))
  const problem = (line: number, field: string, message: string): ContentProblem => ({
    file,
    line,
    field,
    message,
    severity: 'error',
  })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    const problems = faults.map(({ pos, message }) => problem(lineAt(pos[0]), '', yamlMessage(message)))
    return { value: null, lineOf, problems }
  }
  let raw: unknown
  try {
    raw = document.toJS({ maxAliasCount: 10 })
  } catch {
    return { value: null, lineOf, problems: [problem(1 + offset, '', 'Write this without YAML anchors and aliases.')] }
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { value: parsed.data, lineOf, problems: [] }
  const problems = parsed.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      const message =
        issue.path.length === 0 && issue.code === 'invalid_type' ? 'This file is empty or no map.' : issue.message
      return [problem(lineOf(issue.path), issue.path.join('.'), message)]
    }
    return issue.keys.map((key) => {
      const path = [...issue.path, key]
      return problem(lineOf(path), path.join('.'), noSuchField)
    })
  })
  return { value: null, lineOf, problems }
}

function yamlMessage(message: string): string {
  if (/nested mappings|Implicit keys|compact mapping/i.test(message)) {
    return 'A text with ": " in it must stand in quotes.'
  }
  return `This is no YAML: ${message.replace(/\.?$/, '.')}`
}

/** The offset of a value, or of the deepest part of its path that exists. */
function positionOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let at = startOf(node) ?? 0
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
      if (!pair) break
      at = startOf(pair.key) ?? at
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(part)]
      at = startOf(node) ?? at
    } else {
      break
    }
  }
  return at
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}
