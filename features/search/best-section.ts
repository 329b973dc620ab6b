import type { SectionText } from '#db/schema/search.ts'
import { type Sought, soughtIn } from './marks.ts'

/**
 * The section of a guide that says the most about what was searched for: the one with the most different words of it, and
 * among equals the one whose heading has them, or has them more often for its length.
 * @returns null if no section has any of them
 */
export function bestSection(sections: readonly SectionText[], sought: Sought): SectionText | null {
  let best: { section: SectionText; score: number } | null = null
  for (const section of sections) {
    const heading = soughtIn(section.heading, sought)
    const text = soughtIn(section.text, sought)
    const different = new Set([...heading, ...text]).size
    if (different === 0) continue
    const density = text.length / Math.sqrt(section.text.length + 400)
    const score = different * 100 + new Set(heading).size * 30 + density
    if (!best || score > best.score) best = { section, score }
  }
  return best?.section ?? null
}
