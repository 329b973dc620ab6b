import { classes } from '../classes.ts'

interface SearchBoxProps {
  /** Unlike on one page. */
  id: string
  /** The script that suggests while somebody types; without it this is a form like any other. */
  script: string
  /** What was searched for. */
  value?: string
  /** Kept with the next search. */
  kept?: Readonly<Record<string, string>>
  large?: boolean
}

/** The site's search, as a plain form. */
export function SearchBox({ id, script, value, kept = {}, large = false }: SearchBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every screen reader yet
    <form role="search" action="/search" className="relative flex" aria-label={large ? 'Search, main' : 'Search'}>
      {Object.entries(kept).map(([name, each]) => (
        <input key={name} type="hidden" name={name} value={each} />
      ))}
      <label htmlFor={id} className="sr-only">
        Search this site
      </label>
      <input
        id={id}
        type="search"
        name="q"
        defaultValue={value}
        maxLength={120}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        data-search={script}
        placeholder={large ? 'A job, a skill, a question' : 'Search'}
        className={classes(
          'w-full min-w-0 rounded-l-medium border-[1.5px] border-r-0 border-line-strong bg-raised px-3 placeholder:text-ink-soft',
          large ? 'min-h-13 text-base' : 'min-h-11 text-small',
        )}
      />
      <button
        type="submit"
        className={classes(
          'inline-flex shrink-0 items-center rounded-r-medium border-[1.5px] border-line-strong bg-raised px-3 text-ink-soft hover:text-accent',
          large && 'text-small font-semibold',
        )}
      >
        <MagnifyingGlass />
        <span className={large ? 'ml-2' : 'sr-only'}>Search</span>
      </button>
    </form>
  )
}

export function MagnifyingGlass() {
  return (
    <svg viewBox="0 0 20 20" className="size-5 fill-none stroke-current" strokeWidth="1.8" aria-hidden="true">
      <circle cx="8.5" cy="8.5" r="5.5" />
      <path d="m12.8 12.8 4.7 4.7" strokeLinecap="round" />
    </svg>
  )
}
