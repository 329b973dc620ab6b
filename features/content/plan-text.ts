import { formatProblem } from './content-files.ts'
import { type ImportPlan, keyOf, type PlannedThing } from './import-types.ts'
import { detailInWords, groupsOf } from './plan-words.ts'

/** A plan as lines for a terminal. */
export function planText(plan: ImportPlan): string {
  const groups = groupsOf(plan)
  const lines = (title: string, things: readonly PlannedThing[]) =>
    things.length === 0 ? [] : ['', `${title} (${things.length})`, ...things.map(line)]
  const rest = (title: string, names: readonly string[]) =>
    names.length === 0 ? [] : ['', `${title} (${names.length})`, ...names.map((name) => `  ${name}`)]
  return [
    ...rest('Problems: nothing is brought in before they are put right', plan.problems.map(formatProblem)),
    ...lines('New', groups.new),
    ...lines('Changed', groups.changes),
    ...lines('Taken, though edited here', groups.taken),
    ...lines('Kept as it is here; --take brings it in all the same', groups.kept),
    ...lines('Cannot be brought in', groups.stopped),
    ...rest(
      'Not in the files; stays as it is',
      plan.absent.map((thing) => `${keyOf(thing)}  ${thing.label}`),
    ),
    ...rest('Not read', plan.notRead),
    '',
    `The same already: ${groups.same.length}`,
    '',
  ].join('\n')
}

function line(thing: PlannedThing): string {
  const detail = detailInWords(thing)
  return `  ${keyOf(thing)}  ${thing.label}${detail && `: ${detail}`}`
}
