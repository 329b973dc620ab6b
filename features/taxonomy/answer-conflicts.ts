import { Refusal } from '#lib/action.ts'
import type { FormState } from '#lib/form-state.ts'
import { EditedMeanwhile } from './edited-meanwhile.ts'
import { TaxonomyConflict } from './taxonomy-writes.ts'

/**
 * Does something and says in a form's words what stands in its way.
 * @returns what the form answers when somebody else was quicker: sent once more, it means to overwrite
 */
export async function answerConflicts(work: () => Promise<FormState | undefined>): Promise<FormState | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TaxonomyConflict) throw new Refusal(error.message, error.field)
    if (!(error instanceof EditedMeanwhile)) throw error
    return {
      status: 'refused',
      message:
        'Somebody else saved this while you were writing, so nothing was saved. Open it in a second tab and compare. If yours is right, save again, and it takes the place of theirs.',
      values: { seen: String(error.at.getTime()) },
    }
  }
}
