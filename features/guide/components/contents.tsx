import { classes } from '#components/classes.ts'
import type { Heading } from '../guide-tree.ts'

/** The contents of a guide. The script marks where the reader is (data-contents). */
export function Contents({ headings }: { headings: readonly Heading[] }) {
  return (
    <ol className="border-l-2 border-line text-small leading-snug">
      {headings.map((heading) => (
        <li key={heading.id}>
          <a
            href={`#${heading.id}`}
            className={classes(
              '-ml-0.5 block border-l-2 border-transparent py-1.5 pr-2 text-ink-soft no-underline hover:text-accent',
              'aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink',
              heading.depth === 3 ? 'pl-7' : 'pl-3.5',
            )}
          >
            {heading.text}
          </a>
        </li>
      ))}
    </ol>
  )
}
