import type { SummaryBlock } from '../guide-blocks.ts'
import { CopyButton } from './copy-button.tsx'

/** A sample of a profile summary. */
export function SummaryView({ block, children }: { block: SummaryBlock; children: React.ReactNode }) {
  return (
    <figure id={block.anchor} className="keep-together mt-6 scroll-mt-6 border-y border-line py-5">
      <figcaption className="flex flex-wrap items-center justify-between gap-x-6 text-small font-semibold">
        {block.heading || 'A profile summary'}
        <CopyButton of={`${block.anchor}-text`}>Copy this summary</CopyButton>
      </figcaption>
      <div id={`${block.anchor}-text`} className="prose mt-2 font-serif text-quote">
        {children}
      </div>
    </figure>
  )
}
