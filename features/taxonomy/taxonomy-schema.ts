import { z } from 'zod'
import { questionKinds, skillKinds, weights } from '#db/schema/words.ts'
import { levelKeys, rankOf } from '#lib/levels.ts'
import { quoted } from '#lib/quotation.ts'
import { activities, fewestActivities, isActivity, mostActivities } from './activities.ts'

/** The spelling of an address part and of an id inside a file. */
export const slug = z
  .string({ error: 'This must be a slug such as http-apis.' })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens, such as http-apis.')
  .max(80, 'Use at most 80 characters.')

/** A text that an editor wrote: not empty, not endless, nothing invisible in it. */
export function wording(max: number) {
  return z
    .string({
      error: ({ input }) =>
        input === undefined || input === null
          ? 'This is missing.'
          : 'This must be text. If it looks like a number or yes/no, put it in quotes.',
    })
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value !== '', 'This is empty.')
    .refine((value) => [...value].length <= max, {
      error: ({ input }) => `This has ${[...String(input)].length} characters; use at most ${max}.`,
    })
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value.replaceAll('\n', '')), {
      error: 'This holds an invisible character. Type it again rather than pasting it.',
    })
}

export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `Use one of ${words.join(', ')}.` })
}

export function list<Item extends z.ZodType>(item: Item, min: number, max: number, what: string) {
  return z
    .array(item, { error: `This must be a list of ${what}.` })
    .min(min, `Give at least ${min} ${what}.`)
    .max(max, `Give at most ${max} ${what}.`)
}

/** Refuses a list in which two items have the same key, at the second of them. */
export function unlike<Item>(keyOf: (item: Item) => string, message: (key: string) => string, field?: string) {
  return (items: Item[], context: z.RefinementCtx): void => {
    const seen = new Set<string>()
    items.forEach((item, index) => {
      const key = keyOf(item)
      if (seen.has(key)) {
        context.addIssue({ code: 'custom', message: message(key), path: field ? [index, field] : [index] })
      }
      seen.add(key)
    })
  }
}

/** How an alias is compared: capitals, widths and runs of spaces do not count. */
export function aliasKey(alias: string): string {
  return alias.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

const hours = z
  .number({ error: 'This must be a number of hours.' })
  .int('Use whole hours.')
  .min(1, 'Use at least 1 hour.')
  .max(400, 'Use at most 400 hours.')

const level = oneOf(levelKeys).transform(rankOf)

const statement = wording(240).refine((text) => /^You can\s/.test(text), 'A statement begins with “You can”.')
const statements = list(statement, 2, 4, 'statements').superRefine(
  unlike(aliasKey, () => 'This statement stands here twice.'),
)

const step = z.strictObject({
  id: slug,
  title: wording(100),
  reaches: level,
  hours,
  body: wording(1000),
  done: wording(400),
})

const question = z.strictObject({
  id: slug,
  kind: oneOf(questionKinds),
  level,
  question: wording(400),
  why: wording(600),
  strong: wording(1200),
  weak: wording(800),
})

/** A file of `skills/`. Levels come out as ranks 1 to 4. */
export const skillSchema = z.strictObject({
  name: wording(60),
  kind: oneOf(skillKinds),
  definition: wording(220),
  aliases: list(wording(60), 1, 60, 'aliases').superRefine(
    unlike(aliasKey, (key) => `${quoted(key)} stands here twice.`),
  ),
  levels: z.strictObject(
    { awareness: statements, working: statements, practitioner: statements, expert: statements },
    { error: `This must hold ${levelKeys.join(', ')}.` },
  ),
  related: list(slug, 0, 12, 'skills').superRefine(unlike(String, (key) => `${quoted(key)} stands here twice.`)),
  steps: list(step, 2, 12, 'steps')
    .superRefine(
      unlike(
        ({ id }) => id,
        (id) => `The id ${quoted(id)} is used twice.`,
        'id',
      ),
    )
    .refine((steps) => steps.length < 2 || new Set(steps.map(({ reaches }) => reaches)).size > 1, {
      error: 'The steps all reach the same level; cover at least two.',
    }),
  questions: list(question, 3, 20, 'questions').superRefine(
    unlike(
      ({ id }) => id,
      (id) => `The id ${quoted(id)} is used twice.`,
      'id',
    ),
  ),
})

const activity = z.string({ error: 'This must be the slug of an activity.' }).refine((each) => isActivity(each), {
  error: ({ input }) =>
    `There is no activity ${quoted(String(input).slice(0, 80))}. Use some of ${activities.map(({ slug: each }) => each).join(', ')}.`,
})

/** A file of `roles/`. */
export const roleSchema = z.strictObject({
  name: wording(60),
  summary: wording(300),
  /** The field of work that it belongs to, by its slug. */
  category: slug.optional(),
  /** What people do all day in it; none for a role that is not to be suggested by them. */
  activities: list(activity, 0, mostActivities, 'activities')
    .superRefine(unlike(String, (key) => `The activity ${quoted(key)} stands here twice.`))
    .refine((named) => named.length === 0 || named.length >= fewestActivities, {
      error: `Give at least ${fewestActivities} activities, or none.`,
    })
    .default([]),
  skills: list(
    z.strictObject(
      { skill: slug, target: level, weight: oneOf(weights) },
      { error: 'Write { skill, target, weight }.' },
    ),
    2,
    40,
    'skills',
  )
    .superRefine(
      unlike(
        ({ skill }) => skill,
        (key) => `The skill ${quoted(key)} stands here twice.`,
        'skill',
      ),
    )
    .refine(
      (skills) => skills.some(({ weight }) => weight === 'must'),
      'At least one skill must be a must-have (weight "must").',
    )
    .refine(
      (skills) => skills.some(({ weight }) => weight === 'nice'),
      'At least one skill must be nice to have (weight "nice").',
    ),
})

/** A field of work, under which roles are listed. */
export const categorySchema = z.strictObject({ name: wording(60), summary: wording(300) })

export type SkillInput = z.output<typeof skillSchema> & { slug: string }
export type RoleInput = z.output<typeof roleSchema> & { slug: string }
export type CategoryInput = z.output<typeof categorySchema> & { slug: string }
