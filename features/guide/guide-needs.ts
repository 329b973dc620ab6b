import type { GuideKind } from '#db/schema/guide.ts'
import type { SkillKind } from '#db/schema/taxonomy.ts'
import type { Block, GuideBody } from './guide-body.ts'
import type { Front } from './guide-schema.ts'
import { error, type Known, type LintIssue } from './lint-issue.ts'

/** What is asked of a kind: how many blocks of which kind at least. */
type Minimum = Partial<Record<Block['kind'], number>>

const minimums: Record<GuideKind, Minimum> = {
  'role-skills': { step: 4, cvLines: 2, summary: 1, question: 2, related: 2 },
  skill: { step: 3, cvLines: 1, question: 2, related: 1 },
  'how-to': { step: 4, related: 1 },
  comparison: { step: 2, related: 1 },
  'job-description': { skill: 1, question: 1, related: 1 },
  career: { step: 1, related: 1 },
}

const namesOf: Record<Block['kind'], [one: string, several: string]> = {
  skill: ['skill block', 'skill blocks'],
  step: ['step', 'steps'],
  cvLines: ['block of CV lines', 'blocks of CV lines'],
  summary: ['summary', 'summaries'],
  question: ['question', 'questions'],
  related: ['related guide', 'related guides'],
}

/** Each kind at the beginning of a sentence. */
export const kindsNamed: Record<GuideKind, string> = {
  'role-skills': 'A role-skills guide',
  skill: 'A skill guide',
  'how-to': 'A how-to',
  comparison: 'A comparison',
  'job-description': 'A job description',
  career: 'A career guide',
}

/** What a guide of its kind must hold and does not. */
export function kindIssues(front: Front, body: GuideBody, known: Known): LintIssue[] {
  const issues: LintIssue[] = []
  const refuse = (message: string, field = 'body') => {
    issues.push(error('kind', 0, `${kindsNamed[front.kind]} ${message}`, field))
  }
  for (const [kind, least] of Object.entries(minimums[front.kind]) as [Block['kind'], number][]) {
    const count = body.blocks.filter((block) => block.kind === kind).length
    if (count < least) refuse(`needs ${least} ${namesOf[kind][least === 1 ? 0 : 1]} or more and has ${count}.`)
  }
  if (front.kind === 'role-skills') roleSkills(front, body, known, refuse)
  if (front.kind === 'skill') skill(front, body, refuse)
  if (front.kind === 'comparison') comparison(front, body, refuse)
  if (front.kind === 'career' && front.sources.length === 0) refuse('needs at least one source.', 'sources')
  if (front.kind !== 'skill' && front.skill) refuse('has no skill of its own; only a skill guide has.', 'skill')
  return issues
}

type Refuse = (message: string, field?: string) => void

function roleSkills(front: Front, body: GuideBody, known: Known, refuse: Refuse): void {
  if (front.roles.length === 0) refuse('needs a role.', 'roles')
  const count = (kind: SkillKind) =>
    body.blocks.filter((block) => block.kind === 'skill' && known.skills.get(block.ref)?.kind === kind).length
  const [technical, soft] = [count('technical'), count('soft')]
  if (technical < 4 || technical > 7) refuse(`needs 4 to 7 technical skill blocks and has ${technical}.`)
  if (soft < 3 || soft > 5) refuse(`needs 3 to 5 soft skill blocks and has ${soft}.`)
  if (body.words < 1600 || body.words > 2600) refuse(`needs 1,600 to 2,600 words and has ${body.words}.`)
}

function skill(front: Front, body: GuideBody, refuse: Refuse): void {
  if (!front.skill) refuse('needs a skill.', 'skill')
  else if (!body.blocks.some((block) => block.kind === 'skill' && block.ref === front.skill)) {
    refuse(`needs a skill block for "${front.skill}".`)
  }
}

function comparison(front: Front, body: GuideBody, refuse: Refuse): void {
  if (body.tables === 0) refuse('needs a table.')
  if (front.roles.length === 1) refuse('needs the roles of both sides, or none.', 'roles')
  if (body.blocks.filter(({ kind }) => kind === 'skill').length < 2) refuse('needs skill blocks of both sides.')
}
