import type { CvLinesBlock } from '../guide-blocks.ts'
import { CopyButton } from './copy-button.tsx'

/** Lines to take into a CV, set off as quotations. */
export function CvLinesView({ block }: { block: CvLinesBlock }) {
  return (
    <div id={block.anchor} className="mt-6 scroll-mt-6">
      {block.heading && <h4 className="mb-2 font-sans text-small font-semibold tracking-normal">{block.heading}</h4>}
      <ul className="list-none border-t border-line pl-0">
        {block.lines.map((line, index) => (
          <li
            key={line}
            className="mt-0 flex flex-wrap items-center justify-between gap-x-8 border-b border-line py-3 tablet:flex-nowrap"
          >
            <span id={`${block.anchor}-${index + 1}`} className="font-serif text-quote">
              {line}
            </span>
            <CopyButton of={`${block.anchor}-${index + 1}`}>Copy this line</CopyButton>
          </li>
        ))}
      </ul>
    </div>
  )
}
