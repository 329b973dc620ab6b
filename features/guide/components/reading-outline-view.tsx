import type { BlockKind, UseAction } from '#db/schema/index.ts'
import { peopleInWords } from '#features/profile/five-people.ts'
import { type ReadingOutline, usefulness } from '../reading-outline.ts'

const kinds: Record<BlockKind, string> = {
  skill: 'Skill',
  step: 'Step',
  cvLines: 'CV lines',
  summary: 'Summary',
  question: 'Question',
  related: 'Guide',
}

const done: Record<UseAction, string> = { rated: 'rated by', copied: 'copied by', opened: 'opened by' }

/** A guide from top to bottom, with what readers did and said. */
export function ReadingOutlineView({ outline: { sections, gone } }: { outline: ReadingOutline }) {
  return (
    <>
      <ol className="mt-4 max-w-[62rem]">
        {sections.map(({ id, heading, answers, blocks }) => (
          <li key={id ?? ''} className="border-t border-line py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-8">
              <h3 className="font-sans text-base font-semibold tracking-normal">{heading}</h3>
              <p className="text-ink-soft">{answers ? usefulness(answers) : 'no answers'}</p>
            </div>
            {blocks.length > 0 && (
              <ul className="mt-1">
                {blocks.map(({ key, kind, heading: name, uses }) => (
                  <li key={key} className="flex flex-wrap justify-between gap-x-8 py-1 pl-4 tablet:flex-nowrap">
                    <span className="line-clamp-1">
                      <span className="text-ink-soft">{kinds[kind]}</span> {name}
                    </span>
                    <span className="shrink-0 text-ink-soft">
                      {uses.map(({ action, people }) => `${done[action]} ${peopleInWords(people)}`).join(', ') ||
                        (kind !== 'step' && 'not used')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {gone > 0 && (
        <p className="mt-2 text-tiny text-ink-soft">
          There is more about sections and blocks that this guide no longer has; it is not shown.
        </p>
      )}
    </>
  )
}
