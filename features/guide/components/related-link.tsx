import type { GuideContext } from './guide-context.ts'

/** A link to another guide by its title; a guide that is gone leaves its place empty, as the linter has said. */
export function RelatedLink({ slug, context }: { slug: string; context: GuideContext }) {
  const guide = context.related.get(slug)
  if (!guide) return null
  return (
    <a
      href={`/guides/${guide.slug}`}
      className="font-semibold text-ink underline decoration-line-strong decoration-1 underline-offset-4"
    >
      {guide.title}
    </a>
  )
}
