import type { SearchKind } from '#db/schema/words.ts'

/** What somebody wants, read from how they say it. */
export interface Wish {
  /** What is looked for. */
  query: string
  /** The kind of thing that they ask for by its name; null for any. */
  kind: SearchKind | null
  /** Whether they do not know yet which job they want. */
  undecided: boolean
}

const forQuestions = /\b(?:job )?(?:interview(?:ing)? )?questions?\b/gi
const undecided =
  /\b(?:which|what|wich) (?:jobs?|roles?|careers?|work)\b|\bsuits? me\b|\b(?:jobs?|work|career) (?:for me|without|with no|no)\b|\bno (?:degree|experience|qualifications?)\b|\bcareer (?:test|quiz|ideas?|advice)\b|\bchang(?:e|ing) (?:of )?(?:jobs?|careers?)\b/i

/** "interview questions sql" is a wish for questions about SQL, and no text about interviews. */
export function wishOf(query: string): Wish {
  const rest = query.replace(forQuestions, ' ').trim()
  const asked = rest !== query.trim() && /[\p{L}\p{N}]/u.test(rest)
  return { query: asked ? rest : query, kind: asked ? 'question' : null, undecided: undecided.test(query) }
}
