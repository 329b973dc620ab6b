import { type Block, countWords, type GuideBody } from './guide-body.ts'
import { kindIssues } from './guide-needs.ts'
import type { Front } from './guide-schema.ts'
import { claimIssues } from './lint-claims.ts'
import { error, type Known, type LintIssue, warning } from './lint-issue.ts'
import { pictureIssues } from './lint-pictures.ts'
import { idleSectionIssues, missingSectionIssues } from './lint-sections.ts'
import { sentencesOf } from './sentences.ts'
import { americanSpellings } from './spelling.ts'

const wordsInSentence = 30

/** Checks a guide against docs/content-format.md. Errors must be put right before a publish, warnings should be. */
export function lintGuide(guide: { front: Front; body: GuideBody }, known: Known): LintIssue[] {
  const { front, body } = guide
  return [
    ...brokenIssues(guide, known),
    ...unfinishedSkillIssues(front, body, known),
    ...pictureIssues(body, known),
    ...kindIssues(front, body, known),
    ...missingSectionIssues(front.kind, body),
    ...headingIssues(body),
    ...idleSectionIssues(body),
    ...claimIssues(body),
    ...sentenceIssues(body),
    ...spellingIssues(front, body),
    ...(front.sources.length === 0
      ? [warning('no-sources', 0, 'This guide names no sources. Add one for each fact that can be wrong.', 'sources')]
      : []),
  ]
}

/** Of these errors, those without which there is nothing to show: what cannot be read, and names of what is not there. */
export function brokenIssues({ front, body }: { front: Front; body: GuideBody }, known: Known): LintIssue[] {
  return [
    ...body.problems.map(({ line, message }) => error('syntax', line, message)),
    ...referenceIssues(front, body, known),
  ]
}

function referenceIssues(front: Front, body: GuideBody, known: Known): LintIssue[] {
  const issues: LintIssue[] = []
  const refuse = (there: boolean, line: number, message: string, field?: string) => {
    if (!there) issues.push(error('unknown-reference', line, message, field))
  }
  // An empty field is named as such by whoever reads the fields.
  refuse(front.author === '' || known.authors.has(front.author), 0, `There is no author "${front.author}".`, 'author')
  front.roles.forEach((role, index) => {
    refuse(known.roles.has(role), 0, `There is no role "${role}".`, `roles.${index}`)
  })
  if (front.skill) refuse(known.skills.has(front.skill), 0, `There is no skill "${front.skill}".`, 'skill')
  front.explore.forEach((slug, index) => {
    refuse(known.guides.has(slug), 0, `There is no guide "${slug}" to explore.`, `explore.${index}`)
  })
  for (const block of body.blocks) {
    for (const skill of skillsOf(block)) refuse(known.skills.has(skill), block.line, `There is no skill "${skill}".`)
    if (block.kind === 'related') refuse(known.guides.has(block.slug), block.line, `There is no guide "${block.slug}".`)
    const questions = block.kind === 'question' && known.skills.get(block.skill)?.questionKeys
    if (block.kind === 'question' && questions) {
      const message = `The skill "${block.skill}" has no question "${block.question}"; it has ${[...questions].join(', ')}.`
      refuse(questions.has(block.question), block.line, message)
    }
  }
  return issues
}

/** @returns the slugs of the skills that a block is about. */
export function skillsOf(block: Block): string[] {
  if (block.kind === 'skill') return [block.ref]
  if (block.kind === 'question') return [block.skill]
  return block.kind === 'related' ? [] : block.skills
}

/** A ladder without rungs cannot be shown; a step for such a skill can, but leads nowhere yet. */
function unfinishedSkillIssues(front: Front, { blocks }: GuideBody, known: Known): LintIssue[] {
  const lacks = (slug: string) => known.skills.get(slug)?.unfinished === true
  const message = (slug: string) => `The skill "${slug}" is unfinished: it lacks texts for its levels, or questions.`
  return [
    ...(front.skill && lacks(front.skill) ? [warning('skill-unfinished', 0, message(front.skill), 'skill')] : []),
    ...blocks.flatMap((block) =>
      skillsOf(block)
        .filter(lacks)
        .map((slug) => (block.kind === 'skill' ? error : warning)('skill-unfinished', block.line, message(slug))),
    ),
  ]
}

function headingIssues({ outline }: GuideBody): LintIssue[] {
  const issues: LintIssue[] = []
  // The title of the page is the first heading.
  let above = 1
  for (const { depth, text, line } of outline) {
    if (text === '') issues.push(error('empty-heading', line, 'This heading has no text.'))
    if (depth > above + 1) {
      const message = `A heading of level ${depth} follows one of level ${above}. Use ${'#'.repeat(above + 1)} here.`
      issues.push(warning('heading-order', line, message))
    }
    above = depth
  }
  return issues
}

function sentenceIssues({ prose }: GuideBody): LintIssue[] {
  return prose.flatMap(sentencesOf).flatMap(({ line, text }) => {
    const words = countWords(text)
    if (words <= wordsInSentence) return []
    const start = text.split(/\s+/).slice(0, 6).join(' ')
    return [warning('long-sentence', line, `A sentence of ${words} words begins with "${start}". Make two of it.`)]
  })
}

function spellingIssues(front: Front, { prose, outline, blocks }: GuideBody): LintIssue[] {
  const texts: { line: number; text: string; field?: string }[] = [
    ...(['title', 'standfirst', 'description'] as const).map((field) => ({ line: 0, text: front[field], field })),
    ...outline,
    ...prose,
    ...blocks.flatMap((block) => (block.kind === 'step' ? [{ line: block.line, text: block.done }] : [])),
  ]
  return texts.flatMap(({ line, text, field }) =>
    americanSpellings(text).map(({ found, british }) =>
      warning('spelling', line, `"${found}" is American spelling; here it is "${british}".`, field),
    ),
  )
}
