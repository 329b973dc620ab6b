'use client'

import { classes } from '#components/classes.ts'

interface ViewSwitchProps {
  view: 'rich' | 'source'
  onChange(view: 'rich' | 'source'): void
}

const views = [
  ['rich', 'Rich text'],
  ['source', 'Source'],
] as const

/** As it will look, or as it is written. */
export function ViewSwitch({ view, onChange }: ViewSwitchProps) {
  return (
    <fieldset aria-label="How to write" className="flex">
      {views.map(([name, label]) => (
        <button
          key={name}
          type="button"
          aria-pressed={view === name}
          onClick={() => onChange(name)}
          className={classes(
            'min-h-10 border-b-2 px-2.5 text-small',
            view === name ? 'border-accent font-semibold' : 'border-transparent text-ink-soft hover:text-accent',
          )}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
