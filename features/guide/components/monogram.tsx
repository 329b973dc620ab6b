/** An author's initial, where there is no picture. */
export function Monogram({ name }: { name: string }) {
  const initial = name
    .replace(/^The Guidepost /, '')
    .charAt(0)
    .toUpperCase()
  return (
    <span
      aria-hidden="true"
      className="no-print inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-accent font-serif text-[1.125rem] text-on-accent"
    >
      {initial}
    </span>
  )
}
