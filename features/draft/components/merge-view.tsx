'use client'

import { diffWordsWithSpace } from 'diff'
import { useState } from 'react'
import { buttonClasses } from '#components/ui/button.tsx'
import type { DraftSnapshot } from '../autosave-answers.ts'
import { fieldLabels } from '../field-labels.ts'
import { type MergeChoices, type MergeRegion, mergeContents, mergedContent, openChoices, type Side } from '../merge.ts'
import type { DraftContent } from '../same-content.ts'

interface MergeViewProps {
  base: DraftContent
  mine: DraftContent
  current: DraftSnapshot
  onDone(content: DraftContent): void
}

/** Two versions of a guide side by side: whoever saved second chooses, passage by passage. Nothing is lost either way. */
export function MergeView({ base, mine, current, onDone }: MergeViewProps) {
  const [choices, setChoices] = useState<MergeChoices>({ regions: {}, fields: {} })
  const merge = mergeContents(base, mine, current.content)
  const open = openChoices(merge, choices)
  const them = current.savedBy ?? 'The site'
  return (
    <section aria-labelledby="merge-title">
      <h2 id="merge-title" className="text-h3">
        {them} saved this guide while you were writing
      </h2>
      <p className="mt-2 max-w-[42rem]">
        Nothing of either version is lost. Where only one of you changed something, it is taken already; you can still
        decide otherwise. {open > 0 ? 'Where you both did, choose.' : 'You did not get in each other’s way.'}
      </p>
      {merge.fields.map(({ field, by }) => (
        <Choice
          key={field}
          name={`field-${field}`}
          legend={fieldLabels[field]}
          them={them}
          mine={shown(mine[field])}
          theirs={shown(current.content[field])}
          side={choices.fields[field] ?? (by === 'conflict' ? null : by)}
          onChoose={(side) => {
            if (side !== 'both') setChoices((was) => ({ ...was, fields: { ...was.fields, [field]: side } }))
          }}
        />
      ))}
      {merge.regions.map((region, at) =>
        region.kind === 'same' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a region is its place in the text
          <Same key={at} region={region} />
        ) : (
          <Choice
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={at}
            name={`region-${at}`}
            legend="A passage of the text"
            them={them}
            mine={region.mine.join('\n\n')}
            theirs={region.theirs.join('\n\n')}
            side={choices.regions[at] ?? (region.by === 'conflict' ? null : region.by)}
            both
            onChoose={(side) => setChoices((was) => ({ ...was, regions: { ...was.regions, [at]: side } }))}
          />
        ),
      )}
      <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-4 border-t border-line bg-surface py-4">
        <button
          type="button"
          disabled={open > 0}
          onClick={() => onDone(mergedContent(merge, choices))}
          className={buttonClasses('primary')}
        >
          Go on with this
        </button>
        <p role="status" className="text-ink-soft">
          {open === 0 ? 'Everything is chosen.' : open === 1 ? 'One choice to make.' : `${open} choices to make.`}
        </p>
      </div>
    </section>
  )
}

const shown = (value: DraftContent[keyof DraftContent]): string =>
  value === null || value === ''
    ? '(empty)'
    : typeof value === 'string'
      ? value
      : value.map((item) => (typeof item === 'string' ? item : `${item.title}, ${item.url}`)).join('\n') || '(none)'

function Same({ region }: { region: Extract<MergeRegion, { kind: 'same' }> }) {
  const count = region.passages.length
  return (
    <details className="mt-5 text-ink-soft">
      <summary className="inline-flex min-h-9 items-center">
        {count === 1 ? 'One passage is the same' : `${count} passages are the same`}
      </summary>
      <div className="mt-2 border-l-2 border-line pl-4 whitespace-pre-wrap">{region.passages.join('\n\n')}</div>
    </details>
  )
}

interface ChoiceProps {
  name: string
  legend: string
  them: string
  mine: string
  theirs: string
  side: Side | null
  both?: boolean
  onChoose(side: Side): void
}

function Choice({ name, legend, them, mine, theirs, side, both = false, onChoose }: ChoiceProps) {
  const parts = diffWordsWithSpace(theirs, mine)
  return (
    <fieldset className="mt-6 border-t border-line pt-4">
      <legend className="sr-only">{legend}</legend>
      <p aria-hidden="true" className="font-semibold">
        {legend}
        {side === null && <span className="ml-2 text-mark-ink">choose one</span>}
      </p>
      <div className="mt-2 grid gap-3 tablet:grid-cols-2">
        <Version name={name} value="mine" label="Yours" checked={side === 'mine'} onChoose={onChoose}>
          {mine === ''
            ? 'You took this out.'
            : parts.flatMap(({ removed, added, value }, at) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text in their order
                removed ? [] : [added ? <ins key={at}>{value}</ins> : value],
              )}
        </Version>
        <Version name={name} value="theirs" label={them} checked={side === 'theirs'} onChoose={onChoose}>
          {theirs === ''
            ? 'It is taken out there.'
            : parts.flatMap(({ removed, added, value }, at) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                added ? [] : [removed ? <ins key={at}>{value}</ins> : value],
              )}
        </Version>
      </div>
      {both && mine !== '' && theirs !== '' && (
        <label className="mt-2 inline-flex min-h-9 items-center gap-2">
          <input
            type="radio"
            name={name}
            checked={side === 'both'}
            onChange={() => onChoose('both')}
            className="size-4.5 accent-accent"
          />
          Both, one after the other
        </label>
      )}
    </fieldset>
  )
}

interface VersionProps {
  name: string
  value: 'mine' | 'theirs'
  label: string
  checked: boolean
  onChoose(side: Side): void
  children: React.ReactNode
}

function Version({ name, value, label, checked, onChoose, children }: VersionProps) {
  return (
    <label className="block cursor-pointer rounded-medium border border-line p-3 has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-3 has-focus-visible:outline-accent">
      <span className="flex items-center gap-2 font-semibold">
        <input
          type="radio"
          name={name}
          checked={checked}
          onChange={() => onChoose(value)}
          className="size-4.5 accent-accent outline-none"
        />
        {label}
      </span>
      <span className="mt-2 block whitespace-pre-wrap [&_ins]:bg-mark-wash [&_ins]:font-semibold [&_ins]:no-underline">
        {children}
      </span>
    </label>
  )
}
