/** The name with its sign: a ladder with one rung in amber. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-serif text-[1.375rem] font-semibold tracking-[-0.02em]">
      <svg viewBox="0 0 16 22" className="h-[1.3rem] w-auto" aria-hidden="true" focusable="false">
        <path d="M3 1v20M13 1v20" className="stroke-ink" strokeWidth="2.2" strokeLinecap="round" />
        <path d="M3 5h10M3 17h10" className="stroke-ink" strokeWidth="2" />
        <path d="M3 11h10" className="stroke-mark" strokeWidth="3" />
      </svg>
      Guidepost
    </span>
  )
}
