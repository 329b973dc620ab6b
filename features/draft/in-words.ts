import { GuideConflict } from '#features/guide/guide-writes.ts'
import { Refusal } from '#lib/action.ts'

/** Does something for an action; what cannot be done is answered with its sentence. */
export async function inWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof GuideConflict ? new Refusal(error.message) : error
  }
}
