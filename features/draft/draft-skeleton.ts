import type { GuideKind } from '#db/schema/guide.ts'
import { inWords } from '#lib/format.ts'

/*
 * What a guide of each kind begins as: the sections that its readers expect, and the blocks that it must have, empty. The
 * linter then says of each what is still missing, so nothing has to be remembered.
 */

const skill = ':::skill[The name of the skill]{ref=""}\nWhat it is for in this job, and how it shows.\n:::'

const step = (number: number) =>
  `:::step[What to do]{id="step-${number}" skills="" hours="" done=""}\nHow to do it, in two to four sentences.\n:::`

const cvLines = (id: string) =>
  `:::cv-lines{id="${id}" skills=""}\n- What was done, with what, and the result in a number\n:::`

const summary =
  ':::summary[For whom]{id="summary" skills=""}\nTwo or three sentences as somebody would write them of themselves.\n:::'

const question = ':::question{ref=""}\n:::'

const related = (count: number) => [
  `Put in ${count === 1 ? 'a guide' : `${inWords(count)} guides`} to read next, with “Related guide” above.`,
]

const times = <Part>(count: number, part: (number: number) => Part) =>
  Array.from({ length: count }, (_, index) => part(index + 1))

const section = (heading: string, ...parts: string[]) => [`## ${heading}`, ...parts]

const skeletons: Record<GuideKind, string[]> = {
  'role-skills': [
    ...section('What the job is', 'What somebody in this job does in a week, in one paragraph.'),
    ...section('Technical skills', ...times(4, () => skill)),
    ...section('Soft skills', ...times(3, () => skill)),
    ...section('How to get better', ...times(4, step)),
    ...section('On your CV', cvLines('cv-skills'), cvLines('cv-experience'), summary),
    ...section('In the interview', question, question),
    ...section('Read on', ...related(2)),
  ],
  'job-description': [
    ...section('What the job is', 'What somebody in this job does in a week, in one paragraph.'),
    ...section('What employers ask for', skill),
    ...section('In the interview', question),
    ...section('Read on', ...related(1)),
  ],
  skill: [
    ...section('What it is', 'What the skill is for, and how it looks at work.', skill),
    ...section('How to get better', ...times(3, step)),
    ...section('On your CV', cvLines('cv-lines')),
    ...section('In the interview', question, question),
    ...section('Read on', ...related(1)),
  ],
  'how-to': [
    ...section('Before you begin', 'What you will have at the end, and what you need for it.'),
    ...section('The steps', ...times(4, step)),
    ...section('Read on', ...related(1)),
  ],
  comparison: [
    ...section(
      'The difference in short',
      '| | One side | The other side |\n| --- | --- | --- |\n| A day | | |\n| What you make | | |',
    ),
    ...section('The skills of both', skill, skill),
    ...section('Try both', step(1), step(2)),
    ...section('Read on', ...related(1)),
  ],
  career: [
    ...section(
      'What a working life in it is like',
      'How people come in, move on and earn, with a source for each figure.',
    ),
    ...section('Where to begin', step(1)),
    ...section('Read on', ...related(1)),
  ],
}

/** The body that a new guide of a kind begins with. */
export const skeletonOf = (kind: GuideKind): string => `${skeletons[kind].join('\n\n')}\n`
