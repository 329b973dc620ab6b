import type { GuideKind } from '#db/schema/words.ts'
import type { GuideBody } from './guide-body.ts'
import { kindsNamed } from './guide-needs.ts'
import { type LintIssue, warning } from './lint-issue.ts'

/** A part that a guide of some kind should have, and how its heading can be known. */
interface Part {
  what: string
  heading: RegExp
}

const responsibilities = /\b(?:dut(?:y|ies)|responsib\w+|tasks?|what .*\b(?:does|do)\b|main work)/
const improve = /\b(?:improv\w*|practi[sc]\w*|get better|better at|learn\w*|exercises?|build|develop)\b/
const mistakes = /\b(?:mistakes?|goes? wrong|pitfalls?|avoid|traps?|trouble|stuck)\b/

/** What each kind should have beside its blocks, which are counted in guide-needs.ts. */
const parts: Record<GuideKind, readonly Part[]> = {
  'role-skills': [
    { what: 'how to improve the skills', heading: improve },
    { what: 'how to show them in a CV', heading: /\b(?:cvs?|résumés?|resumes?)\b/ },
    { what: 'how to show them in a profile summary', heading: /\b(?:summar(?:y|ies)|profiles?)\b/ },
    { what: 'how to show them in an interview', heading: /\binterview/ },
  ],
  'job-description': [
    { what: 'a day at work', heading: /\b(?:days?|(?:mon|tues|wednes|thurs|fri)days?|shift|hour by hour)\b/ },
    { what: 'a week at work', heading: /\bweek/ },
    { what: 'the duties', heading: responsibilities },
    { what: 'the requirements', heading: /\b(?:require\w*|qualifications?|asks? for|needs?|must[- ]haves?|expect)\b/ },
    { what: 'the tools', heading: /\b(?:tools?|software|equipment|systems|instruments|kit)\b/ },
    { what: 'who they work with', heading: /\b(?:works? with|working with|colleagues|teams?|people|alongside)\b/ },
    { what: 'how to read an advert', heading: /\b(?:adverts?|ads?|listings?|vacanc(?:y|ies)|postings?)\b/ },
    {
      what: 'how the role grows',
      heading: /\b(?:grows?|growth|progress\w*|careers?|promotion|next|senior|later|lead|after)\b/,
    },
  ],
  skill: [
    { what: 'what the skill is', heading: /^(?:what\b|the meaning)|\b(?:definition|means?)\b/ },
    { what: 'the four levels at work', heading: /\blevels?\b/ },
    { what: 'examples', heading: /\bexamples?\b/ },
    { what: 'how to practise', heading: improve },
    { what: 'how to show it', heading: /\b(?:show|cvs?|prove|interview)\b/ },
    { what: 'mistakes', heading: mistakes },
  ],
  'how-to': [
    { what: 'the steps', heading: /\bsteps?\b/ },
    { what: 'the time needed', heading: /\b(?:how long|time|hours|days|weeks|months)\b/ },
    { what: 'what goes wrong', heading: mistakes },
  ],
  comparison: [
    { what: 'what both share', heading: /\b(?:shared?|shares|common|same|alike|both (?:need|ask|do))\b/ },
    { what: 'a day in each', heading: /\b(?:days?|(?:mon|tues|wednes|thurs|fri)days?)\b/ },
    { what: 'the skills side by side', heading: /\b(?:side by side|skills)\b/ },
    { what: 'how to try both', heading: /\b(?:try|test|taste|sample)\b/ },
    { what: 'how to move from one to the other', heading: /\b(?:mov(?:e|ing)|switch\w*|chang(?:e|ing)|from .* to)\b/ },
  ],
  career: [
    { what: 'the responsibilities', heading: responsibilities },
    {
      what: 'the routes in',
      heading:
        /\b(?:entry|routes?|ways? in|get in|getting in|into|become|becoming|how to start|starting|qualif\w+|train\w*)\b/,
    },
    { what: 'the pay, or how to find it out', heading: /\b(?:pay|paid|salar(?:y|ies)|earn\w*|wages?|money)\b/ },
    { what: 'how the work progresses', heading: /\b(?:progress\w*|grow\w*|promotion|next|senior|later|prospects)\b/ },
    {
      what: 'its good and bad sides',
      heading: /\b(?:good|bad|best|worst|pros|cons|upsides?|downsides?|likes?|dislikes?|hard|suits?)\b/,
    },
  ],
}

/** What a guide of its kind should speak of, judged by its headings. */
export function missingSectionIssues(kind: GuideKind, { outline, blocks }: GuideBody): LintIssue[] {
  const headings = outline.map(({ text }) => text.toLowerCase())
  // The steps of a how-to are its own headings.
  if (blocks.some((block) => block.kind === 'step')) headings.push('steps')
  return parts[kind]
    .filter(({ heading }) => !headings.some((text) => heading.test(text)))
    .map(({ what }) => {
      const message = `${kindsNamed[kind]} should have a section on ${what}, and no heading here says so.`
      return warning('missing-section', 0, message, 'body')
    })
}

/** Which action fits a section, by what its heading speaks of; the first that matches. */
const actions: readonly [heading: RegExp, action: string][] = [
  [/\b(?:interviews?|questions?)\b/, 'an interview question to practise'],
  [/\b(?:summar(?:y|ies)|profiles?)\b/, 'a profile summary to take along'],
  [/\b(?:cvs?|résumés?|resumes?|applications?)\b/, 'lines for a CV'],
  [/\b(?:skills?|levels?|requirements?|qualif\w+)\b/, 'a skill to rate'],
  [/\b(?:how to|improv\w*|practi[sc]\w*|learn\w*|try|try out|steps?|exercises?|mistakes?|start)\b/, 'a step to do'],
]

/** A section of advice that the reader can do nothing about. The first one may say what the guide is about. */
export function idleSectionIssues({ outline, headings, blocks }: GuideBody): LintIssue[] {
  const used = new Set(blocks.map(({ section }) => section))
  const ids = headings.filter(({ depth }) => depth === 2).map(({ id }) => id)
  return outline
    .filter(({ depth }) => depth === 2)
    .flatMap(({ text, line }, index) => {
      if (index === 0 || used.has(ids[index] ?? '')) return []
      const action = actions.find(([heading]) => heading.test(text.toLowerCase()))?.[1]
      const fitting = action ?? 'a step to do, a question to practise or a related guide to read'
      const message = `The section "${text}" has nothing that the reader can do. What fits here: ${fitting}.`
      return [warning('no-block', line, message)]
    })
}
