import type { Piece } from '../marks.ts'

/** A text in which what was searched for is marked. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, marked }, index) =>
    marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are in the order of the text, and never move
      <mark key={index} className="bg-mark-wash font-semibold text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
