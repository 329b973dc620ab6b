import type { Route } from 'next'
import { buttonClasses } from '#components/ui/button.tsx'
import type { Suggestion } from '../questionnaire-queries.ts'
import { type RoleMatch, reasonsAgainst, reasonsFor } from '../role-match.ts'

/** The roles that a questionnaire points to, each with what speaks for it, what against, and what to do next. */
export function SuggestionList({ suggestions, heading }: { suggestions: readonly Suggestion[]; heading: 'h2' | 'h3' }) {
  return (
    <ol className="mt-4 border-t border-line">
      {suggestions.map((suggestion, index) => (
        <SuggestedRole key={suggestion.role.slug} suggestion={suggestion} place={index + 1} heading={heading} />
      ))}
    </ol>
  )
}

interface SuggestedRoleProps {
  suggestion: Suggestion
  place: number
  heading: 'h2' | 'h3'
}

function SuggestedRole({ suggestion, place, heading: Heading }: SuggestedRoleProps) {
  const { role, guide } = suggestion
  const against = reasonsAgainst(suggestion)
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-2 border-b border-line py-7 tablet:grid-cols-[3rem_minmax(0,1fr)]">
      <span aria-hidden="true" className="font-serif text-[1.75rem] leading-none text-accent">
        {place}
      </span>
      <div>
        <Heading className="text-[1.5rem] leading-tight">
          <a href={`/roles/${role.slug}`} className="text-ink no-underline hover:text-accent">
            {role.name}
          </a>
        </Heading>
        <p className="mt-1 text-base leading-snug text-ink-soft">{role.summary}</p>
        <ul className="mt-3 list-disc space-y-1 pl-5 text-base leading-snug">
          {reasonsFor(suggestion).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {against.length > 0 && (
          <p className="mt-3 border-l-2 border-mark pl-3 text-small">
            <span className="font-semibold">What speaks against it:</span> {against.join(' ')}
          </p>
        )}
        <p className="no-print mt-3 flex flex-wrap gap-x-5 text-small">
          {guide && (
            <a href={`/guides/${guide.slug}` as Route} className={buttonClasses('plain', '-ml-1')}>
              Read “{guide.title}”
            </a>
          )}
          <a href={`/assess/${role.slug}`} className={buttonClasses('plain', guide ? undefined : '-ml-1')}>
            Assess yourself<span className="sr-only"> as {role.name}</span>
          </a>
        </p>
      </div>
    </li>
  )
}

/** What comes after the suggestions, by name. */
export function NextRoles({ matches }: { matches: readonly RoleMatch[] }) {
  return (
    <p className="mt-6 text-small text-ink-soft">
      Then, with less to say for them:{' '}
      {matches.map(({ role }, index) => (
        <span key={role.slug}>
          {index > 0 && ', '}
          <a href={`/roles/${role.slug}`} className="text-accent underline underline-offset-4">
            {role.name}
          </a>
        </span>
      ))}
      .
    </p>
  )
}
