import { type Block, countWords, type GuideBody } from './guide-body.ts'
import { kindIssues } from './guide-needs.ts'
import type { Front } from './guide-schema.ts'
import type { Known, LintIssue } from './lint-issue.ts'
import { americanSpellings } from './spelling.ts'

const wordsInSentence = 30

/** Checks a guide against docs/content-format.md. Errors must be put right before a publish, warnings should be. */
export function lintGuide(guide: { front: Front; body: GuideBody }, known: Known): LintIssue[] {
  const { front, body } = guide
  return [
    ...body.problems.map(({ line, message }) => error('syntax', line, message)),
    ...referenceIssues(front, body, known),
    ...kindIssues(front, body, known),
    ...headingIssues(body),
    ...sectionIssues(body),
    ...sentenceIssues(body),
    ...spellingIssues(front, body),
    ...(front.sources.length === 0
      ? [warning('no-sources', 0, 'This guide names no sources. Add one for each fact that can be wrong.', 'sources')]
      : []),
  ]
}

function error(rule: string, line: number, message: string, field?: string): LintIssue {
  return { severity: 'error', rule, line, message, ...(field && { field }) }
}

function warning(rule: string, line: number, message: string, field?: string): LintIssue {
  return { severity: 'warning', rule, line, message, ...(field && { field }) }
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

function sectionIssues({ outline, headings, blocks }: GuideBody): LintIssue[] {
  const used = new Set(blocks.map(({ section }) => section))
  const ids = headings.filter(({ depth }) => depth === 2).map(({ id }) => id)
  return outline
    .filter(({ depth }) => depth === 2)
    .flatMap(({ text, line }, index) => {
      if (index === 0 || used.has(ids[index] ?? '')) return []
      const message = `The section "${text}" has no block: give the reader something to do about it.`
      return [warning('no-block', line, message)]
    })
}

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

function sentenceIssues({ prose }: GuideBody): LintIssue[] {
  return prose.flatMap(({ line, text }) =>
    [...sentences.segment(text.replaceAll('\n', ' '))].flatMap(({ segment, index }) => {
      const words = countWords(segment)
      if (words <= wordsInSentence) return []
      const start = segment.trim().split(/\s+/).slice(0, 6).join(' ')
      const at = line + text.slice(0, index).split('\n').length - 1
      return [warning('long-sentence', at, `A sentence of ${words} words begins with "${start}". Make two of it.`)]
    }),
  )
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
