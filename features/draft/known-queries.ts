import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { authors, guides } from '#db/schema/guide.ts'
import { pictures } from '#db/schema/picture.ts'
import { questions, roles, skillStatements, skills } from '#db/schema/taxonomy.ts'
import type { Known, KnownSkill } from '#features/guide/lint-issue.ts'
import { currentQuestions, currentSlugs } from '#features/taxonomy/redirect-queries.ts'
import type { Reference } from './draft-references.ts'

// Not server-only: a scheduled publish asks from outside of Next.

/** Which of the things that a guide names there are, under the names that it uses for them. */
export async function knownOf(db: Reader, references: readonly Reference[]): Promise<Known> {
  const named = (kind: Reference['kind']) => references.flatMap((each) => (each.kind === kind ? each.target : []))
  const questionRefs = await currentQuestions(db, named('question'))
  const skillSlugs = await currentSlugs(db, 'skill', [
    ...named('skill'),
    ...named('question').map((ref) => ref.split('/', 1)[0] ?? ''),
  ])
  const [bySlug, ofGuides, ofRoles, ofAuthors, pictureRows] = await Promise.all([
    skillsKnown(db, [...skillSlugs.values(), ...[...questionRefs.values()].map((ref) => ref.split('/', 1)[0] ?? '')]),
    there(db, 'guide', named('guide')),
    there(db, 'role', named('role')),
    there(db, 'author', named('author')),
    named('picture').length === 0
      ? []
      : db
          .select({ id: pictures.id })
          .from(pictures)
          .where(inArray(pictures.id, named('picture'))),
  ])
  const knownSkills = new Map<string, Found>()
  for (const [asked, current] of skillSlugs) {
    const skill = bySlug.get(current)
    if (skill) knownSkills.set(asked, { ...skill, questionKeys: new Set(skill.questionKeys) })
  }
  // A question is asked for under the name that the guide has for its skill.
  for (const [asked, current] of questionRefs) {
    const [skill = '', key = ''] = asked.split('/')
    const [currentSkill = '', currentKey = ''] = current.split('/')
    if (bySlug.get(currentSkill)?.questionKeys.has(currentKey)) knownSkills.get(skill)?.questionKeys.add(key)
  }
  return {
    skills: knownSkills,
    guides: ofGuides,
    roles: ofRoles,
    authors: ofAuthors,
    pictures: new Set(pictureRows.map(({ id }) => id)),
  }
}

type Found = KnownSkill & { questionKeys: Set<string> }

async function skillsKnown(db: Reader, slugs: readonly string[]): Promise<Map<string, Found>> {
  const asked = [...new Set(slugs)]
  if (asked.length === 0) return new Map()
  const [rows, asking, stated] = await Promise.all([
    db
      .select({ id: skills.id, slug: skills.slug, kind: skills.kind, unfinished: skills.unfinished })
      .from(skills)
      .where(inArray(skills.slug, asked)),
    db
      .select({ skillId: questions.skillId, key: questions.key })
      .from(questions)
      .where(ofSkills(questions, asked, db)),
    db
      .selectDistinct({ skillId: skillStatements.skillId, level: skillStatements.level })
      .from(skillStatements)
      .where(ofSkills(skillStatements, asked, db)),
  ])
  return new Map(
    rows.map(({ id, slug, kind, unfinished }) => [
      slug,
      {
        kind,
        questionKeys: new Set(asking.flatMap(({ skillId, key }) => (skillId === id ? key : []))),
        unfinished: unfinished || stated.filter(({ skillId }) => skillId === id).length < 4,
      },
    ]),
  )
}

function ofSkills(table: typeof questions | typeof skillStatements, slugs: string[], db: Reader) {
  return inArray(table.skillId, db.select({ id: skills.id }).from(skills).where(inArray(skills.slug, slugs)))
}

/** Which of these slugs lead to something that is there. */
async function there(db: Reader, kind: 'guide' | 'role' | 'author', slugs: readonly string[]): Promise<Set<string>> {
  const current = await currentSlugs(db, kind, slugs)
  if (current.size === 0) return new Set()
  const table = { guide: guides, role: roles, author: authors }[kind]
  const rows = await db
    .select({ slug: table.slug })
    .from(table)
    .where(inArray(table.slug, [...current.values()]))
  const found = new Set(rows.map(({ slug }) => slug))
  return new Set([...current].flatMap(([asked, now]) => (found.has(now) ? asked : [])))
}
