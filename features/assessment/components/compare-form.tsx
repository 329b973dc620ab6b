import type { Route } from 'next'
import { buttonClasses } from '#components/ui/button.tsx'
import { Select } from '#components/ui/select.tsx'
import { counted } from '#lib/format.ts'
import type { RolePair } from '../role-comparison.ts'

interface CompareFormProps {
  roles: readonly { slug: string; name: string }[]
  a: string | undefined
  b: string | undefined
}

/** The choice of two roles. */
export function CompareForm({ roles, a, b }: CompareFormProps) {
  const options = [
    { value: '', label: 'Choose a role' },
    ...roles.map(({ slug, name }) => ({ value: slug, label: name })),
  ]
  return (
    <form
      method="get"
      action="/roles/compare"
      className="no-print mt-8 grid items-end gap-4 tablet:grid-cols-[1fr_1fr_auto]"
    >
      <Select label="One role" name="a" options={options} defaultValue={a ?? ''} />
      <Select label="Another role" name="b" options={options} defaultValue={b ?? ''} />
      <button type="submit" className={buttonClasses('primary')}>
        Compare
      </button>
    </form>
  )
}

/** Pairs to begin with. */
export function PairList({ title, pairs }: { title: string; pairs: readonly RolePair[] }) {
  if (pairs.length === 0) return null
  return (
    <section aria-labelledby="pairs" className="mt-14">
      <h2 id="pairs" className="text-h3">
        {title}
      </h2>
      <ul className="mt-3 border-t border-line">
        {pairs.map(({ a, b, shared }) => (
          <li key={`${a.slug} ${b.slug}`} className="border-b border-line py-3">
            <a
              href={compareAddress(a.slug, b.slug)}
              className="font-semibold text-ink no-underline hover:text-accent hover:underline"
            >
              {a.name} and {b.name}
            </a>
            <span className="block text-small text-ink-soft">{counted(shared, 'shared skill')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const compareAddress = (a: string, b: string): Route => `/roles/compare?a=${a}&b=${b}` as Route
