import { diffWordsWithSpace } from 'diff'
import { passageChanges } from './passage-changes.ts'

/** A piece of two texts: in both, in the newer one only, or in the older one only. */
export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A stretch of two texts: whole passages that are the same, or some that are not, word by word. */
export type Stretch = { kind: 'same'; text: string } | { kind: 'changed'; pieces: Piece[] }

/** Beyond so many changed words in one stretch, nobody reads them one by one, and finding them takes long. */
const wordsAtMost = 2000

/**
 * What became of a text, passage by passage, and word by word inside of those that changed. Quick for long texts, as the
 * words of passages that are the same are never looked at.
 * What is the same and removed is the older text, what is the same and added the newer one, to the last space.
 */
export function textDifference(before: string, after: string): Stretch[] {
  const stretches: Stretch[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed || added) stretches.push({ kind: 'changed', pieces: piecesOf(removed, added) })
    removed = ''
    added = ''
  }
  for (const change of passageChanges(passages(before), passages(after))) {
    const text = change.value.join('')
    if (change.removed) removed += text
    else if (change.added) added += text
    else {
      flush()
      stretches.push({ kind: 'same', text })
    }
  }
  flush()
  return stretches
}

/** Cut after each empty line, with nothing left out. */
const passages = (text: string): string[] => text.match(/[\s\S]*?\n[ \t]*\n+|[\s\S]+$/g) ?? []

function piecesOf(removed: string, added: string): Piece[] {
  const whole: Piece[] = [
    { kind: 'removed' as const, text: removed },
    { kind: 'added' as const, text: added },
  ].filter(({ text }) => text !== '')
  if (whole.length < 2) return whole
  const changes = diffWordsWithSpace(removed, added, { maxEditLength: wordsAtMost })
  if (!changes) return whole
  return changes.map(({ value, added: isNew, removed: isOld }) => ({
    kind: isNew ? 'added' : isOld ? 'removed' : 'same',
    text: value,
  }))
}

/** How many words a newer text has that the older one has not, and the other way round. */
export function wordsChanged(difference: readonly Stretch[]): { added: number; removed: number } {
  const pieces = difference.flatMap((stretch) => (stretch.kind === 'changed' ? stretch.pieces : []))
  const count = (kind: Piece['kind']) =>
    pieces.reduce(
      (sum, piece) => sum + (piece.kind === kind ? (piece.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0),
      0,
    )
  return { added: count('added'), removed: count('removed') }
}
