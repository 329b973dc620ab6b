import { Rung } from '#components/rung.tsx'
import { hoursInWords } from '#lib/format.ts'
import type { StepBlock } from '../guide-blocks.ts'
import type { GuideContext } from './guide-context.ts'

interface StepViewProps {
  block: StepBlock
  number: number
  context: GuideContext
  children: React.ReactNode
}

/** One thing to do, what it takes, how to know that it is done, and the skills that it builds. */
export function StepView({ block, number, context, children }: StepViewProps) {
  const skills = block.skills.flatMap((slug) => context.skills.get(slug) ?? [])
  return (
    <section
      id={block.anchor}
      aria-labelledby={`${block.anchor}-title`}
      className="keep-together mt-12 grid scroll-mt-6 grid-cols-[2.25rem_1fr] gap-x-3 tablet:grid-cols-[3rem_1fr] tablet:gap-x-4"
    >
      <span aria-hidden="true" className="font-serif text-[2rem] leading-none text-accent tablet:text-[2.5rem]">
        {number}
      </span>
      <div>
        <h3 id={`${block.anchor}-title`} className="mt-0 text-[1.3125rem] leading-snug tablet:text-[1.5rem]">
          <span className="sr-only">Step {number}: </span>
          {block.heading}
        </h3>
        <div className="prose mt-2">{children}</div>
        <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-small leading-normal">
          <dt className="text-ink-soft">Takes</dt>
          <dd>about {hoursInWords(block.hours)}</dd>
          <dt className="text-ink-soft">Done means</dt>
          <dd>{block.done}</dd>
          {skills.length > 0 && (
            <>
              <dt className="text-ink-soft">Builds</dt>
              <dd className="flex flex-wrap gap-x-5 gap-y-1">
                {skills.map((skill) => (
                  <a
                    key={skill.slug}
                    href={`/skills/${skill.slug}`}
                    className="inline-flex flex-wrap items-center gap-x-2 text-accent underline-offset-4 hover:underline"
                  >
                    {skill.name}
                    <Rung
                      level={context.levels.get(skill.slug) ?? null}
                      target={context.targets.get(skill.slug) ?? null}
                    />
                  </a>
                ))}
              </dd>
            </>
          )}
        </dl>
      </div>
    </section>
  )
}
