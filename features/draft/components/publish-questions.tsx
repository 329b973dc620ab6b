'use client'

import { useEffect, useId, useState } from 'react'
import type { PublishFacts, Standing } from '../standing.ts'

interface PublishQuestionsProps {
  standing: Standing
  /** Of which the facts are looked up. */
  version: number
}

/** What an editor is told and asked before a publish: what is wrong, who has read it, whose progress hangs on what goes. */
export function PublishQuestions({ standing, version }: PublishQuestionsProps) {
  const facts = useFacts(standing.id, version)
  if (facts === 'failed')
    return <p>What a publish would change could not be looked up. It is checked again when you publish.</p>
  if (!facts) return <p>Looking at what it changes for readers …</p>
  if (facts.errors.length > 0)
    return (
      <div>
        <p className="font-semibold">This must be put right first:</p>
        <ul className="mt-1 list-disc pl-5">
          {facts.errors.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              {line > 0 && `Line ${line}: `}
              {message}
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <>
      <p>
        {standing.publicSlug === null
          ? 'Readers find it at once.'
          : 'Readers see the new text at once, in the place of the present one.'}
        {standing.scheduledFor && ' Its schedule is over with that.'}
      </p>
      {standing.status !== 'approved' && (
        <p className="rounded-medium bg-mark-wash px-4 py-3">Nobody else has approved this text.</p>
      )}
      {standing.publicSlug !== null && standing.publicSlug !== standing.slug && (
        <p>
          Its address changes from {standing.publicSlug} to {standing.slug}. The old one leads to the new one.
        </p>
      )}
      {facts.removed.length > 0 && <RemovedBlocks {...facts} />}
    </>
  )
}

function useFacts(id: string, version: number): PublishFacts | 'failed' | null {
  const [facts, setFacts] = useState<PublishFacts | 'failed' | null>(null)
  useEffect(() => {
    const asking = new AbortController()
    // A new version is another question.
    fetch(`/admin/guides/${id}/facts?version=${version}`, { signal: asking.signal, cache: 'no-store' })
      .then(async (answer) => setFacts(answer.ok ? ((await answer.json()) as PublishFacts) : 'failed'))
      .catch(() => {
        if (!asking.signal.aborted) setFacts('failed')
      })
    return () => asking.abort()
  }, [id, version])
  return facts
}

function RemovedBlocks({ removed, blocks }: PublishFacts) {
  const [choices, setChoices] = useState<Record<string, string>>({})
  return (
    <div className="grid gap-4">
      <p className="font-semibold">Readers have used what is not in the text any more. What are they told?</p>
      {removed.map((block) => (
        <RemovedBlock
          key={block.key}
          block={block}
          blocks={blocks}
          choice={choices[block.key] ?? ''}
          choose={(choice) => setChoices({ ...choices, [block.key]: choice })}
        />
      ))}
      <input type="hidden" name="tellings" value={JSON.stringify(choices)} />
    </div>
  )
}

interface RemovedBlockProps {
  block: PublishFacts['removed'][number]
  blocks: PublishFacts['blocks']
  choice: string
  choose: (choice: string) => void
}

function RemovedBlock({ block, blocks, choice, choose }: RemovedBlockProps) {
  const id = useId()
  const replaced = choice.startsWith('as:')
  const option = (value: string, checked: boolean, label: string) => (
    <label className="flex min-h-9 items-center gap-2.5">
      <input type="radio" name={id} checked={checked} onChange={() => choose(value)} className="size-4 accent-accent" />
      {label}
    </label>
  )
  return (
    <fieldset className="border-l-2 border-line pl-4">
      <legend className="float-left w-full font-semibold">
        {block.label} <span className="font-normal text-ink-soft">({block.people})</span>
      </legend>
      <div className="clear-both">
        {option('tell', choice === 'tell', 'That it is gone')}
        {blocks.length > 0 && option(`as:${blocks[0]?.key}`, replaced, 'That something else stands in its place')}
        {replaced && (
          <select
            aria-label={`What stands in the place of ${block.label}`}
            value={choice.slice(3)}
            onChange={(event) => choose(`as:${event.target.value}`)}
            className="mb-1 ml-6.5 block min-h-11 w-[calc(100%-1.625rem)] rounded-medium border-[1.5px] border-line-strong bg-raised px-2.5 py-2"
          >
            {blocks.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        )}
        {option('nothing', choice === 'nothing', 'Nothing')}
      </div>
    </fieldset>
  )
}
