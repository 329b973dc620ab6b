import type { CategoryThing, Placed, RoleThing, SkillThing } from './content-types.ts'
import { decide, differentFields } from './import-decide.ts'
import { guideDifference, guideHash, guideLabel, incomingHash } from './import-guides.ts'
import { planPictures, planRedirects } from './import-plan-rest.ts'
import { folderProblems } from './import-problems.ts'
import { stopDependants } from './import-stops.ts'
import type { ImportPlan, PlannedThing, ThingKind } from './import-types.ts'
import { guideAt, type Incoming, type NamesOfKinds, vocabularies } from './incoming.ts'
import { digestOf } from './present-digest.ts'
import type { Present } from './present-queries.ts'
import type { ReadFiles } from './read-files.ts'
import { authorText, categoryText, hashOf, roleText, skillText } from './thing-files.ts'

/**
 * What bringing a folder in would do, thing by thing. Pure: it neither reads nor writes the database.
 * @param take the keys of things whose incoming version is taken although the site has its own
 */
export function planImport(incoming: Incoming, present: Present, take: ReadonlySet<string> = new Set()): ImportPlan {
  const { files, guides, source } = incoming
  const names = vocabularies(incoming, present)
  const simple = <Thing extends { slug: string; name: string }>(
    kind: keyof NamesOfKinds,
    placed: Placed<Thing>[],
    here: ReadonlyMap<string, Thing>,
    text: (thing: Thing) => string,
    inWords: (thing: Thing) => Thing = (thing) => thing,
  ): PlannedThing[] =>
    placed.map(({ value }) => {
      const at = names[kind].here(value.slug)
      const found = at === null ? undefined : here.get(at)
      const mine = found && inWords(found)
      return decide(
        {
          ...place(kind, value.slug, at),
          label: value.name,
          hash: hashOf(text(value)),
          present: mine ? hashOf(text(mine)) : null,
        },
        () => ({ fields: mine ? differentFields({ ...mine, slug: '' }, { ...value, slug: '' }) : [] }),
      )
    })
  const place = (kind: keyof NamesOfKinds, slug: string, here: string | null) => ({
    kind,
    slug,
    here,
    origin:
      present.origins.get(`${kind} ${slug}`) ?? (here === null ? undefined : present.origins.get(`${kind} ${here}`)),
    double: names[kind].double(slug),
    moves: names[kind].moves(slug),
    taken: take.has(`${kind}:${slug}`),
  })
  const planned = [
    ...simple<CategoryThing>('category', files.categories, present.categories, categoryText),
    ...simple<SkillThing>('skill', files.skills, present.skills, skillText, (skill) => skillInWords(skill, names)),
    ...simple<RoleThing>('role', files.roles, present.roles, roleText, (role) => roleInWords(role, names)),
    ...simple('author', files.authors, present.authors, authorText),
    ...guides.map((guide) => {
      const at = names.guide.here(guide.slug)
      const mine = guideAt(present, at)
      return decide(
        {
          ...place('guide', guide.slug, at),
          label: guideLabel(guide),
          hash: incomingHash(guide),
          present: mine ? guideHash(mine) : null,
        },
        () => (mine ? guideDifference(guide, mine) : { fields: [] }),
      )
    }),
  ]
  const things = stopDependants(planned, incoming, present, names)
  return {
    things: [
      ...things,
      ...planPictures(files.pictures, present, take),
      ...planRedirects(files.redirects, present, things),
    ],
    problems: folderProblems(incoming, present, things),
    absent: absentThings(present, things, files),
    notRead: source.notRead,
    digest: digestOf(present),
  }
}

/** A skill of the site, naming others by what the folder calls them. */
const skillInWords = (skill: SkillThing, names: NamesOfKinds): SkillThing => ({
  ...skill,
  related: skill.related.map(names.skill.word),
})

const roleInWords = (role: RoleThing, names: NamesOfKinds): RoleThing => ({
  ...role,
  category: role.category === undefined ? undefined : names.category.word(role.category),
  skills: role.skills.map((asked) => ({ ...asked, skill: names.skill.word(asked.skill) })),
})

const partOf = { category: 'categories', skill: 'skills', role: 'roles', author: 'authors', guide: 'guides' } as const

function absentThings(present: Present, things: readonly PlannedThing[], files: ReadFiles): ImportPlan['absent'] {
  const met = new Set(things.flatMap(({ kind, here }) => (here === null ? [] : `${kind} ${here}`)))
  // A file with an error is there all the same.
  for (const [kind, part] of Object.entries(partOf)) for (const slug of files.there(part)) met.add(`${kind} ${slug}`)
  const left = (kind: ThingKind, slug: string, label: string) =>
    met.has(`${kind} ${slug}`) ? [] : [{ kind, slug, label }]
  return [
    ...[...present.categories.values()].flatMap(({ slug, name }) => left('category', slug, name)),
    ...[...present.skills.values()].flatMap(({ slug, name }) => left('skill', slug, name)),
    ...[...present.roles.values()].flatMap(({ slug, name }) => left('role', slug, name)),
    ...[...present.authors.values()].flatMap(({ slug, name }) => left('author', slug, name)),
    ...[...present.guides.values()].flatMap(({ slug, working }) =>
      met.has(`guide ${working.slug}`) ? [] : left('guide', slug, working.title || slug),
    ),
  ]
}
