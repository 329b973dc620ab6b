import { changedFields } from '../field-difference.ts'
import type { DraftContent } from '../same-content.ts'
import { textDifference } from '../text-difference.ts'
import { DifferenceView } from './difference-view.tsx'

interface ComparisonProps {
  names: { from: string; to: string }
  before: DraftContent
  after: DraftContent
}

/** Two versions of a guide, field by field and word by word. */
export function Comparison({ names, before, after }: ComparisonProps) {
  const fields = changedFields(before, after)
  const body = before.body === after.body ? null : textDifference(before.body, after.body)
  return (
    <section aria-labelledby="difference" className="mb-10">
      <h2 id="difference" className="scroll-mt-4 text-h3">
        From {names.from} to {names.to}
      </h2>
      <p className="mt-1 text-ink-soft">
        <ins className="bg-accent-wash decoration-2">Underlined</ins> is new,{' '}
        <del className="bg-error-wash decoration-2">struck through</del> is gone.
      </p>
      {fields.length === 0 && body === null && <p className="mt-4 text-base">Both say the same.</p>}
      {fields.map(({ label, difference }) => (
        <div key={label} className="mt-5">
          <h3 className="mb-1 text-small font-semibold">{label}</h3>
          <DifferenceView difference={difference} />
        </div>
      ))}
      {body && (
        <div className="mt-5">
          <h3 className="mb-1 text-small font-semibold">Text</h3>
          <DifferenceView difference={body} />
        </div>
      )}
    </section>
  )
}
