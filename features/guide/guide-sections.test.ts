import { describe, expect, it } from 'vitest'
import { parseBody } from './guide-body.ts'
import { sectionsOf, withSectionEnds } from './guide-sections.ts'

const body = parseBody(
  [
    'Before everything.',
    '## One',
    'Text with a note.[^1]',
    '### Below',
    ':::step[Do it]{id="do-it" skills="sql" hours="2" done="It is done."}\nA step.\n:::',
    '## Sources',
    'A list.',
    '## Two & more',
    'Text.',
    '[^1]: The note.',
  ].join('\n\n'),
)

/** The tree as a line of names. */
const outline = (tree: ReturnType<typeof withSectionEnds>) =>
  tree.children.flatMap((node) =>
    node.type === 'element' ? [`${node.tagName}${node.properties.section ? `:${node.properties.section}` : ''}`] : [],
  )

describe('the sections of a guide', () => {
  it('are those that begin with ##, without what is no advice', () => {
    expect(sectionsOf(body)).toEqual([
      { id: 'one', heading: 'One' },
      { id: 'two--more', heading: 'Two & more' },
    ])
  })

  it('end before the next one, and the last one before the notes', () => {
    const before = structuredClone(body.tree)
    expect(outline(withSectionEnds(body))).toEqual([
      'p',
      ...['h2', 'p', 'h3', 'gp-step', 'gp-section-end:one'],
      ...['h2', 'p'],
      ...['h2', 'p', 'gp-section-end:two--more'],
      'section',
    ])
    expect(body.tree).toEqual(before)
  })

  it('are none where there are none', () => {
    const plain = parseBody('Only text.\n\n### Small')
    expect(withSectionEnds(plain)).toEqual(plain.tree)
  })
})
