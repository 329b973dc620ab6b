import { QuestionCard } from '#features/taxonomy/components/question-card.tsx'
import type { QuestionBlock } from '../guide-blocks.ts'
import type { GuideContext } from './guide-context.ts'

interface QuestionViewProps {
  block: QuestionBlock
  context: GuideContext
  children: React.ReactNode
}

/** An interview question to answer out loud, before looking at what a strong answer holds. */
export function QuestionView({ block, context, children }: QuestionViewProps) {
  const question = context.questions.get(`${block.skill}/${block.question}`)
  if (!question) return <div className="prose">{children}</div>
  return (
    <QuestionCard id={block.anchor} question={question}>
      <div className="prose">{children}</div>
    </QuestionCard>
  )
}
