import type { Tx } from '#db/client.ts'
import { type ImportPlan, isWritten, type PlannedThing } from './import-types.ts'
import { type Incoming, type NamesOfKinds, vocabularies } from './incoming.ts'
import type { Present } from './present-queries.ts'

/** The sizes of the picture files that were put in place, by the id of the picture. */
export type PlacedPictures = ReadonlyMap<string, number>

export interface ImportChoices {
  /** The things whose incoming version is taken although the site has its own. */
  take: ReadonlySet<string>
  /** Of the site that the person looked at; null for an import that nobody looked at before. */
  digest: string | null
  byId: string | null
  /** Where the content comes from, for the log. */
  from: 'starting content' | 'zip' | 'folder'
  /** The picture files that `placePictures` put in place. */
  placed?: PlacedPictures
}

/** What the parts of an import work with. */
export interface Import {
  tx: Tx
  incoming: Incoming
  present: Present
  plan: ImportPlan
  /** What is written of a kind, by its address in the folder. */
  written: (kind: PlannedThing['kind'], slug: string) => PlannedThing | null
  /** The address that something has on the site once it is there, by the folder's name for it. */
  address: (kind: keyof NamesOfKinds, name: string) => string
  /** The picture files that are in place already. */
  placed: PlacedPictures
  byId: string | null
  now: Date
}

/** What all the parts of an import need to know. */
export function importOf(job: Omit<Import, 'written' | 'address'>): Import {
  const { incoming, present, plan } = job
  const names = vocabularies(incoming, present)
  const things = new Map(plan.things.filter(isWritten).map((thing) => [`${thing.kind} ${thing.slug}`, thing]))
  const written: Import['written'] = (kind, slug) => things.get(`${kind} ${slug}`) ?? null
  const address: Import['address'] = (kind, name) => {
    const own = names[kind].own(name)
    const moves = written(kind, own)?.fields.includes('address')
    return moves ? own : (names[kind].here(name) ?? own)
  }
  return { ...job, written, address }
}
