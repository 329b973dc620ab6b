import type { Metadata } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'About',
  description: 'What Guidepost is, how its numbers are made, and who writes it.',
  alternates: { canonical: '/about' },
}

export default function AboutPage() {
  return (
    <Frame path="/about">
      <Column>
        <PageHead
          title="About Guidepost"
          standfirst="Career guides in which every piece of advice is something you can do right there."
        />
        <div className="prose mt-12">
          <h2>What you can do here</h2>
          <p>
            Read what a job asks for. Rate yourself on a skill in the middle of the text that explains it. Compare
            yourself with a whole role in about ten minutes. See which skill to learn first, why that one, and what to
            do about it. Come back later and see how far you came.
          </p>
          <h2 id="fit">How the fit is worked out</h2>
          <p>
            Each skill of a role has a target level. You earn the share of the target that you have reached: level 2 of
            a target of 3 is two thirds. More than the target earns nothing extra, because one strong skill does not
            make up for a missing one. A must-have counts three times as much as a nice-to-have. The fit is what you
            earned, as a percentage of what could be earned, rounded down.
          </p>
          <p>
            “Not sure” earns nothing until you rate the skill. The result says how high the fit would be if all of those
            turned out to be at their target.
          </p>
          <p>
            It is a number for you. It compares you with what this site’s editors think a role asks for, and with nobody
            else. No employer sees it.
          </p>
          <h2>What to learn first</h2>
          <p>
            Must-haves come before the rest. Among them, the skill comes first whose next level adds most to your fit;
            if two add the same, the one with the shorter next step.
          </p>
          <h2>Who writes it</h2>
          <p>
            The guides are written for this site by <a href="/authors/guidepost-editors">its editors</a>. A fact that
            can be wrong carries its source and its date.
          </p>
        </div>
      </Column>
    </Frame>
  )
}
