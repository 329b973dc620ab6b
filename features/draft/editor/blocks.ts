import type { Editor } from '@tiptap/core'
import type { Node as DocNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { freeSlug } from '#lib/slug.ts'
import type { BlockAttributes } from './block-nodes.ts'

export const blockKinds = ['skill', 'step', 'cv-lines', 'summary', 'question'] as const
export type BlockKind = (typeof blockKinds)[number]

export const blockNames: Record<BlockKind | 'related', string> = {
  skill: 'Skill',
  step: 'Step',
  'cv-lines': 'CV lines',
  summary: 'Summary',
  question: 'Question',
  related: 'Related guide',
}

export const isBlockKind = (name: string): name is BlockKind => (blockKinds as readonly string[]).includes(name)

/** What the small form of a block holds; a block has only some of it. */
export interface BlockValues {
  heading: string
  /** Of a skill block, and of a question: the skill that it is about. */
  ref: string
  skills: string[]
  hours: string
  done: string
  reaches: string
}

export const noValues: BlockValues = { heading: '', ref: '', skills: [], hours: '', done: '', reaches: '' }

export function valuesOf(block: DocNode): BlockValues {
  const read = new Map(block.attrs.attributes as BlockAttributes)
  const skills = (read.get('skills') ?? '').split(',').map((slug) => slug.trim())
  return {
    heading: block.firstChild?.textContent ?? '',
    ref: read.get('ref') ?? '',
    skills: skills.filter((slug) => slug !== ''),
    hours: read.get('hours') ?? '',
    done: read.get('done') ?? '',
    reaches: read.get('reaches') ?? '',
  }
}

const written: Record<BlockKind, readonly (keyof BlockValues)[]> = {
  skill: ['ref'],
  step: ['skills', 'hours', 'done', 'reaches'],
  'cv-lines': ['skills'],
  summary: ['skills'],
  question: ['ref'],
}

/**
 * The braces after the form: in the order that they had, with what the form does not know left alone. An id that is
 * there stays, as the progress of readers hangs on it.
 * @param taken the ids of the other blocks
 */
export function attributesOf(
  kind: BlockKind,
  values: BlockValues,
  before: BlockAttributes,
  taken: ReadonlySet<string>,
): BlockAttributes {
  const after = new Map(before)
  const wantsId = kind !== 'skill' && kind !== 'question'
  if (wantsId && !after.get('id')) {
    // The id comes first where there is none yet.
    const rest = [...after]
    after.clear()
    after.set('id', freeSlug(values.heading || blockNames[kind], taken, kind))
    for (const [name, value] of rest) if (name !== 'id') after.set(name, value)
  }
  for (const name of written[kind]) {
    const value = name === 'skills' ? values.skills.join(',') : String(values[name])
    if (name === 'reaches' && value === '') after.delete(name)
    else after.set(name, value.trim())
  }
  return [...after]
}

export function idsIn(doc: DocNode): Set<string> {
  const ids = new Set<string>()
  doc.descendants((node) => {
    if (node.type.name !== 'directive') return !node.isTextblock
    const id = new Map(node.attrs.attributes as BlockAttributes).get('id')
    if (id) ids.add(id)
    return true
  })
  return ids
}

/** Puts a new block after the one with the cursor, as blocks do not stand in each other; an empty line makes room. */
export function insertBlock({ state, view }: Editor, kind: BlockKind, values: BlockValues): void {
  const { schema, doc, selection, tr } = state
  const node = schema.node('directive', { name: kind, attributes: attributesOf(kind, values, [], idsIn(doc)) }, [
    schema.node('directiveLabel', null, values.heading.trim() ? schema.text(values.heading.trim()) : []),
    kind === 'cv-lines'
      ? schema.node('bulletList', null, [schema.node('listItem', null, [schema.node('paragraph')])])
      : schema.node('paragraph'),
  ])
  const { $from } = selection
  const top = $from.depth > 0 ? $from.node(1) : null
  const isFree = top?.type.name === 'paragraph' && top.content.size === 0
  const at = top ? (isFree ? $from.before(1) : $from.after(1)) : selection.to
  if (isFree) tr.replaceWith(at, $from.after(1), node)
  else tr.insert(at, node)
  const start = at + 1 + (node.firstChild?.nodeSize ?? 0)
  tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1)))
  view.dispatch(tr.scrollIntoView())
  view.focus()
}

/** Writes what the form says into a block that is there; a heading that was not changed keeps its marks. */
export function updateBlock({ state, view }: Editor, at: number, values: BlockValues): void {
  const block = state.doc.nodeAt(at)
  const label = block?.firstChild
  if (!block || !label || !isBlockKind(block.attrs.name)) return
  const attributes = attributesOf(block.attrs.name, values, block.attrs.attributes, idsIn(state.doc))
  const tr = state.tr.setNodeMarkup(at, null, { ...block.attrs, attributes })
  const heading = values.heading.trim()
  if (heading !== label.textContent) {
    tr.replaceWith(at + 2, at + 2 + label.content.size, heading ? state.schema.text(heading) : [])
  }
  view.dispatch(tr)
}

/** Moves a block past its neighbour. @returns where it stands then */
export function moveBlock({ state, view }: Editor, at: number, way: 'up' | 'down'): number {
  const block = state.doc.nodeAt(at)
  const $at = state.doc.resolve(at)
  const index = $at.index()
  const neighbour = $at.parent.maybeChild(way === 'up' ? index - 1 : index + 1)
  if (!block || !neighbour) return at
  const to = way === 'up' ? at - neighbour.nodeSize : at + neighbour.nodeSize
  view.dispatch(
    state.tr
      .delete(at, at + block.nodeSize)
      .insert(to, block)
      .scrollIntoView(),
  )
  return to
}

export function removeBlock({ state, view }: Editor, at: number): void {
  const block = state.doc.nodeAt(at)
  if (!block) return
  view.dispatch(state.tr.delete(at, at + block.nodeSize).scrollIntoView())
  view.focus()
}
