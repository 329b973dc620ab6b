import { notFound, redirect } from 'next/navigation'
import type { z } from 'zod'
import { formAction, Refusal, treeAction } from '#lib/action.ts'
import type { FormState } from '#lib/form-state.ts'
import { log } from '#lib/log.ts'
import { requestFacts } from '#lib/request.ts'
import { type CurrentUser, currentUser } from './account-queries.ts'
import { can, type StaffAbility } from './permissions.ts'

/*
 * The three doors of whoever keeps the site: a page, an action, a handler. Each asks for one ability before anything else,
 * and hands on the user, so that code behind it cannot be reached without having asked.
 */

const signedOut =
  'You are signed out. Sign in again in another tab, then send this once more: nothing you typed is lost.'
const notAllowed = 'Your account is not allowed to do this any more. Ask an admin of this site.'

/** Whether the user may; for what a page shows or leaves out. */
export const userCan = (user: CurrentUser, ability: StaffAbility): boolean =>
  can({ role: user.role, userId: user.id, personId: null }, ability)

/**
 * For pages: the user who may, or 404, so that nobody learns what exists. Whoever is signed out is sent to sign in first.
 * @param path where to come back to
 */
export async function requireStaff(ability: StaffAbility, path: string): Promise<CurrentUser> {
  const user = await currentUser()
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  if (!userCan(user, ability)) notFound()
  return user
}

/**
 * @returns the user who may
 * @throws Refusal in words, for a form's action
 */
export async function insistOnStaff(ability: StaffAbility): Promise<CurrentUser> {
  const user = await currentUser()
  if (!user) throw new Refusal(signedOut)
  if (!userCan(user, ability)) throw new Refusal(notAllowed)
  return user
}

/** A server action for those who have an ability: parse, who, do, answer. See `formAction`. */
export function staffAction<Schema extends z.ZodObject>(
  ability: StaffAbility,
  schema: Schema,
  run: (input: z.output<Schema>, user: CurrentUser) => Promise<FormState | undefined>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return formAction(schema, async (input) => run(input, await insistOnStaff(ability)))
}

/** The same for a form with lists in it. See `treeAction`. */
export function staffTreeAction<Schema extends z.ZodType>(
  ability: StaffAbility,
  schema: Schema,
  run: (input: z.output<Schema>, user: CurrentUser) => Promise<FormState | undefined>,
): (previous: FormState, form: FormData) => Promise<FormState> {
  return treeAction(schema, async (input) => run(input, await insistOnStaff(ability)))
}

/** Thrown inside a staff handler: answered as JSON `{ message }` with its status. */
export class StaffRefusal extends Error {
  readonly status: 400 | 404 | 409 | 410 | 413 | 415 | 429
  constructor(status: StaffRefusal['status'], message: string) {
    super(message)
    this.status = status
  }
}

/**
 * A route handler for those who have an ability, for what an application's script asks or a browser downloads.
 * Signed out: 401. Not allowed: 404, as for what does not exist. A fault: 500 with a reference, and a line in the log.
 */
export function staffHandler<Context>(
  ability: StaffAbility,
  run: (request: Request, user: CurrentUser, context: Context) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const user = await currentUser()
    if (!user) return refusal(401, signedOut)
    if (!userCan(user, ability)) return refusal(404, 'There is nothing at this address.')
    try {
      return await run(request, user, context)
    } catch (error) {
      if (error instanceof StaffRefusal) return refusal(error.status, error.message)
      const { reference } = await requestFacts()
      log().error({ err: error, reference, path: new URL(request.url).pathname }, 'a staff handler failed')
      return Response.json(
        {
          message: `Something went wrong on our side, and nothing was saved. The reference is ${reference}.`,
          reference,
        },
        { status: 500, headers: { 'Cache-Control': 'no-store' } },
      )
    }
  }
}

const refusal = (status: number, message: string): Response =>
  Response.json({ message }, { status, headers: { 'Cache-Control': 'no-store' } })
