import type { FormState } from '#lib/form-state.ts'
import { type ImportPlan, keyOf } from '../import-types.ts'
import { detailInWords, groupsOf, kindNames, writesOf } from '../plan-words.ts'
import { ImportForm, type Offer } from './import-form.tsx'
import { PlanProblems, PlanRest, PlanThings } from './plan-things.tsx'

interface PlanViewProps {
  plan: ImportPlan
  action: (previous: FormState, form: FormData) => Promise<FormState>
  id?: string
}

/** A dry run: what would change, what stays, and the button that brings it in. */
export function PlanView({ plan, action, id }: PlanViewProps) {
  const groups = groupsOf(plan)
  const offered = groups.kept.filter(({ offered: may }) => may)
  const offers = offered.map((thing): Offer => {
    const { kind, label, here } = thing
    return {
      key: keyOf(thing),
      kind: kindNames[kind],
      label,
      detail: detailInWords(thing),
      effect: effectOf(kind, here),
    }
  })
  const writes = writesOf(plan)
  const idle = writes === 0 && offers.length === 0
  return (
    <div className="grid max-w-[60rem] gap-8">
      <p className="text-base">
        {writes === 0 ? 'Nothing would change by itself' : `${groups.new.length} new, ${groups.changes.length} changed`}
        {groups.kept.length > 0 && `, ${groups.kept.length} kept as they are here`}
        {groups.stopped.length > 0 && `, ${groups.stopped.length} that cannot be brought in`}
        {`; ${groups.same.length} are the same already.`}
      </p>
      {plan.problems.length > 0 ? <PlanProblems problems={plan.problems} /> : null}
      <PlanThings plan={plan} />
      {plan.problems.length === 0 && !idle && (
        <ImportForm action={action} digest={plan.digest} offers={offers} writes={writes} {...(id && { id })} />
      )}
      {idle && plan.problems.length === 0 && <p>The site has all of this. There is nothing to do.</p>}
      <PlanRest plan={plan} />
    </div>
  )
}

function effectOf(kind: string, here: string | null): string {
  if (here === null) return 'It comes back as the files have it.'
  if (kind !== 'guide') return 'It takes the place of yours.'
  return 'It becomes the working copy. Yours is kept as a version, and readers see nothing new until you publish.'
}
