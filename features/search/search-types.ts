import type { SearchKind } from '#db/schema/words.ts'
import type { Piece } from './marks.ts'

/** Something that was found, as a list shows it. */
export interface Hit {
  kind: SearchKind
  /** Of the thing itself, for telling hits apart. */
  id: string
  href: string
  title: Piece[]
  /** What kind of thing it is, in words: "Skills for a job · 9 minutes". */
  label: string
  text: Piece[]
  /** The section of a guide in which the text stands. */
  section: { heading: Piece[]; href: string } | null
}

export interface HitGroup {
  kind: SearchKind
  hits: Hit[]
  /** Whether there are more than these. */
  more: boolean
}

/** What a search came to. */
export interface Found {
  groups: HitGroup[]
  /** What was looked for in place of what was typed. */
  corrected: string | null
  /** Whether nothing has all of the words, so that these have some of them. */
  loose: boolean
  /** Beside few things that have all of the words, what has some of them. */
  nearby: Hit[]
}
