import type { Choice } from '../lookup-match.ts'

export type { Choice } from '../lookup-match.ts'

export interface NewSkill {
  name: string
  kind: 'technical' | 'soft'
  definition: string
}

/** What the editor asks the site while somebody types. Each of these rejects with a sentence for that person. */
export interface Lookups {
  skills(query: string): Promise<Choice[]>
  /** Values are `skill/question`. */
  questions(skill: string): Promise<Choice[]>
  guides(query: string): Promise<Choice[]>
  /** What these are called. */
  names(kind: 'skill' | 'guide', values: readonly string[]): Promise<Choice[]>
  /** Begins a skill that the guide can name at once. */
  makeSkill(skill: NewSkill): Promise<Choice>
}

const away = 'The site did not answer. Check the connection and try again.'

async function ask(path: string, init?: RequestInit): Promise<unknown> {
  const answer = await fetch(path, init).catch(() => {
    throw new Error(away)
  })
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) return body
  throw new Error(typeof body === 'object' && body && 'message' in body ? String(body.message) : away)
}

const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' && value !== null && 'value' in value && 'label' in value

async function choices(query: Record<string, string>): Promise<Choice[]> {
  const answer = await ask(`/admin/lookup?${new URLSearchParams(query)}`)
  return Array.isArray(answer) ? answer.filter(isChoice) : []
}

export const lookups: Lookups = {
  skills: (q) => choices({ kind: 'skill', q }),
  questions: (skill) => choices({ kind: 'question', skill }),
  guides: (q) => choices({ kind: 'guide', q }),
  names: (kind, values) => choices({ kind, values: values.join(',') }),
  async makeSkill(skill) {
    const made = await ask('/admin/lookup/skills', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(skill),
    })
    if (!isChoice(made)) throw new Error(away)
    return made
  },
}
