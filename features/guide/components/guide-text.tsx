import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import { ScrollRegion } from '#components/scroll-region.tsx'
import type { Block } from '../guide-blocks.ts'
import type { GuideBody } from '../guide-body.ts'
import { sectionsOf, withSectionEnds } from '../guide-sections.ts'
import { CvLinesView } from './cv-lines-view.tsx'
import type { GuideContext } from './guide-context.ts'
import { PictureView } from './picture-view.tsx'
import { QuestionView } from './question-view.tsx'
import { RelatedLink } from './related-link.tsx'
import { SectionFeedback } from './section-feedback.tsx'
import { SkillView } from './skill-view.tsx'
import { StepView } from './step-view.tsx'
import { SummaryView } from './summary-view.tsx'

interface ElementProps {
  blockKey?: string
  number?: number
  pictureId?: string
  alt?: string
  title?: string
  section?: string
  children?: React.ReactNode
}

interface GuideTextProps {
  body: GuideBody
  context: GuideContext
  /** Whether readers are asked after each section if it was useful; a preview asks nobody. */
  feedback?: boolean
}

/** The text of a guide with its blocks as the tools that they are. */
export function GuideText({ body, context, feedback = false }: GuideTextProps) {
  const blocks = new Map(body.blocks.map((block) => [block.key, block]))
  const sections = new Map(feedback ? sectionsOf(body).map((section) => [section.id, section]) : [])

  /** A component for one kind of block; a block that the parser could not read shows its text alone. */
  function drawn<Kind extends Block['kind']>(
    kind: Kind,
    draw: (block: Extract<Block, { kind: Kind }>, props: ElementProps) => React.ReactNode,
  ) {
    return (props: ElementProps) => {
      const block = blocks.get(props.blockKey ?? '')
      return block?.kind === kind ? draw(block as Extract<Block, { kind: Kind }>, props) : props.children
    }
  }

  const picture =
    (figure: boolean) =>
    ({ pictureId = '', alt = '', title }: ElementProps) => (
      <PictureView id={pictureId} alt={alt} caption={title} figure={figure} context={context} />
    )

  const components = {
    'gp-picture': picture(false),
    'gp-figure': picture(true),
    'gp-table': ({ children }: ElementProps) => <ScrollRegion label="Table">{children}</ScrollRegion>,
    'gp-skill': drawn('skill', (block, { children }) => (
      <SkillView block={block} context={context}>
        {children}
      </SkillView>
    )),
    'gp-step': drawn('step', (block, { children, number }) => (
      <StepView block={block} number={number ?? 1} context={context}>
        {children}
      </StepView>
    )),
    'gp-cv-lines': drawn('cvLines', (block) => <CvLinesView block={block} />),
    'gp-summary': drawn('summary', (block, { children }) => <SummaryView block={block}>{children}</SummaryView>),
    'gp-question': drawn('question', (block, { children }) => (
      <QuestionView block={block} context={context}>
        {children}
      </QuestionView>
    )),
    'gp-section-end': ({ section: id }: ElementProps) => {
      const section = sections.get(id ?? '')
      return section && <SectionFeedback guide={context.slug} section={section} />
    },
    'gp-related': drawn('related', (block) => <RelatedLink slug={block.slug} context={context} />),
  }
  return toJsxRuntime(feedback ? withSectionEnds(body) : body.tree, {
    Fragment,
    jsx,
    jsxs,
    // A style attribute is what the content security policy refuses.
    tableCellAlignToStyle: false,
    components: components as NonNullable<Parameters<typeof toJsxRuntime>[1]['components']>,
  })
}
