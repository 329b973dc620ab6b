'use client'

interface ChosenListProps {
  label: string
  chosen: readonly { value: string; label: string }[]
  onChange(values: string[]): void
  error?: string | undefined
  /** Said when nothing is chosen. */
  empty: string
}

const button =
  'min-h-9 px-1.5 text-accent underline-offset-4 hover:underline disabled:text-ink-soft disabled:opacity-50'

/** Things that were chosen, in an order that matters: each can go up, or out. */
export function ChosenList({ label, chosen, onChange, error, empty }: ChosenListProps) {
  const values = chosen.map(({ value }) => value)
  return (
    <div className="mb-2">
      <p className="font-semibold">{label}</p>
      {error && <p className="mt-1 font-semibold text-error">{error}</p>}
      {chosen.length === 0 && <p className="mt-0.5 text-tiny text-ink-soft">{empty}</p>}
      <ul>
        {chosen.map(({ value, label: name }, at) => (
          <li key={value} className="flex items-center gap-1 border-b border-line">
            <span className="mr-auto py-1.5 leading-snug">{name}</span>
            <button
              type="button"
              disabled={at === 0}
              aria-label={`Move ${name} up`}
              onClick={() => onChange(values.toSpliced(at, 1).toSpliced(at - 1, 0, value))}
              className={button}
            >
              Up
            </button>
            <button
              type="button"
              aria-label={`Take out ${name}`}
              onClick={() => onChange(values.toSpliced(at, 1))}
              className={button}
            >
              Take out
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
