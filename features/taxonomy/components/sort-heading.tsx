import type { Route } from 'next'

interface SortHeadingProps {
  label: string
  /** What the list is sorted by: a key, with a minus before it the other way round. */
  sort: string
  name: string
  /** Where this key leads, either way round. */
  href(sort: string): string
  /** Numbers and dates begin with the largest. */
  descendingFirst?: boolean
  className?: string
}

/** The head of a column that the list can be sorted by. */
export function SortHeading({ label, sort, name, href, descendingFirst = false, className }: SortHeadingProps) {
  const first = descendingFirst ? `-${name}` : name
  const second = descendingFirst ? name : `-${name}`
  const ordered = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined
  return (
    <th scope="col" aria-sort={ordered} className={className}>
      <a
        href={href(sort === first ? second : first) as Route}
        className="inline-flex min-h-8 items-center gap-1 text-ink no-underline hover:text-accent"
      >
        {label}
        <span aria-hidden="true" className="w-3 text-tiny">
          {ordered === 'ascending' ? '↑' : ordered === 'descending' ? '↓' : ''}
        </span>
      </a>
    </th>
  )
}
