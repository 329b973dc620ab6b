import { skillsOf } from '#features/guide/guide-lint.ts'
import { aliasKey } from '#features/taxonomy/taxonomy-schema.ts'
import { quoted } from '#lib/quotation.ts'
import { isWritten, type PlannedThing } from './import-types.ts'
import { guideAt, type Incoming, type NamesOfKinds } from './incoming.ts'
import type { Present } from './present-queries.ts'

type Kind = keyof NamesOfKinds

/**
 * Stops what cannot be brought in next to what is here, and what needs something that will not be there. As one stop may
 * be the reason for the next, it looks again until nothing changes.
 */
export function stopDependants(
  planned: readonly PlannedThing[],
  incoming: Incoming,
  present: Present,
  names: NamesOfKinds,
): PlannedThing[] {
  let things = [...planned]
  for (;;) {
    const byKey = new Map(things.map((thing) => [`${thing.kind} ${thing.slug}`, thing]))
    const reasonOf = reasons(byKey, incoming, present, names)
    const next = things.map((thing): PlannedThing => {
      const why = isWritten(thing) ? reasonOf(thing) : null
      return why === null ? thing : { ...thing, status: 'stopped', why, taken: false, offered: false }
    })
    if (next.every((thing, index) => thing === things[index])) return things
    things = next
  }
}

function reasons(byKey: Map<string, PlannedThing>, incoming: Incoming, present: Present, names: NamesOfKinds) {
  const { files, guides } = incoming
  const written = (kind: Kind, slug: string) => {
    const thing = byKey.get(`${kind} ${slug}`)
    return thing !== undefined && isWritten(thing)
  }
  /** Whether what the folder names will be there; what is in neither place is the folder's own problem. */
  const lacks = (kind: Kind, slug: string): boolean => {
    const thing = byKey.get(`${kind} ${names[kind].own(slug)}`)
    return thing !== undefined && thing.here === null && !isWritten(thing)
  }
  const missing = (kind: Kind, slugs: readonly string[]) => {
    const slug = slugs.find((each) => lacks(kind, each))
    return slug === undefined ? null : `It needs the ${kind} “${slug}”, which is not brought in.`
  }
  const skillFiles = new Map(files.skills.map(({ value }) => [value.slug, value]))
  const aliasOwners = new Map(
    [...present.skills.values()].flatMap((skill) =>
      written('skill', names.skill.word(skill.slug)) && skillFiles.has(names.skill.word(skill.slug))
        ? []
        : skill.aliases.map((alias) => [aliasKey(alias), skill] as const),
    ),
  )
  const nameOwners = ownersOfNames(present)
  const sameName = ({ kind, label, here }: PlannedThing): string | null => {
    const owner = nameOwners.get(`${kind} ${aliasKey(label)}`)
    if (owner === undefined || owner === here || names[kind as Kind].word(owner) !== owner) return null
    return byKey.has(`${kind} ${owner}`) ? null : `Another ${kind} here, “${owner}”, has the same name.`
  }
  const questionInUse = (slug: string): string | null => {
    const { here } = byKey.get(`skill ${slug}`) ?? {}
    const keys = new Set(skillFiles.get(slug)?.questions.map(({ id }) => id))
    const used = present.asked.find(
      ({ skill, question, guideId }) => skill === here && !keys.has(question) && !isReplaced(guideId),
    )
    return used
      ? `Its question ${quoted(used.question)} stands in the guide ${quoted(used.guide)} here and would go.`
      : null
  }
  const replaced = new Set(
    guides.flatMap((guide) =>
      guide.public && byKey.get(`guide ${guide.slug}`)?.status === 'changes'
        ? (guideAt(present, names.guide.here(guide.slug))?.id ?? [])
        : [],
    ),
  )
  const isReplaced = (guideId: string) => replaced.has(guideId)

  const aliasInUse = (slug: string): string | null => {
    const alias = skillFiles.get(slug)?.aliases.find((each) => aliasOwners.has(aliasKey(each)))
    if (alias === undefined) return null
    return `Its other name ${quoted(alias)} belongs to the skill ${quoted(aliasOwners.get(aliasKey(alias))?.name ?? '')} here.`
  }
  const finishedHere = ({ slug, here }: PlannedThing): string | null => {
    const finished = here !== null && present.skills.get(here)?.unfinished === false
    return finished && skillFiles.get(slug)?.unfinished ? 'It is finished here.' : null
  }
  const ofRole = ({ slug }: PlannedThing): string | null => {
    const role = files.roles.find(({ value }) => value.slug === slug)?.value
    const asked = role?.skills.map(({ skill }) => skill) ?? []
    return missing('skill', asked) ?? missing('category', role?.category === undefined ? [] : [role.category])
  }
  const ofGuide = ({ slug, status }: PlannedThing): string | null => {
    const seen = guides.find((each) => each.slug === slug)?.public
    // What becomes a working copy may lack anything.
    if (!seen || status === 'kept') return null
    const { content, body } = seen.read()
    const asked = [...(content.skill ? [content.skill] : []), ...body.blocks.flatMap(skillsOf)]
    return missing('author', [content.author]) ?? missing('role', content.roles) ?? missing('skill', asked)
  }

  return (thing: PlannedThing): string | null => {
    if (thing.kind === 'guide') return ofGuide(thing)
    if (thing.kind === 'role') return ofRole(thing) ?? sameName(thing)
    if (thing.kind !== 'skill') return null
    return aliasInUse(thing.slug) ?? finishedHere(thing) ?? sameName(thing) ?? questionInUse(thing.slug)
  }
}

/** Who has a name, by kind. Two authors may be called alike. */
function ownersOfNames(present: Present): Map<string, string> {
  return new Map([
    ...[...present.skills.values()].map(({ name, slug }) => [`skill ${aliasKey(name)}`, slug] as const),
    ...[...present.roles.values()].map(({ name, slug }) => [`role ${aliasKey(name)}`, slug] as const),
  ])
}
