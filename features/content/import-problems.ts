import { brokenIn } from '#features/draft/draft-content.ts'
import type { Known, KnownSkill } from '#features/guide/lint-issue.ts'
import { taxonomyProblems } from './content-checks.ts'
import { guideProblems, inOrder } from './content-files.ts'
import type { Placed } from './content-types.ts'
import type { ContentProblem } from './content-yaml.ts'
import { isWritten, type PlannedThing } from './import-types.ts'
import type { Incoming } from './incoming.ts'
import type { Present } from './present-queries.ts'

/** Everything that has to be put right in the files before they can be brought in. */
export function folderProblems(
  incoming: Incoming,
  present: Present,
  things: readonly PlannedThing[],
): ContentProblem[] {
  const { files, guides } = incoming
  const written = new Set(things.flatMap((thing) => (isWritten(thing) ? `${thing.kind} ${thing.slug}` : [])))
  const only = <Thing extends { slug: string }>(kind: string, placed: Placed<Thing>[]) =>
    placed.filter(({ value }) => written.has(`${kind} ${value.slug}`))
  const known = knownTo(incoming, present)
  return inOrder([
    ...files.problems,
    ...taxonomyProblems(
      only('skill', files.skills),
      only('role', files.roles),
      new Set(known.skills.keys()),
      new Set([...files.there('categories'), ...addresses('category', present.categories.keys(), incoming, present)]),
    ),
    ...guides.flatMap((guide) => {
      if (!guide.public || !written.has(`guide ${guide.slug}`)) return []
      // Anything else the linter says is for the guide's editors, after the import.
      return guideProblems(guide.public, known, brokenIn)
    }),
  ])
}

/** The addresses under which something of a kind may be named: present and earlier ones, here and in the folder. */
function addresses(kind: string, slugs: Iterable<string>, { files }: Incoming, present: Present): string[] {
  return [
    ...slugs,
    ...[...present.redirects, ...files.redirects].flatMap((each) => (each.kind === kind ? each.slug : [])),
  ]
}

function knownTo(incoming: Incoming, present: Present): Known {
  const { files, guides } = incoming
  const skills = new Map<string, (KnownSkill & { questionKeys: Set<string> }) | null>(
    addresses('skill', files.there('skills'), incoming, present).map((slug) => [slug, null]),
  )
  for (const skill of [...present.skills.values(), ...files.skills.map(({ value }) => value)]) {
    const keys = skill.questions.map(({ id }) => id)
    const before = skills.get(skill.slug)
    skills.set(skill.slug, { kind: skill.kind, questionKeys: new Set([...(before?.questionKeys ?? []), ...keys]) })
  }
  for (const ref of addresses('question', [], incoming, present)) {
    const [skill = '', key = ''] = ref.split('/')
    skills.get(skill)?.questionKeys.add(key)
  }
  return {
    skills,
    roles: new Set([...files.there('roles'), ...addresses('role', present.roles.keys(), incoming, present)]),
    authors: new Set([...files.there('authors'), ...addresses('author', present.authors.keys(), incoming, present)]),
    // A link to a guide that is not public is read as text: its editors are told, and nothing is stopped by it.
    guides: new Set(
      guides
        .flatMap((guide) => guide.public?.read().references ?? [])
        .flatMap(({ kind, target }) => (kind === 'guide' ? target : [])),
    ),
  }
}
