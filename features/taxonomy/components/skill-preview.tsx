import { Ladder } from '#components/ladder.tsx'

interface SkillPreviewProps {
  name: string
  definition: string
  statements: readonly (readonly string[])[]
}

/** The ladder of a skill as readers see it, with whatever stands in its form at the moment. */
export function SkillPreview({ name, definition, statements }: SkillPreviewProps) {
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title" className="text-h3">
        As readers see it
      </h2>
      <p className="mt-3 font-serif text-h3">{name.trim() || 'A new skill'}</p>
      {definition.trim() !== '' && <p className="mt-1 text-small text-ink-soft">{definition}</p>}
      <div className="mt-4 border-l-2 border-accent pl-3">
        <Ladder id="preview" legend="Where are you with this?" statements={statements} value={null} />
      </div>
    </section>
  )
}
