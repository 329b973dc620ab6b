'use client'

import { buttonClasses } from '#components/ui/button.tsx'
import type { Source } from '#db/schema/guide.ts'
import { PlainField } from './plain-field.tsx'

interface SourceFieldsProps {
  sources: readonly Source[]
  /** By path, such as `sources.0.url`. */
  errors: Readonly<Record<string, string>>
  onChange(sources: Source[]): void
}

const fields = [
  { name: 'title', label: 'Title' },
  { name: 'publisher', label: 'Publisher' },
  { name: 'url', label: 'Web address' },
  {
    name: 'date',
    label: 'Date of the source',
    hint: '2026, 2026-11 or 2026-11-25; empty for a page that is kept up to date.',
  },
] as const

/** Where the facts of a guide come from. */
export function SourceFields({ sources, errors, onChange }: SourceFieldsProps) {
  const set = (at: number, part: Partial<Source>) =>
    onChange(sources.map((source, index) => (index === at ? { ...source, ...part } : source)))
  return (
    <fieldset>
      <legend className="font-semibold">Sources</legend>
      {sources.length === 0 && (
        <p className="mt-0.5 text-tiny text-ink-soft">None yet. Name one for each fact that can be wrong.</p>
      )}
      <ol>
        {sources.map((source, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source is its place until it is written
          <li key={at} className="grid gap-2.5 border-b border-line py-4">
            {fields.map(({ name, label, ...field }) => (
              <PlainField
                key={name}
                label={`${label} (source ${at + 1})`}
                name={`source-${at}-${name}`}
                value={source[name]}
                onChange={(value) => set(at, { [name]: value })}
                error={errors[`sources.${at}.${name}`]}
                {...field}
              />
            ))}
            <button
              type="button"
              onClick={() => onChange(sources.toSpliced(at, 1))}
              className="min-h-9 justify-self-start text-accent underline-offset-4 hover:underline"
            >
              Take out source {at + 1}
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        onClick={() => onChange([...sources, { title: '', publisher: '', url: '', date: '' }])}
        id="field-sources"
        className={buttonClasses('secondary', 'mt-3')}
      >
        Add a source
      </button>
    </fieldset>
  )
}
