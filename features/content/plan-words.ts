import { counted, listed } from '#lib/format.ts'
import type { ImportPlan, PlannedThing, ThingKind } from './import-types.ts'

// How a plan is told, on the page and on the command line.

export const kindNames: Record<ThingKind, string> = {
  category: 'Field of work',
  skill: 'Skill',
  role: 'Role',
  author: 'Author',
  guide: 'Guide',
  picture: 'Picture',
  redirect: 'Old address',
}

const fieldNames: Record<string, string> = {
  reviewedOn: 'review date',
  levels: 'statements',
  steps: 'practice steps',
  related: 'related skills',
  explore: 'guides to explore',
  public: 'whether readers see it',
  archived: 'whether it is archived',
  alt: 'text alternative',
  unfinished: 'whether it is finished',
}

/** What differs, in words: "title, sources and three passages". */
export function differenceInWords({ fields, passages }: Pick<PlannedThing, 'fields' | 'passages'>): string {
  const names = fields.map((field) => fieldNames[field] ?? field)
  return listed([...names, ...(passages > 0 ? [counted(passages, 'passage')] : [])])
}

/** Where a thing is here, if that is another address than in the files. */
export const elsewhere = ({ kind, slug, here }: PlannedThing): string =>
  here === null || here === slug || kind === 'redirect' ? '' : `Here it is ${here}.`

/** What follows the name of a thing. */
export function detailInWords(thing: PlannedThing): string {
  const difference = differenceInWords(thing)
  return [elsewhere(thing), difference && `Differs in ${difference}.`, thing.why]
    .filter((part) => part !== '')
    .join(' ')
}

/** The things of a plan, each where a reader of it looks for it. */
export function groupsOf({ things }: ImportPlan) {
  const of = (status: PlannedThing['status']) => things.filter((thing) => thing.status === status)
  return {
    new: of('new'),
    changes: of('changes'),
    taken: of('kept').filter(({ taken }) => taken),
    kept: of('kept').filter(({ taken }) => !taken),
    stopped: of('stopped'),
    same: of('same'),
  }
}

/** How many things the import would write. */
export function writesOf(plan: ImportPlan): number {
  const groups = groupsOf(plan)
  return groups.new.length + groups.changes.length + groups.taken.length
}
