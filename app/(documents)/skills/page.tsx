import type { Metadata } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { currentPerson } from '#features/profile/person-queries.ts'
import { levelsOf } from '#features/profile/profile-queries.ts'
import { SkillDirectory } from '#features/taxonomy/components/skill-directory.tsx'
import { skillFields } from '#features/taxonomy/skill-field-queries.ts'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Skills',
  description: 'Technical and soft skills, each with four levels told in sentences that you can answer with yes or no.',
  alternates: { canonical: '/skills' },
}

export default async function SkillsPage() {
  const [fields, person] = await Promise.all([skillFields(), currentPerson()])
  const levels = await levelsOf(person?.id ?? null)
  return (
    <Frame section="skills" path="/skills">
      <Column wide>
        <PageHead
          title="Skills"
          standfirst="Each skill has four levels, told in sentences that begin with “You can”. Find the highest one that is true of you."
        />
        <SkillDirectory fields={fields} levels={levels} />
      </Column>
    </Frame>
  )
}
