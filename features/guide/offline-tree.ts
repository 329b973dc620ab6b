import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { hoursInWords } from '#lib/format.ts'
import { levelNames, type Rank, ranks } from '#lib/levels.ts'
import { quoted } from '#lib/quotation.ts'
import type { GuideContext } from './components/guide-context.ts'
import type { Block, QuestionBlock, SkillBlock, StepBlock } from './guide-blocks.ts'
import type { GuideBody } from './guide-body.ts'

/** A picture as it stands in the file, or the address at which it can be seen. */
export interface OfflinePicture {
  src?: string
  address: string
  width: number
  height: number
}

interface Around {
  origin: string
  context: GuideContext
  /** By id. */
  pictures: ReadonlyMap<string, OfflinePicture>
}

type Child = ElementContent | string | null

/** An element; what is null is left out. */
export const h = (
  tagName: string,
  properties: Properties,
  ...children: readonly (Child | readonly Child[])[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.flat().flatMap((child): ElementContent[] => {
    if (child === null) return []
    return [typeof child === 'string' ? { type: 'text', value: child } : child]
  }),
})

/** A guide's text as it stands in a file of its own: what the page opens or asks is written out, and every link is whole. */
export function offlineTree(body: Pick<GuideBody, 'tree' | 'blocks'>, around: Around): Root {
  const blocks = new Map(body.blocks.map((block) => [block.key, block]))

  function convert(node: RootContent): ElementContent[] {
    if (node.type !== 'element') return node.type === 'text' ? [node] : []
    const { tagName, properties } = node
    const children = node.children.flatMap(convert)
    if (tagName === 'gp-picture' || tagName === 'gp-figure') return [picture(node, around)]
    if (tagName === 'gp-table') return children
    if (tagName.startsWith('gp-')) {
      const block = blocks.get(String(properties.blockKey))
      return block ? written(block, Number(properties.number ?? 1), children, around) : children
    }
    return [{ ...node, properties: { ...properties, ...whole(properties.href, around.origin) }, children }]
  }

  return { type: 'root', children: body.tree.children.flatMap(convert) }
}

const whole = (href: unknown, origin: string): Properties =>
  typeof href === 'string' && /^\/(?!\/)/.test(href) ? { href: origin + href } : {}

function written(block: Block, number: number, text: ElementContent[], around: Around): ElementContent[] {
  switch (block.kind) {
    case 'skill':
      return [skill(block, text, around)]
    case 'step':
      return [step(block, number, text, around)]
    case 'question':
      return [question(block, text, around)]
    case 'cvLines':
      return [
        h('div', { id: block.anchor, className: ['lines'] }, [
          block.heading ? h('h4', {}, block.heading) : null,
          h('ul', {}, ...block.lines.map((line) => h('li', {}, line))),
        ]),
      ]
    case 'summary':
      return [
        h(
          'figure',
          { id: block.anchor },
          h('figcaption', {}, block.heading || 'A profile summary'),
          h('blockquote', {}, text),
        ),
      ]
    case 'related': {
      const guide = around.context.related.get(block.slug)
      return guide ? [h('a', { href: `${around.origin}/guides/${guide.slug}` }, guide.title)] : []
    }
  }
}

function skill(block: SkillBlock, text: ElementContent[], { context }: Around): Element {
  const found = context.skills.get(block.ref)
  return h('section', { id: block.anchor }, [
    h('h3', {}, block.heading),
    ...text,
    found ? ladder(found, context.targets.get(found.slug) ?? null) : null,
  ])
}

type Skill = GuideContext['skills'] extends ReadonlyMap<string, infer Each> ? Each : never

/** The levels as they stand on the page, the highest at the top, each with a box to tick. */
function ladder({ name, statements }: Skill, target: Rank | null): Element {
  const rungs = ranks
    .toReversed()
    .map((rank) =>
      h('div', { className: rank === target ? ['rung', 'target'] : ['rung'] }, [
        h('dt', {}, levelNames[rank], rank === target ? h('small', {}, 'the role’s target') : null),
        h('dd', {}, ...(statements[rank - 1] ?? []).map((statement) => h('p', {}, statement))),
      ]),
    )
  return h(
    'div',
    { className: ['ladder'] },
    h('p', {}, 'Where are you with ', h('b', {}, name), '?'),
    h('dl', {}, rungs),
  )
}

function step(block: StepBlock, number: number, text: ElementContent[], { context }: Around): Element {
  const skills = block.skills.flatMap((slug) => context.skills.get(slug)?.name ?? [])
  return h('section', { id: block.anchor, className: ['step'] }, [
    h('h3', {}, `Step ${number}: ${block.heading}`),
    ...text,
    facts([
      ['Takes', `about ${hoursInWords(block.hours)}`],
      ['Done means', block.done],
      ['Builds', skills.join(', ')],
    ]),
  ])
}

function question(block: QuestionBlock, text: ElementContent[], { context }: Around): Element {
  const found = context.questions.get(`${block.skill}/${block.question}`)
  if (!found) return h('section', { id: block.anchor }, text)
  const kind = found.kind === 'technical' ? 'Technical' : 'Behavioural'
  return h('section', { id: block.anchor, className: ['question'] }, [
    h('h4', {}, quoted(found.question)),
    h('p', { className: ['soft'] }, `${kind}. Tests ${found.skillName} at ${levelNames[found.level]}.`),
    ...text,
    facts([
      ['Why it is asked', found.why],
      ['A strong answer', found.strong],
      ['A weak answer', found.weak],
    ]),
  ])
}

const facts = (rows: readonly (readonly [string, string])[]): Element =>
  h(
    'dl',
    { className: ['facts'] },
    rows
      .filter(([, value]) => value !== '')
      .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  )

function picture({ tagName, properties }: Element, { pictures, context }: Around): ElementContent {
  const id = String(properties.pictureId ?? '')
  const alt = String(properties.alt || context.pictures.get(id)?.alt || '')
  const found = pictures.get(id)
  if (!found) return h('span', {}, alt)
  const { src, address, width, height } = found
  const image = src
    ? h('img', { src, alt, width, height })
    : h('a', { href: address }, `Picture: ${alt || 'without a text'}`)
  if (tagName === 'gp-picture') return image
  const caption = properties.title ? h('figcaption', {}, String(properties.title)) : null
  return h('figure', {}, image, caption)
}
