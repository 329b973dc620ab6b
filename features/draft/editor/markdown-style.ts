import type { AlignType, Parents, Root, RootContent, Table, Text } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'

type Handlers = NonNullable<Options['handlers']>
type Handle = NonNullable<Handlers[keyof Handlers]>
type State = Parameters<Handle>[2]
type Info = Parameters<Handle>[3]
type Container = Extract<RootContent, { type: 'containerDirective' }>

// What the parser takes as a name's letter: it asks of each half of a pair, so that an emoji is one, and a tab is too.
const letter = '(?:[^\\s\\p{P}\\p{S}]|[\\t\\u{10000}-\\u{10FFFF}])'

const handlers: Handlers = {
  root: (node: Root, _: Parents | undefined, state: State, info: Info) => {
    state.unsafe = state.unsafe.flatMap(asTyped)
    return state.containerFlow(node, info)
  },
  text: (node: Text, parent: Parents | undefined, state: State, info: Info) => {
    const siblings = parent?.children ?? []
    const index = parent ? siblings.indexOf(node as never) : -1
    const safe = state.safe(node.value, {
      ...info,
      beforeNode: siblings[index - 1],
      afterNode: siblings[index + 1],
    } as Parameters<State['safe']>[1])
    // :word before a bracket or a brace would be a directive.
    const opens = /^[[{]/.test(info.after) ? '|$' : ''
    return safe.replace(
      new RegExp(`(?<!(?<!\\\\)(?:\\\\\\\\)*\\\\):(?=${letter}(?:${letter}|[_-])*(?:\\{${opens}))`, 'gu'),
      '\\:',
    )
  },
  containerDirective: (node: Container, _: Parents | undefined, state: State, info: Info) => {
    const [first, ...rest] = node.children
    const label = first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data ? first : null
    const exit = state.enter('containerDirective')
    const content = state.containerFlow({ ...node, children: label ? rest : node.children }, info)
    const inner = Math.max(2, ...[...content.matchAll(/^[\s>]*(:{3,})/gm)].map(([, colons = '']) => colons.length))
    const fence = ':'.repeat(inner + 1)
    let value = fence + node.name
    if (label) {
      const leave = state.enter('label')
      const leaveLabel = state.enter('containerDirectiveLabel')
      const leavePhrasing = state.enter('phrasing')
      value += `[${state.containerPhrasing(label, { ...info, before: '[', after: ']' })}]`
      leavePhrasing()
      leaveLabel()
      leave()
    }
    exit()
    return `${value}${braces(node.attributes ?? {})}\n${content === '' ? '' : `${content}\n`}${fence}`
  },
  // As narrow as it can be: a table that is set in columns changes in every row with one word.
  table: (node: Table, _: Parents | undefined, state: State, info: Info) => {
    const rows = node.children.map(({ children }) => {
      const cells = children.map((cell) => {
        const exits = [state.enter('tableCell'), state.enter('phrasing')]
        const text = state.containerPhrasing(cell, { ...info, before: ' ', after: ' ' })
        for (const exit of exits.reverse()) exit()
        return text
      })
      return `| ${cells.join(' | ')} |`
    })
    rows.splice(1, 0, `|${(node.align ?? []).map(ruler).join('|')}|`)
    return rows.join('\n')
  },
}

const rulers = { left: ':--', right: '--:', center: ':-:' }
const ruler = (align: AlignType): string => (align ? rulers[align] : '---')

type Unsafe = State['unsafe'][number]

/** Leaves what nobody could mistake for Markdown as it is: 10:30, a lone :word, R&D, about ~10. */
function asTyped(unsafe: Unsafe): Unsafe[] {
  if (unsafe.character === '&') return [{ ...unsafe, after: '(?:#[0-9xX]|[A-Za-z][A-Za-z0-9]*;)' }]
  if (unsafe.character === ':' && unsafe.unicode) return []
  if (unsafe.character === '~')
    return [
      { ...unsafe, after: '~' },
      { ...unsafe, atBreak: false, before: '~' },
    ]
  return [unsafe]
}

/** In the order in which they were written, all of them in quotes. */
function braces(attributes: Record<string, string | null | undefined>): string {
  const all = Object.entries(attributes).map(([name, value]) => `${name}="${quoted(value ?? '')}"`)
  return all.length > 0 ? `{${all.join(' ')}}` : ''
}

function quoted(value: string): string {
  return value
    .replace(/&(?=[#A-Za-z])/g, '&amp;')
    .replaceAll('"', '&quot;')
    .replace(/[\n\r]/g, (end) => `&#x${end.charCodeAt(0).toString(16)};`)
}

/**
 * An item with nothing in it, or a list that starts at 2, however deep, needs a blank line after a paragraph, also
 * where a quotation stands between the two.
 */
const joinList: NonNullable<Options['join']>[number] = (left, right) =>
  left.type === 'paragraph' && needsRoom(right) ? 1 : undefined

function needsRoom(node: RootContent | undefined): boolean {
  if (node?.type === 'blockquote') return needsRoom(node.children[0])
  if (node?.type !== 'list') return false
  const first = node.children[0]?.children[0]
  return (node.ordered && node.start !== 1) || !first || needsRoom(first)
}

const writer = unified()
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkDirective)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    strong: '*',
    fence: '`',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
    setext: false,
    handlers,
    join: [joinList],
  })
  .freeze()

/** Markdown in the one style of the editor. */
export const stringifyTree = (root: Root): string => writer.stringify(root)
