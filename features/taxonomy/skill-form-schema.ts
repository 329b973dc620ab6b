import { z } from 'zod'
import { questionKinds, skillKinds } from '#db/schema/taxonomy.ts'
import { levelKeys, rankOf } from '#lib/levels.ts'
import { freeSlug } from '#lib/slug.ts'
import { otherNamesIn } from './other-names.ts'
import { list, oneOf, skillSchema, slug, wording } from './taxonomy-schema.ts'

/** A text that may still be missing. */
const loose = (max: number) =>
  z
    .string()
    .default('')
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => [...value].length <= max, `Use at most ${max} characters.`)

/** "You can" alone is what an empty statement begins with. */
const isBlank = (text: string) => /^(?:you can)?$/i.test(text.trim())

const looseStatements = z
  .array(loose(240))
  .max(8, 'Give at most 8 statements.')
  .transform((texts) => texts.filter((text) => !isBlank(text)))
const looseLevel = oneOf(levelKeys).default('awareness').transform(rankOf)

/** A skill that is not whole yet: it has a name, and of the rest what is there. */
export const unfinishedSkillSchema = z.object({
  name: wording(60),
  kind: oneOf(skillKinds),
  definition: loose(220),
  aliases: list(wording(60), 0, 60, 'other names'),
  levels: z.object({
    awareness: looseStatements,
    working: looseStatements,
    practitioner: looseStatements,
    expert: looseStatements,
  }),
  related: skillSchema.shape.related,
  steps: z
    .array(
      z.object({
        id: slug,
        title: loose(100),
        reaches: looseLevel,
        hours: z.number().int().min(1).max(400).catch(1),
        body: loose(1000),
        done: loose(400),
      }),
    )
    .max(12, 'Give at most 12 steps.')
    .transform((steps) => steps.filter(({ title, body, done }) => title + body + done !== '')),
  questions: z
    .array(
      z.object({
        id: slug,
        kind: oneOf(questionKinds).default('technical'),
        level: looseLevel,
        question: loose(400),
        why: loose(600),
        strong: loose(1200),
        weak: loose(800),
      }),
    )
    .max(20, 'Give at most 20 questions.')
    .transform((all) => all.filter(({ question, why, strong, weak }) => question + why + strong + weak !== '')),
})

/** What every form of something with an address sends besides its content. */
export const headFields = {
  /** Of what is changed; missing for something new. */
  id: z.string().max(40).optional(),
  /** Made of the name where none was written. */
  slug: z.preprocess((value) => (value === '' ? undefined : value), slug.optional()),
  /** When the thing was last changed as far as this form knows. */
  seen: z.coerce.number().catch(0),
}

const head = z.object({
  ...headFields,
  /** Whether to tell the people who used it in a guide that it is called something else. */
  tell: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
  /** Which of the two buttons: with "unfinished", what is missing may be missing. */
  as: z.enum(['whole', 'unfinished']).catch('whole'),
})

/** The form of a skill. What comes out may be unfinished; `whole` is there if it satisfies the rules of a skill. */
export const skillFormSchema = z.unknown().transform((tree, context) => {
  const skill = skillFromForm(tree)
  const parsedHead = head.safeParse(tree)
  const whole = skillSchema.safeParse(skill)
  const loosely = unfinishedSkillSchema.safeParse(skill)
  const wrong = parsedHead.data?.as === 'unfinished' ? loosely.error : whole.error
  for (const { path, message, code } of [...(parsedHead.error?.issues ?? []), ...(wrong?.issues ?? [])]) {
    context.addIssue({ code: 'custom', ...(path[0] === 'aliases' ? ofOtherNames(message, code) : { message, path }) })
  }
  const values = whole.data ?? loosely.data
  if (!parsedHead.data || !values) return z.NEVER
  return { ...parsedHead.data, skill: values, isWhole: whole.success }
})

/** The other names are one field, however many they are, and files call them something else. */
function ofOtherNames(message: string, code: string): { message: string; path: string[] } {
  const own: Record<string, string> = {
    too_small: 'Write at least one. The name itself may be one.',
    too_big: 'Write at most 60 other names.',
  }
  return { message: own[code] ?? message, path: ['aliases'] }
}

export type SkillForm = z.output<typeof skillFormSchema>

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const rows = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : [])
const texts = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What the fields of the form make up, in the shape of a skill's file. New steps and questions get their ids here. */
export function skillFromForm(tree: unknown): unknown {
  const { name, kind, definition, aliases, levels, related, steps, questions } = isFields(tree) ? tree : {}
  const given = isFields(levels) ? levels : {}
  return {
    name,
    kind,
    definition,
    aliases: otherNamesIn(text(aliases)),
    levels: Object.fromEntries(levelKeys.map((key) => [key, texts(given[key])])),
    related: texts(related),
    steps: withIds(
      rows(steps).map(({ id, title, reaches, hours, body, done }) => ({
        ...{ id, title, reaches, body, done },
        hours: /^\s*\d{1,6}\s*$/.test(text(hours)) ? Number(hours) : undefined,
      })),
      ({ title }) => text(title),
      'step',
    ),
    questions: withIds(
      rows(questions).map(({ id, kind: ofQuestion, level, question, why, strong, weak }) => ({
        ...{ id, kind: ofQuestion, level, question, why, strong, weak },
      })),
      ({ question }) => text(question),
      'question',
    ),
  }
}

function withIds<Row extends { id: unknown }>(all: Row[], name: (row: Row) => string, fallback: string): Row[] {
  const taken = new Set(all.flatMap(({ id }) => text(id) || []))
  return all.map((row) => {
    if (text(row.id) !== '') return row
    const id = freeSlug(name(row), taken, fallback, 40)
    taken.add(id)
    return { ...row, id }
  })
}
