import { Moment } from '#components/ui/moment.tsx'
import type { SnapshotSkill } from '#db/schema/index.ts'
import type { Fit } from '#features/profile/scoring.ts'
import { capitalised, counted } from '#lib/format.ts'

interface ResultHeadProps {
  role: string
  fit: Fit<SnapshotSkill>
  at: Date
}

/** The result in a number and a sentence. */
export function ResultHead({ role, fit, at }: ResultHeadProps) {
  return (
    <div className="pt-10 tablet:pt-16">
      <p className="text-small font-semibold text-accent">
        Your result, <Moment at={at.toISOString()} />
      </p>
      <h1 className="mt-2 text-h1 tablet:text-display">{role}</h1>
      <div className="mt-8 flex flex-wrap items-end gap-x-8 gap-y-3">
        <p className="font-serif text-[5.5rem] leading-[0.85] tracking-[-0.03em] tabular">{fit.percent}%</p>
        <p className="max-w-[24rem] text-ink-soft">
          of what the role asks.{' '}
          {fit.openMusts === 0
            ? 'Every must-have is at its target.'
            : `${capitalised(counted(fit.openMusts, 'must-have'))} ${fit.openMusts === 1 ? 'is' : 'are'} still below target.`}{' '}
          {fit.unknown > 0 &&
            `You were not sure about ${counted(fit.unknown, 'skill')}: if ${fit.unknown === 1 ? 'it is' : 'all of them are'} at target, it would be ${fit.atBest}%.`}
        </p>
      </div>
    </div>
  )
}
