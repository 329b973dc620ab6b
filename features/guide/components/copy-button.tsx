/** Copies the text of an element. Only a script can, so without one it is not there; the text can still be selected. */
export function CopyButton({ of, children }: { of: string; children: React.ReactNode }) {
  return (
    <button
      type="button"
      hidden
      data-copy={of}
      aria-describedby={of}
      className="no-print min-h-11 shrink-0 text-small font-semibold text-accent underline-offset-4 hover:underline"
    >
      {children}
    </button>
  )
}
