import type { DraftThing, GuideThing, PlacedText } from './content-types.ts'
import { changedPassages, differentFields } from './import-decide.ts'
import type { PresentGuide } from './present-guide-queries.ts'
import type { ReadFiles } from './read-files.ts'
import { draftText, guideText, hashOf } from './thing-files.ts'

/** A guide as the folder has it: what readers shall see, the working copy where that is another text, or both. */
export interface IncomingGuide {
  slug: string
  public: PlacedText<GuideThing> | null
  draft: PlacedText<DraftThing> | null
}

/** Brings each working copy together with the guide that it is of. */
export function incomingGuides({ guides, drafts }: Pick<ReadFiles, 'guides' | 'drafts'>): IncomingGuide[] {
  const all = new Map<string, IncomingGuide>(
    guides.map((each) => [each.value.slug, { slug: each.value.slug, public: each, draft: null }]),
  )
  for (const draft of drafts) {
    const of = all.get(draft.value.public ?? draft.value.slug)
    if (of) of.draft = draft
    else all.set(draft.value.slug, { slug: draft.value.slug, public: null, draft })
  }
  return [...all.values()]
}

/** What is kept of a guide, to see whether somebody edited, published or archived it since. */
export const guideHash = ({ public: seen, draft }: { public: GuideThing | null; draft: DraftThing | null }): string =>
  hashOf(seen ? guideText(seen, false) : '', draft ? draftText(draft) : '')

export const incomingHash = ({ public: seen, draft }: IncomingGuide): string =>
  guideHash({ public: seen?.value ?? null, draft: draft?.value ?? null })

/** The content that an editor would go on with. */
export const workingOf = ({ public: seen, draft }: IncomingGuide) => draft ?? seen

export function guideLabel(guide: IncomingGuide): string {
  return workingOf(guide)?.value.content.title || guide.slug
}

/** What would change in a guide: fields of the working copy, and whether readers see it. */
export function guideDifference(incoming: IncomingGuide, present: PresentGuide) {
  const content = workingOf(incoming)?.value.content
  if (!content) return { fields: [], passages: 0 }
  const { slug: _, body, ...fields } = content
  const { slug: __, body: bodyHere, ...fieldsHere } = present.working
  const seen = Boolean(incoming.public) !== Boolean(present.public) ? ['public'] : []
  const published = incoming.public?.value.content
  const seenHere = present.public?.content
  // The working copies may be alike while readers would see another text.
  const text = published && seenHere && changedPassages(seenHere.body, published.body)
  return {
    fields: [...differentFields(fieldsHere, fields), ...seen],
    passages: Math.max(changedPassages(bodyHere, body), text ?? 0),
  }
}
