import { lintDraft, type ReadDraft } from '#features/draft/draft-content.ts'
import { skillsOf } from '#features/guide/guide-lint.ts'
import type { Known, LintIssue } from '#features/guide/lint-issue.ts'
import { countReading, readingEase } from '#features/guide/reading-ease.ts'
import { americanSpellings } from '#features/guide/spelling.ts'
import { ambiguousAliases } from './alias-checks.ts'
import { problem } from './content-checks.ts'
import { contentProblems, inOrder } from './content-files.ts'
import type { GuideThing, Placed, PlacedText, RoleThing, SkillThing } from './content-types.ts'
import type { ContentProblem } from './content-yaml.ts'
import { type LibraryText, sentencesIn, textsOfGuide, textsOfOthers, textsOfSkill } from './library-texts.ts'
import type { ReadFiles } from './read-files.ts'
import { nearRepeats, repeatedSentences } from './repeated-sentences.ts'

const mustsAtLeast = 3
const nearAtMost = 20
const easeAtLeast = 50

/**
 * What is wrong with a library that is to be of one piece: what is wrong with its files, and what only shows when all of
 * them are looked at. A site's own files may be brought in with less.
 */
export function libraryProblems(files: ReadFiles): ContentProblem[] {
  const skills = files.skills.filter(({ value }) => !value.unfinished)
  const ofSkills = skills.flatMap(textsOfSkill)
  const sets = [sentencesIn(files.guides.flatMap(textsOfGuide)), sentencesIn(ofSkills)]
  return inOrder([
    ...contentProblems(files, strictly),
    ...orphanProblems(skills, files.roles, files.guides),
    ...demandProblems(files.roles, skills),
    ...ambiguousAliases(skills),
    ...spellingProblems([...ofSkills, ...textsOfOthers(files)]),
    ...sets.flatMap(repeatedSentences),
    ...sets.flatMap(nearRepeats).slice(0, nearAtMost),
    ...files.guides.flatMap(easeProblems),
  ])
}

/** One library has one spelling: what is a warning to an editor is an error here. */
const strictly = (draft: ReadDraft, known: Known): LintIssue[] =>
  lintDraft(draft, known).map((issue) => (issue.rule === 'spelling' ? { ...issue, severity: 'error' } : issue))

function orphanProblems(
  skills: Placed<SkillThing>[],
  roles: Placed<RoleThing>[],
  guides: PlacedText<GuideThing>[],
): ContentProblem[] {
  const used = new Set([
    ...roles.flatMap(({ value }) => value.skills.map(({ skill }) => skill)),
    ...guides.flatMap(({ read }) => read().body.blocks.flatMap(skillsOf)),
  ])
  return skills
    .filter(({ value }) => !used.has(value.slug))
    .map((skill) => problem(skill, ['name'], 'No role asks for this skill and no guide speaks of it.'))
}

/** A role that asks for too little says nothing to who compares themselves with it. Files see to the one nice-to-have. */
function demandProblems(roles: Placed<RoleThing>[], skills: Placed<SkillThing>[]): ContentProblem[] {
  const kinds = new Map(skills.map(({ value }) => [value.slug, value.kind]))
  return roles.flatMap((role) => {
    const asked = role.value.skills
    const musts = asked.filter(({ weight }) => weight === 'must').length
    // Whether a skill that cannot be read is a soft one, nobody knows.
    const soft = asked.some(({ skill }) => (kinds.get(skill) ?? 'soft') === 'soft')
    const few = `This role has ${musts} must-haves; give at least ${mustsAtLeast}.`
    return [
      ...(musts < mustsAtLeast ? [problem(role, ['skills'], few)] : []),
      ...(soft ? [] : [problem(role, ['skills'], 'This role asks for no soft skill.')]),
    ]
  })
}

function spellingProblems(texts: LibraryText[]): ContentProblem[] {
  return texts.flatMap(({ file, line, field, text }) =>
    americanSpellings(text).map(({ found, british }): ContentProblem => {
      const message = `"${found}" is American spelling; here it is "${british}".`
      return { file, line, field, message, severity: 'error' }
    }),
  )
}

function easeProblems({ file, lineOf, read }: PlacedText<GuideThing>): ContentProblem[] {
  const counted = countReading(read().body)
  const ease = counted ? Math.round(readingEase(counted)) : easeAtLeast
  if (ease >= easeAtLeast) return []
  const message = `Its reading ease is ${ease}. Above ${easeAtLeast} most adults follow; use shorter sentences and words.`
  return [{ file, line: lineOf(['title']), field: '', message, severity: 'warning' }]
}
