import { activities } from '#features/taxonomy/activities.ts'

/*
 * The answers of a questionnaire, which live in its address and nowhere else. The form sends a field for each answer; the
 * page then leads to the short spelling: `likes=yb-n...`, a letter for each activity in the order of the list, and
 * `did=sql.teamwork`. Activities are only ever added at the end of the list, so an old address keeps its meaning.
 */

export const likings = ['yes', 'bit', 'no'] as const
export type Liking = (typeof likings)[number]

export interface Answers {
  /** By the slug of the activity; what was not answered is not there. */
  likes: ReadonlyMap<string, Liking>
  /** The slugs of the skills whose statement was ticked. */
  did: readonly string[]
}

/** The names of the form's fields. */
export const likeField = (activity: string): string => `like-${activity}`
export const didField = 'did'
/** Sent along with the form, so that an answer without a tick is one as well. */
export const sentField = 'sent'

const letters: Record<Liking, string> = { yes: 'y', bit: 'b', no: 'n' }
const likingOf = new Map<string, Liking>(likings.map((liking) => [letters[liking], liking]))

const skillSlug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const longestSlug = 80
/** Far more than are asked about; an address may hold anything. */
const mostSkills = 60

type Query = Record<string, string | string[] | undefined>

const all = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/**
 * The answers in the query of an address, in either spelling.
 * @returns null where the questionnaire was not sent; `short` is whether it is the short spelling, letter for letter
 */
export function readAnswers(query: Query): (Answers & { short: boolean }) | null {
  const ofForm = query[sentField] !== undefined
  const [word = ''] = all(query.likes)
  if (!ofForm && query.likes === undefined) return null
  const likes = new Map<string, Liking>()
  activities.forEach(({ slug }, index) => {
    const [given = ''] = all(query[likeField(slug)])
    const liking = ofForm ? likings.find((each) => each === given) : likingOf.get(word.charAt(index))
    if (liking) likes.set(slug, liking)
  })
  const did = [...new Set(all(query[didField]).flatMap((value) => value.split('.')))]
    .filter((slug) => slug.length <= longestSlug && skillSlug.test(slug))
    .slice(0, mostSkills)
  const answers = { likes, did }
  const written = new URLSearchParams(writeAnswers(answers))
  const given = Object.entries(query)
  const short =
    given.length === written.size && given.every(([name, value]) => written.get(name) === all(value).join('&'))
  return { ...answers, short }
}

/** The short spelling, to stand behind a question mark. */
export function writeAnswers({ likes, did }: Answers): string {
  const word = activities.map(({ slug }) => letters[likes.get(slug) as Liking] ?? '-').join('')
  return did.length > 0 ? `likes=${word}&did=${did.join('.')}` : `likes=${word}`
}

/** Whether there is anything to go by: a dislike alone says what to leave out and not where to look. */
export const saysSomething = ({ likes, did }: Answers): boolean =>
  did.length > 0 || [...likes.values()].some((liking) => liking !== 'no')
