import type { Route } from 'next'
import { searchAddress } from '../search-address.ts'

const examples = [
  { query: 'nurse', says: 'a job' },
  { query: 'k8s', says: 'a skill, as an advert writes it' },
  { query: 'career change', says: 'what you are about to do' },
  { query: 'slow query', says: 'an interview question' },
]

/** What can be searched for, by example, and the ways in for whoever would rather look around. */
export function SearchExamples() {
  return (
    <div className="mt-8">
      <p>You can search for</p>
      <ul className="mt-2 grid gap-1">
        {examples.map(({ query, says }) => (
          <li key={query}>
            <a href={searchAddress(query, null) as Route} className="text-accent underline underline-offset-4">
              {query}
            </a>
            <span className="text-ink-soft">: {says}</span>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        Or look around: <Way href="/guides">all guides</Way>, <Way href="/skills">all skills</Way>,{' '}
        <Way href="/roles">all roles</Way>.
      </p>
    </div>
  )
}

function Way({ href, children }: { href: Route; children: React.ReactNode }) {
  return (
    <a href={href} className="text-accent underline underline-offset-4">
      {children}
    </a>
  )
}
