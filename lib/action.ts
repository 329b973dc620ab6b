import { unstable_rethrow } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from './form-state.ts'
import { fieldsOf, readTree } from './form-tree.ts'
import { log } from './log.ts'
import { requestFacts } from './request.ts'

/** Thrown inside an action to answer with a sentence beside a field, or above the form if none is named. */
export class Refusal extends Error {
  readonly field: string | undefined
  constructor(message: string, field?: string) {
    super(message)
    this.field = field
  }
}

/** Never sent back to the page, whatever happens. */
const secretFields = /password|token|code/i
const longestField = 20_000

/**
 * Makes a server action of a schema and what to do with valid input.
 * The answer keeps what was typed (but for secrets), names each field that is wrong, and gives a fault a reference.
 * @param schema of the form's fields, as strings; fields it does not name are dropped
 * @param run gets the parsed input; may redirect, throw a Refusal, or return a message
 */
export function formAction<Schema extends z.ZodObject>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<FormState | undefined>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return answering(
    schema,
    (form) => {
      const raw = fields(form, schema)
      return { raw, values: raw }
    },
    run,
    ([name]) => String(name ?? 'form'),
  )
}

/**
 * The same for a form with lists in it, whose fields are named by where they belong, such as `steps.0.title`. An error
 * stands beside the field of that name.
 * @param schema of what the fields make up, see `readTree`
 */
export function treeAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<FormState | undefined>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return answering(
    schema,
    (form) => {
      const raw = readTree(form)
      return { raw, values: fieldsOf(raw) }
    },
    run,
    (path) => path.map(String).join('.') || 'form',
  )
}

function answering<Schema extends z.ZodType>(
  schema: Schema,
  readForm: (form: FormData) => { raw: unknown; values: Record<string, string> },
  run: (input: z.output<Schema>) => Promise<FormState | undefined>,
  fieldOf: (path: readonly PropertyKey[]) => string,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return async (_, form) => {
    // Actions are public: anything may be sent in the place of a form.
    if (!(form instanceof FormData))
      return { status: 'invalid', errors: { form: 'The form did not arrive.' }, values: {} }
    const { raw, values: all } = readForm(form)
    const values = Object.fromEntries(Object.entries(all).filter(([name]) => !secretFields.test(name)))
    const parsed = schema.safeParse(raw)
    if (!parsed.success) {
      return { status: 'invalid', errors: firstErrors(parsed.error, fieldOf), values }
    }
    try {
      return (await run(parsed.data)) ?? { status: 'done' }
    } catch (error) {
      unstable_rethrow(error)
      if (error instanceof Refusal) {
        return error.field
          ? { status: 'invalid', errors: { [error.field]: error.message }, values }
          : { status: 'refused', message: error.message, values }
      }
      const { reference } = await requestFacts()
      log().error({ err: error, reference }, 'an action failed')
      return { status: 'fault', reference, values }
    }
  }
}

/** The named fields of a form as strings; files and absurd lengths are no strings. */
export function fields(form: FormData, schema: z.ZodObject): Record<string, string> {
  const result: Record<string, string> = {}
  for (const name of Object.keys(schema.shape)) {
    const value = form.get(name)
    if (typeof value === 'string') result[name] = value.slice(0, longestField + 1)
  }
  return result
}

function firstErrors(error: z.ZodError, fieldOf: (path: readonly PropertyKey[]) => string): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = fieldOf(issue.path)
    errors[name] ??= issue.message
  }
  return errors
}

/** A line of text: trimmed, without control characters or half a character, with a length in code points. */
export function line(label: string, max: number) {
  return z
    .string({ error: `Enter ${label}.` })
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value.length > 0, { error: `Enter ${label}.` })
    .refine((value) => [...value].length <= max, { error: `Use at most ${max} characters.` })
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), {
      error: 'This holds a character that cannot be kept. Type it again rather than pasting it.',
    })
}
