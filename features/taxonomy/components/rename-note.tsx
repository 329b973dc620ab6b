interface RenameNoteProps {
  before: string
  /** How many people have rated it, in words. */
  raters: string
}

/** What another name means for readers, before it is saved. */
export function RenameNote({ before, raters }: RenameNoteProps) {
  return (
    <div role="status" className="border-l-2 border-mark pl-4 text-small">
      <p>
        You are renaming “{before}”. It touches the ratings of {raters}: they stay, and show the new name. Old links and
        guides that use the old address go on working.
      </p>
      <label className="mt-1 flex min-h-11 items-center gap-2.5">
        <input type="checkbox" name="tell" value="yes" className="size-5 shrink-0 accent-accent" />
        Tell those who rated it in a guide, on their profile
      </label>
    </div>
  )
}
