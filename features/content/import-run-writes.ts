import { type Reader, read, write } from '#db/client.ts'
import { pictures } from '#db/schema/picture.ts'
import { GuideConflict } from '#features/guide/guide-writes.ts'
import { TaxonomyConflict } from '#features/taxonomy/taxonomy-writes.ts'
import type { ImportChoices } from './import-job-writes.ts'
import { placePictures, takeBackPictures } from './import-picture-writes.ts'
import { planImport } from './import-plan.ts'
import { ImportRefusal } from './import-refusal.ts'
import type { ImportPlan } from './import-types.ts'
import { applyImport } from './import-writes.ts'
import { type Incoming, readAhead } from './incoming.ts'
import { presentContent } from './present-queries.ts'

/** What an import would do to the site as it is now. */
export async function dryRun(
  db: Reader,
  incoming: Incoming,
  take: ReadonlySet<string> = new Set(),
): Promise<ImportPlan> {
  await readAhead(incoming)
  return planImport(incoming, await presentContent(db), take)
}

/**
 * Brings content in, with its pictures.
 * @throws ImportRefusal in words for whatever cannot be done; nothing is changed then
 */
export async function runImport(
  incoming: Incoming,
  choices: Omit<ImportChoices, 'placed'>,
  now = new Date(),
): Promise<ImportPlan> {
  const known = await read.select({ id: pictures.id }).from(pictures)
  await readAhead(incoming).catch(inWords)
  // Parsed and planned before the transaction: nobody who writes should wait for that.
  const plan = planImport(incoming, await presentContent(read), choices.take)
  if (plan.problems.length > 0) throw new ImportRefusal('The files have problems: put them right first.')
  const placed = await placePictures(incoming, new Set(known.map(({ id }) => id)))
  try {
    return await write((tx) => applyImport(tx, incoming, { ...choices, placed }, now))
  } catch (error) {
    await takeBackPictures(placed)
    return inWords(error)
  }
}

function inWords(error: unknown): never {
  if (error instanceof GuideConflict || error instanceof TaxonomyConflict) throw new ImportRefusal(error.message)
  throw error
}
