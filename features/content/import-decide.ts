import { passageChanges } from '#features/draft/passage-changes.ts'
import type { PlannedThing, ThingKind } from './import-types.ts'

const edited = 'It was edited here since it was brought in.'
const own = 'It was made here, not brought in.'
const deleted = 'It was deleted here.'
const double = 'It became part of another one here.'

interface Found {
  kind: ThingKind
  slug: string
  label: string
  here: string | null
  /** Of what comes in, of what is here in the folder's words, and of what was last brought in. */
  hash: string
  present: string | null
  origin: string | undefined
  double: boolean
  /** It has another address in the folder than it has, or had, here. */
  moves: boolean
  taken: boolean
}

/** What becomes of one thing, by what is here and by what was last brought in. */
export function decide(found: Found, differs: () => { fields: string[]; passages?: number }): PlannedThing {
  const { kind, slug, label, here, hash, present, origin } = found
  const thing: PlannedThing = {
    kind,
    slug,
    here,
    label,
    status: 'same',
    fields: [],
    passages: 0,
    why: '',
    offered: false,
    taken: false,
    hash,
    news: false,
  }
  const kept = (why: string, offered: boolean): PlannedThing => ({
    ...thing,
    status: 'kept',
    why,
    offered,
    taken: offered && found.taken,
    news: origin !== hash,
  })
  if (found.double) return kept(double, false)
  if (here === null) return origin === undefined ? { ...thing, status: 'new', news: true } : kept(deleted, true)
  if (present === hash && !found.moves) return thing
  const { fields, passages = 0 } = differs()
  const difference = { fields: found.moves ? ['address', ...fields] : fields, passages }
  if (present === origin || present === hash) return { ...thing, ...difference, status: 'changes', news: true }
  return { ...kept(origin === undefined ? own : edited, true), ...difference }
}

/** The names of the fields that are not the same. */
export function differentFields(a: object, b: object): string[] {
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (key) => JSON.stringify(left[key]) !== JSON.stringify(right[key]),
  )
}

const passagesOf = (body: string): string[] => body.trim().split(/\n[ \t]*\n\s*/)

/** How many passages a reader would find changed, added or gone. A passage is what stands between empty lines. */
export function changedPassages(from: string, to: string): number {
  let count = 0
  let removed = 0
  for (const part of passageChanges(passagesOf(from), passagesOf(to))) {
    if (part.removed) removed = part.count
    else {
      count += part.added ? Math.max(removed, part.count) : removed
      removed = 0
    }
  }
  return count + removed
}
