import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Rung, rungText } from './rung.tsx'

describe('rungText', () => {
  it('says level and target as a screen reader should', () => {
    expect(rungText(2, 3)).toBe('Working, level 2 of 4; target: Practitioner')
    expect(rungText(0)).toBe('None yet, level 0 of 4')
    expect(rungText(null, 1)).toBe('Not rated yet; target: Awareness')
  })
})

describe('Rung', () => {
  const filled = (markup: string) => markup.split('fill-mark').length - 1
  const outlined = (markup: string) => markup.split('stroke-ink').length - 1

  it.each([
    [null, 0],
    [0, 0],
    [1, 1],
    [4, 4],
  ] as const)('level %j fills %i rungs', (level, count) => {
    expect(filled(renderToStaticMarkup(<Rung level={level} />))).toBe(count)
  })

  it('outlines the target and no other rung', () => {
    expect(outlined(renderToStaticMarkup(<Rung level={1} target={3} />))).toBe(1)
    expect(outlined(renderToStaticMarkup(<Rung level={1} />))).toBe(0)
  })

  it('is silent where the words stand beside it', () => {
    expect(renderToStaticMarkup(<Rung level={1} decorative />)).not.toContain('role="img"')
  })
})
