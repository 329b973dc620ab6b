import type { ContentProblem } from './content-yaml.ts'

export const thingKinds = ['category', 'skill', 'role', 'author', 'guide', 'picture', 'redirect'] as const
export type ThingKind = (typeof thingKinds)[number]

/**
 * What an import would do with a thing. `kept`: the site has its own version, and goes on with it unless somebody asks for
 * the one that comes in. `stopped`: it cannot be brought in next to what is here.
 */
export type PlannedStatus = 'new' | 'same' | 'changes' | 'kept' | 'stopped'

export interface PlannedThing {
  kind: ThingKind
  /** In the folder; the id of a picture. */
  slug: string
  /** Its address here, if there is such a thing; a different one if it moved, here or there. */
  here: string | null
  label: string
  status: PlannedStatus
  /** Which fields differ. */
  fields: string[]
  /** How many passages of a guide's text differ. */
  passages: number
  /** Why it is kept or stopped: a sentence. */
  why: string
  /** Whether the version that comes in may be taken all the same. */
  offered: boolean
  taken: boolean
  /** Of what comes in. */
  hash: string
  /** Whether the file says something else than the one that was last brought in. */
  news: boolean
}

export interface ImportPlan {
  things: PlannedThing[]
  /** As long as there is one of these nothing can be brought in. */
  problems: ContentProblem[]
  /** What the site has and the folder has not. It stays. */
  absent: { kind: ThingKind; slug: string; label: string }[]
  notRead: string[]
  /** Of the site as the plan found it: whoever applies the plan says which one they looked at. */
  digest: string
}

/** The name under which a thing is asked for: "guide:sql-basics". */
export const keyOf = ({ kind, slug }: Pick<PlannedThing, 'kind' | 'slug'>): string => `${kind}:${slug}`

/** Whether an import writes the thing. */
export const isWritten = ({ status, taken }: Pick<PlannedThing, 'status' | 'taken'>): boolean =>
  status === 'new' || status === 'changes' || (status === 'kept' && taken)

/** How many things are new, would change, or were kept though the file has something new to say. */
export const newsOf = ({ things }: ImportPlan): number => things.filter(({ news }) => news).length
