import type { DraftContent } from './draft-content.ts'
import { passageChanges } from './passage-changes.ts'

/*
 * Two people changed the same guide. Everything that only one of them changed is taken; where both did, somebody has to
 * choose. The text is taken passage by passage: a passage is what stands between empty lines, and a code block is one.
 */

export type Side = 'mine' | 'theirs' | 'both'

/** A stretch of the text. */
export type MergeRegion =
  | { kind: 'same'; passages: string[] }
  | {
      kind: 'changed'
      /** Who changed it; a conflict if both did, differently. */
      by: 'mine' | 'theirs' | 'conflict'
      base: string[]
      mine: string[]
      theirs: string[]
    }

export type FieldName = Exclude<keyof DraftContent, 'body'>

export interface FieldChange {
  field: FieldName
  by: 'mine' | 'theirs' | 'conflict'
}

export interface Merge {
  mine: DraftContent
  theirs: DraftContent
  fields: FieldChange[]
  regions: MergeRegion[]
}

/** What was chosen: for each changed region by its index, and for each field. Without a choice, whoever changed it. */
export interface MergeChoices {
  regions: Record<number, Side>
  fields: Partial<Record<FieldName, Exclude<Side, 'both'>>>
}

/**
 * @param base what both started from
 * @param mine what was about to be saved
 * @param theirs what somebody else saved first
 */
export function mergeContents(base: DraftContent, mine: DraftContent, theirs: DraftContent): Merge {
  const fields = fieldNames.flatMap((field): FieldChange[] => {
    const by = changedBy(base[field], mine[field], theirs[field])
    return by ? [{ field, by }] : []
  })
  return {
    mine,
    theirs,
    fields,
    regions: mergePassages(passages(base.body), passages(mine.body), passages(theirs.body)),
  }
}

/** Whether nobody has to choose anything. */
export const isClean = ({ fields, regions }: Merge): boolean =>
  fields.every(({ by }) => by !== 'conflict') &&
  regions.every((region) => region.kind === 'same' || region.by !== 'conflict')

/** The conflicts that nothing was chosen for yet. */
export function openChoices({ fields, regions }: Merge, choices: MergeChoices): number {
  const open = fields.filter(({ field, by }) => by === 'conflict' && !choices.fields[field]).length
  return (
    open +
    regions.filter((region, at) => region.kind === 'changed' && region.by === 'conflict' && !choices.regions[at]).length
  )
}

/** The content that comes of the choices. A conflict without one keeps what the person has typed. */
export function mergedContent(merge: Merge, choices: MergeChoices): DraftContent {
  const body = merge.regions.flatMap((region, at) => {
    if (region.kind === 'same') return region.passages
    const side = choices.regions[at] ?? (region.by === 'theirs' ? 'theirs' : 'mine')
    return side === 'both' ? [...region.theirs, ...region.mine] : region[side]
  })
  const merged = { ...merge.mine, body: joined(body) }
  for (const { field, by } of merge.fields) {
    const side = choices.fields[field] ?? (by === 'theirs' ? 'theirs' : 'mine')
    Object.assign(merged, { [field]: merge[side][field] })
  }
  return merged
}

const fieldNames: readonly FieldName[] = [
  'title',
  'standfirst',
  'slug',
  'kind',
  'author',
  'reviewedOn',
  'roles',
  'skill',
  'description',
  'explore',
  'sources',
]

function changedBy(base: unknown, mine: unknown, theirs: unknown): 'mine' | 'theirs' | 'conflict' | null {
  const [was, own, other] = [base, mine, theirs].map((value) => JSON.stringify(value))
  if (own === other) return null
  if (other === was) return 'mine'
  return own === was ? 'theirs' : 'conflict'
}

/** A text as its passages. Joined again it is the same but for the number of empty lines between them. */
export function passages(body: string): string[] {
  const found: string[] = []
  let lines: string[] = []
  let fence: string | null = null
  const end = () => {
    if (lines.length > 0) found.push(lines.join('\n'))
    lines = []
  }
  for (const line of body.replace(/\r\n?/g, '\n').split('\n')) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (marker) {
      if (fence === null) fence = marker
      else if (marker.startsWith(fence) && line.trim() === marker) fence = null
    }
    if (line.trim() === '' && fence === null) end()
    else lines.push(line)
  }
  end()
  return found
}

const joined = (all: readonly string[]): string => (all.length === 0 ? '' : `${all.join('\n\n')}\n`)

/** A change of one side: these passages of the base became those. */
interface Hunk {
  from: number
  to: number
  text: string[]
}

function hunksOf(base: string[], side: string[]): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let open: Hunk | null = null
  for (const { added, removed, value } of passageChanges(base, side)) {
    if (!added && !removed) {
      open = null
      at += value.length
      continue
    }
    if (!open) {
      open = { from: at, to: at, text: [] }
      hunks.push(open)
    }
    if (removed) {
      at += value.length
      open.to = at
    } else open.text.push(...value)
  }
  return hunks
}

function mergePassages(base: string[], mine: string[], theirs: string[]): MergeRegion[] {
  const sides = { mine: hunksOf(base, mine), theirs: hunksOf(base, theirs) }
  const regions: MergeRegion[] = []
  let at = 0
  const same = (to: number) => {
    if (to > at) regions.push({ kind: 'same', passages: base.slice(at, to) })
    at = Math.max(at, to)
  }
  for (const span of spansOf([...sides.mine, ...sides.theirs])) {
    same(span.from)
    const was = base.slice(span.from, span.to)
    const own = applied(base, sides.mine, span)
    const other = applied(base, sides.theirs, span)
    const by = changedBy(was, own, other)
    if (by) regions.push({ kind: 'changed', by, base: was, mine: own, theirs: other })
    else regions.push({ kind: 'same', passages: own })
    at = span.to
  }
  same(base.length)
  return regions
}

/** The stretches of the base that are changed, hunks that touch each other taken together. */
function spansOf(hunks: Hunk[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = []
  for (const { from, to } of hunks.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = spans.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else spans.push({ from, to })
  }
  return spans
}

/** What a side made of a stretch of the base. */
function applied(base: string[], hunks: Hunk[], span: { from: number; to: number }): string[] {
  const text: string[] = []
  let at = span.from
  for (const hunk of hunks.filter(({ from, to }) => from >= span.from && to <= span.to)) {
    text.push(...base.slice(at, hunk.from), ...hunk.text)
    at = hunk.to
  }
  return [...text, ...base.slice(at, span.to)]
}
