import { definedTerm, occupationLink } from '#features/taxonomy/taxonomy-json-ld.ts'
import { breadcrumbs, organisation, type Thing } from '#lib/json-ld.ts'
import { isGroup } from './author-name.ts'
import type { StepBlock } from './guide-blocks.ts'
import type { GuideBody } from './guide-body.ts'
import type { Guide } from './guide-queries.ts'
import { sectionTexts } from './guide-text.ts'

interface Told {
  guide: Guide
  body: GuideBody
  /** The skills that its skill blocks speak of. */
  skills: readonly { slug: string; name: string }[]
}

/**
 * When a guide was changed, as its page says it: reviewed or first published, whichever came later. An export has both, so
 * a site that is made from one says the same.
 */
export function changedAt({ reviewedOn, publishedAt }: Pick<Guide, 'reviewedOn' | 'publishedAt'>): Date {
  const reviewed = new Date(`${reviewedOn}T00:00:00Z`)
  return reviewed > publishedAt ? reviewed : publishedAt
}

/** A guide for search engines: nothing that its page does not say. */
export function guideThings(origin: string, told: Told): Thing[] {
  const { guide, body } = told
  const path = `/guides/${guide.slug}`
  const trail = [
    { name: 'Guides', path: '/guides' },
    { name: guide.title, path },
  ]
  const things = [article(origin, told), organisation(origin), breadcrumbs(origin, trail)]
  const steps = body.blocks.filter((block) => block.kind === 'step')
  return guide.kind === 'how-to' && steps.length > 1 ? [...things, howTo(origin, guide, steps, body)] : things
}

function article(origin: string, { guide, skills }: Told): Thing {
  const url = `${origin}/guides/${guide.slug}`
  return {
    '@type': 'Article',
    '@id': `${url}#article`,
    headline: guide.title,
    description: guide.description,
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url, lastReviewed: guide.reviewedOn },
    image: [`${url}/picture.png`],
    datePublished: guide.publishedAt.toISOString(),
    dateModified: changedAt(guide).toISOString(),
    author: {
      '@type': isGroup(guide.author.name) ? 'Organization' : 'Person',
      name: guide.author.name,
      url: `${origin}/authors/${guide.author.slug}`,
    },
    publisher: { '@id': `${origin}/#organisation` },
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    timeRequired: `PT${guide.readingMinutes}M`,
    about: [
      ...guide.roles.map((role) => occupationLink(origin, role)),
      ...skills.map((skill) => definedTerm(origin, skill)),
    ],
    citation: guide.sources.map(({ title, publisher, url: address, date }) => ({
      '@type': 'CreativeWork',
      name: title,
      url: address,
      publisher: { '@type': 'Organization', name: publisher },
      ...(date && { datePublished: date }),
    })),
  }
}

function howTo(origin: string, guide: Guide, steps: readonly StepBlock[], body: GuideBody): Thing {
  const url = `${origin}/guides/${guide.slug}`
  const texts = stepTexts(body)
  return {
    '@type': 'HowTo',
    '@id': `${url}#how-to`,
    name: guide.title,
    description: guide.description,
    image: `${url}/picture.png`,
    totalTime: `PT${steps.reduce((sum, { hours }) => sum + hours, 0)}H`,
    step: steps.map((step, index) => ({
      '@type': 'HowToStep',
      position: index + 1,
      name: step.heading,
      text: `${texts.get(step.key) ?? ''} Done means: ${step.done}.`.trim(),
      url: `${url}#${step.anchor}`,
    })),
  }
}

/** What each step says, by its key. */
function stepTexts({ tree }: GuideBody): Map<string, string> {
  return new Map(
    tree.children.flatMap((node) => {
      if (node.type !== 'element' || node.tagName !== 'gp-step') return []
      const [section] = sectionTexts({ tree: { type: 'root', children: node.children }, headings: [], blocks: [] })
      return [[String(node.properties.blockKey), section?.text ?? ''] as const]
    }),
  )
}
