import type { Piece, Stretch } from '../text-difference.ts'

/** What became of a text: said with marks, colours and words, so that any one of them is enough. */
export function DifferenceView({ difference }: { difference: readonly Stretch[] }) {
  return (
    <div className="max-w-[44rem] text-base leading-relaxed wrap-anywhere whitespace-pre-wrap">
      {difference.map((stretch, index) =>
        stretch.kind === 'same' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
          <Same key={index} text={stretch.text} first={index === 0} last={index === difference.length - 1} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
          <div key={index} className="border-l-2 border-mark pl-3">
            {stretch.pieces.map((piece, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: it never changes
              <Marked key={place} piece={piece} />
            ))}
          </div>
        ),
      )}
    </div>
  )
}

function Marked({ piece: { kind, text } }: { piece: Piece }) {
  if (kind === 'same') return text
  const said = kind === 'added' ? 'added' : 'removed'
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark className={kind === 'added' ? 'bg-accent-wash decoration-2' : 'bg-error-wash text-ink-soft decoration-2'}>
      <span className="sr-only">{`[${said}: `}</span>
      {text}
      <span className="sr-only">] </span>
    </Mark>
  )
}

/** What is the same between two changes: the passage on either side, and what lies between them on demand. */
function Same({ text, first, last }: { text: string; first: boolean; last: boolean }) {
  const passages = text.match(/[\s\S]*?\n[ \t]*\n+|[\s\S]+$/g) ?? []
  const before = first ? [] : passages.slice(0, 1)
  const after = last ? [] : passages.slice(first ? -1 : Math.max(1, passages.length - 1))
  const folded = passages.slice(before.length, passages.length - after.length)
  return (
    <div className="pl-3.5 text-ink-soft">
      {before}
      {folded.length > 0 && (
        <details className="my-2">
          <summary className="min-h-9 text-small text-accent">
            {folded.length === 1 ? 'One passage is the same' : `${folded.length} passages are the same`}
          </summary>
          {folded}
        </details>
      )}
      {after}
    </div>
  )
}
