import { weightPoints } from '#features/profile/scoring.ts'
import { activityText } from '#features/taxonomy/activities.ts'
import type { RoleSkill, RoleView } from '#features/taxonomy/taxonomy-types.ts'
import { capitalised, counted, inWords, listed } from '#lib/format.ts'
import type { Statement } from './questionnaire.ts'
import type { Answers, Liking } from './questionnaire-answers.ts'

/*
 * How the answers of a questionnaire order roles. It is rough on purpose, and it shows no number: sixteen likes and two
 * dozen ticks are a reason to read about a job and no measure of a person.
 *
 * Likes: each activity of the role gives 2 for "yes", 1 for "a bit", -2 for "no" and nothing without an answer; what
 * counts is their average, so that a role with six activities has no advantage over one with three. In it an activity counts
 * the less the more roles name it: tools tell an electrician from the rest, and good order tells little.
 * Done: the share of the statements asked about this role's skills that were ticked, a must-have three times, and each the
 * less the more roles ask for it; times 2. So having done all of it weighs as much as liking all of it, and a tick that fits
 * nearly every role decides little. What belongs to any kind of work counts a third: it says much about a person and
 * little about which job. Where less than three telling must-haves were asked about, the share is of three: one tick is not
 * all there is to a role about which there were few questions.
 * Suggested is what comes out above nothing: an activity that is not liked can outweigh the rest.
 * The way there: the points count less, by nine tenths at most, the more technical must-haves are not ticked and the higher
 * they are asked for; those of work on computers themselves count half as much again, since few have met them by the way.
 * So of roles with much the same day the nearer one comes first, and a near one without anything to like stays behind. The
 * farther one is suggested all the same: a long way is no reason not to read about it.
 * Between two that come out the same, the one with more activities liked stands first, then the one with more statements
 * ticked, then the one with fewer must-haves to learn, then the name.
 */

const likePoints: Record<Liking, number> = { yes: 2, bit: 1, no: -2 }
const donePoints = 2
const leastAsked = 3 * weightPoints.must
/** The share of its points that the role with the longest way loses. */
const farthest = 0.9
/** How much more a technical must-have counts that belongs to work on computers. */
const computersCount = 1.5

/** A ticked statement as a role asks for its skill. */
export interface MatchedStatement extends Statement {
  must: boolean
}

export interface RoleMatch {
  role: RoleView
  points: number
  /** What is left of the points after the way there. */
  order: number
  /** What the day of the role holds, by what was answered about it. */
  liked: Record<Liking, string[]>
  /** Ticked, must-haves first. */
  done: MatchedStatement[]
  /** Must-haves that are not ticked, whether asked about or not: technical ones first, then what is asked for highest. */
  missing: RoleSkill[]
}

/**
 * Every role by what was answered, the most fitting first.
 * @param asked the statements that the page asks about
 * @param all what could be asked about: an address of last week may tick what is not asked any more
 */
export function matchRoles(
  roles: readonly RoleView[],
  answers: Answers,
  asked: readonly Statement[],
  all: ReadonlyMap<string, Statement>,
): RoleMatch[] {
  const ticked = new Set(answers.did)
  const counting = new Map(
    [...asked, ...answers.did.flatMap((slug) => all.get(slug) ?? [])].map((each) => [each.slug, each]),
  )
  const toLearn = (skills: readonly RoleSkill[]) =>
    skills.reduce(
      (sum, { slug, target }) => sum + target * (all.get(slug)?.part === 'computers' ? computersCount : 1),
      0,
    )
  const named = (role: RoleView) => role.activities.filter((slug) => activityText(slug) !== null)
  const naming = Map.groupBy(roles.flatMap(named), (slug) => slug)
  const tellsOf = (slug: string) => 1 / Math.sqrt(naming.get(slug)?.length ?? 1)
  const mostToLearn = Math.max(1, ...roles.map((role) => toLearn(technicalMusts(role))))
  return roles
    .map((role): RoleMatch => {
      const liked = { yes: [], bit: [], no: [] } as Record<Liking, string[]>
      for (const slug of named(role)) {
        const liking = answers.likes.get(slug)
        if (liking) liked[liking].push(slug)
      }
      const about = role.skills.flatMap((skill): MatchedStatement[] => {
        const statement = counting.get(skill.slug)
        return statement ? [{ ...statement, must: skill.weight === 'must' }] : []
      })
      const done = about.filter(({ slug }) => ticked.has(slug)).sort((a, b) => Number(b.must) - Number(a.must))
      const weight = named(role).reduce((sum, slug) => sum + tellsOf(slug), 0)
      const likes = named(role).reduce((sum, slug) => sum + pointsOf(answers.likes.get(slug)) * tellsOf(slug), 0)
      const likesPart = likes / Math.max(weight, Number.EPSILON)
      const donePart = (donePoints * weigh(done)) / Math.max(leastAsked, weigh(about))
      const points = likesPart + donePart
      const way = toLearn(technicalMusts(role).filter(({ slug }) => !ticked.has(slug))) / mostToLearn
      return {
        role,
        points,
        order: points > 0 ? points * (1 - farthest * way) : points,
        liked,
        done,
        missing: mustsOf(role)
          .filter(({ slug }) => !ticked.has(slug))
          .sort((a, b) => Number(b.kind === 'technical') - Number(a.kind === 'technical') || b.target - a.target),
      }
    })
    .sort(
      (a, b) =>
        b.order - a.order ||
        b.liked.yes.length - a.liked.yes.length ||
        b.done.length - a.done.length ||
        a.missing.length - b.missing.length ||
        a.role.name.localeCompare(b.role.name, 'en-GB'),
    )
}

const pointsOf = (liking: Liking | undefined): number => (liking ? likePoints[liking] : 0)
const weigh = (statements: readonly MatchedStatement[]): number =>
  statements.reduce(
    (sum, { must, tells, part }) => sum + weightPoints[must ? 'must' : 'nice'] * tells * (part === 'any' ? 1 / 3 : 1),
    0,
  )

const mustsOf = ({ skills }: RoleView) => skills.filter(({ weight }) => weight === 'must')
const technicalMusts = (role: RoleView) => mustsOf(role).filter(({ kind }) => kind === 'technical')

/** How many roles are suggested with their reasons, and how many more are named. */
export const suggested = 5
export const namedBesides = 5

/** @returns the roles to look at first, and the next ones; none that has nothing for it */
export function suggestionsOf(matches: readonly RoleMatch[]): { first: RoleMatch[]; next: RoleMatch[] } {
  const good = matches.filter(({ points }) => points > 0)
  return { first: good.slice(0, suggested), next: good.slice(suggested, suggested + namedBesides) }
}

/** How many ticked statements are told in full. */
const told = 3

/** What speaks for a role, from what was answered. */
export function reasonsFor({ role, liked, done }: RoleMatch): string[] {
  const sentences: string[] = []
  if (liked.yes.length > 0) {
    const much = liked.yes.length * 2 >= role.activities.length ? 'fills much of' : 'is part of'
    sentences.push(`You like ${texts(liked.yes)}: that ${much} the day here.`)
  }
  if (liked.bit.length > 0) {
    sentences.push(`${liked.yes.length > 0 ? 'There is some' : 'You like some'} of this as well: ${texts(liked.bit)}.`)
  }
  for (const { text, name, must } of done.slice(0, told)) {
    sentences.push(`You can ${ability(text)}: that is ${name}, ${must ? 'a must-have' : 'nice to have'} here.`)
  }
  const more = done.length - told
  if (more > 0)
    sentences.push(
      `${capitalised(counted(more, 'more of your ticks', 'more of your ticks'))} ${more === 1 ? 'belongs' : 'belong'} to its skills.`,
    )
  return sentences
}

/** How many must-haves are named that are still to learn. */
const namedMissing = 3

/** What speaks against it. Empty where nothing does. */
export function reasonsAgainst({ role, liked, missing }: RoleMatch): string[] {
  const sentences: string[] = []
  if (liked.no.length > 0) sentences.push(`The day also holds what you do not like: ${texts(liked.no)}.`)
  if (missing.length > 0) {
    const musts = mustsOf(role).length
    const count = missing.length === musts ? `all ${inWords(musts)}` : `${inWords(missing.length)} of ${inWords(musts)}`
    const names = missing.slice(0, namedMissing).map(({ name }) => name)
    sentences.push(
      `${capitalised(count)} must-haves to learn${missing.length > namedMissing ? ', such as ' : ': '}${listed(names)}.`,
    )
  }
  return sentences
}

const texts = (slugs: readonly string[]): string => listed(slugs.flatMap((slug) => activityText(slug) ?? []))

/** "You can find the cause." without its beginning and its end. */
const ability = (text: string): string => text.replace(/^You can\s+/, '').replace(/[.\s]+$/, '')
