import { stringify } from 'yaml'
import { pictureAddress, pictureIdOf } from '#features/picture/picture-address.ts'
import { hoursInWords } from '#lib/format.ts'
import { levelNames } from '#lib/levels.ts'
import { mdLink, mdText } from '#lib/markdown-text.ts'
import { quoted } from '#lib/quotation.ts'
import type { GuideContext } from './components/guide-context.ts'
import type { Block } from './guide-blocks.ts'
import { guideKindNames } from './guide-kinds.ts'
import type { Guide } from './guide-queries.ts'
import { type Around, plainMarkdown } from './plain-markdown.ts'

interface Written {
  guide: Guide
  blocks: readonly Block[]
  context: GuideContext
  changedAt: Date
}

/** The width of a picture that a Markdown file points to. */
const pictureWidth = 1200

/** A guide as a Markdown file that reads well anywhere: what it is in front, and its text with the blocks in plain words. */
export function guideMarkdown(origin: string, { guide, blocks, context, changedAt }: Written): string {
  const front = {
    title: guide.title,
    standfirst: guide.standfirst,
    kind: guideKindNames[guide.kind].one,
    author: guide.author.name,
    published: dayOf(guide.publishedAt),
    changed: dayOf(changedAt),
    reviewed: guide.reviewedOn,
    canonical: `${origin}/guides/${guide.slug}`,
    sources: guide.sources.map(({ date, ...source }) => ({ ...source, ...(date && { date }) })),
  }
  const body = plainMarkdown(guide.body.replace(/\r\n?/g, '\n'), blocks, {
    around: (block, number) => around(origin, block, number, context),
    related: (slug) => {
      const other = context.related.get(slug)
      return other ? mdLink(other.title, `${origin}/guides/${other.slug}`) : ''
    },
    picture: (url, alt) => pictureMarkdown(origin, url, alt, context),
    address: (url) => (/^\/(?!\/)/.test(url) ? origin + url : url),
  })
  // As texts, so that nobody's reader takes a day for a moment in some zone.
  const yaml = stringify(front, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 })
  return `---\n${yaml}---\n\n# ${mdText(guide.title)}\n\n${mdText(guide.standfirst)}\n\n${body}\n`
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

function around(origin: string, block: Block, number: number, context: GuideContext): Around | null {
  switch (block.kind) {
    case 'skill': {
      const skill = context.skills.get(block.ref)
      const more = skill
        ? `Levels, practice and questions: ${mdLink(skill.name, `${origin}/skills/${skill.slug}`)}`
        : ''
      return { before: `### ${mdText(block.heading)}`, after: more }
    }
    case 'step': {
      const skills = block.skills.flatMap((slug) => context.skills.get(slug) ?? [])
      const facts = [`- Takes: about ${hoursInWords(block.hours)}`, `- Done means: ${mdText(block.done)}`]
      if (skills.length > 0) {
        facts.push(`- Builds: ${skills.map(({ name, slug }) => mdLink(name, `${origin}/skills/${slug}`)).join(', ')}`)
      }
      return { before: `### Step ${number}: ${mdText(block.heading)}`, after: facts.join('\n') }
    }
    case 'cvLines':
      return { before: block.heading && `#### ${mdText(block.heading)}`, after: '' }
    case 'summary':
      return { before: `#### ${mdText(block.heading || 'A profile summary')}`, after: '', quoted: true }
    case 'question':
      return aroundQuestion(origin, `${block.skill}/${block.question}`, context)
    default:
      return null
  }
}

function aroundQuestion(origin: string, ref: string, { questions }: GuideContext): Around | null {
  const question = questions.get(ref)
  if (!question) return null
  const { kind, level, skillName, skillSlug, why, strong, weak } = question
  const tests = `${mdLink(skillName, `${origin}/skills/${skillSlug}`)} at ${levelNames[level]}`
  return {
    before: [
      `#### ${mdText(quoted(question.question))}`,
      `${kind === 'technical' ? 'Technical' : 'Behavioural'}. Tests ${tests}.`,
    ].join('\n\n'),
    after: [
      `- Why it is asked: ${mdText(why)}`,
      `- A strong answer: ${mdText(strong)}`,
      `- A weak answer: ${mdText(weak)}`,
    ].join('\n'),
  }
}

/** Of a picture of this site its largest useful file; of any other a link, as the page has it. */
function pictureMarkdown(origin: string, url: string, alt: string, { pictures }: GuideContext): string {
  const id = pictureIdOf(url)
  if (!id) return mdLink(alt || url, url)
  const picture = pictures.get(id)
  return picture ? `!${mdLink(alt || picture.alt, origin + pictureAddress(picture, pictureWidth))}` : mdText(alt)
}
