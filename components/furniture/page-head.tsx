interface PageHeadProps {
  /** What kind of page this is, above the title. */
  kicker?: React.ReactNode
  title: React.ReactNode
  standfirst?: React.ReactNode
  children?: React.ReactNode
}

/** The head of a page: what it is, its title, and in a sentence or two why to read on. */
export function PageHead({ kicker, title, standfirst, children }: PageHeadProps) {
  return (
    <div className="pt-10 tablet:pt-16">
      {kicker && <p className="mb-2 text-small font-semibold text-accent">{kicker}</p>}
      <h1 className="text-h1 tablet:text-display">{title}</h1>
      {standfirst && (
        <p className="mt-5 font-serif text-[1.3125rem] leading-[1.42] text-ink-soft tablet:mt-6 tablet:text-lead">
          {standfirst}
        </p>
      )}
      {children}
    </div>
  )
}
