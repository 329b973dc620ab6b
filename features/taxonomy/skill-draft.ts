import { rowsIn } from '#lib/form-tree.ts'
import { capitalised } from '#lib/format.ts'
import { type LevelKey, levelKeys, levelNames } from '#lib/levels.ts'
import { otherNamesText } from './other-names.ts'
import type { PracticeStep, Question, SkillLink, SkillStatements } from './taxonomy-types.ts'

/** A row of a form's list. `key` tells rows apart while they move; it is not sent. */
export type Row<Fields> = Fields & { key: string }

export interface StepFields {
  id: string
  title: string
  reaches: string
  hours: string
  body: string
  done: string
}

export interface QuestionFields {
  id: string
  kind: string
  level: string
  question: string
  why: string
  strong: string
  weak: string
}

/** What stands in the form of a skill: everything as text, however wrong it may be. */
export interface SkillDraft {
  name: string
  slug: string
  kind: string
  definition: string
  /** As `otherNamesIn` reads them. */
  aliases: string
  levels: Record<LevelKey, Row<{ text: string }>[]>
  related: string[]
  steps: Row<StepFields>[]
  questions: Row<QuestionFields>[]
}

export const emptyStatement = { text: 'You can ' }
export const emptyStep: StepFields = { id: '', title: '', reaches: 'awareness', hours: '', body: '', done: '' }
export const emptyQuestion: QuestionFields = {
  ...{ id: '', kind: 'technical', level: 'working', question: '', why: '', strong: '', weak: '' },
}

interface SkillToEdit {
  name: string
  slug: string
  kind: string
  definition: string
  aliases: readonly string[]
  statements: SkillStatements
  related: readonly SkillLink[]
  steps: readonly PracticeStep[]
  questions: readonly Question[]
}

/** The form of a skill as it stands, or of a new one. */
export function draftOf(skill: SkillToEdit | null): SkillDraft {
  const levels = levelsOf((level) => (skill?.statements[level] ?? []).map((text) => ({ text })))
  if (!skill) {
    const first = (key: string) => [keyed(key, 0, emptyStatement), keyed(key, 1, emptyStatement)]
    return {
      ...{ name: '', slug: '', kind: 'technical', definition: '', aliases: '', related: [] },
      levels: { awareness: first('a'), working: first('w'), practitioner: first('p'), expert: first('e') },
      steps: [],
      questions: [],
    }
  }
  return {
    ...{ name: skill.name, slug: skill.slug, kind: skill.kind, definition: skill.definition },
    aliases: otherNamesText(skill.aliases),
    levels,
    related: skill.related.map(({ slug }) => slug),
    steps: skill.steps.map(({ key: id, title, reaches, hours, body, doneMeans }, index) =>
      keyed('step', index, {
        ...{ id, title, body, done: doneMeans, hours: String(hours), reaches: levelKeys[reaches - 1] ?? '' },
      }),
    ),
    questions: skill.questions.map(({ key: id, kind, level, question, why, strong, weak }, index) =>
      keyed('question', index, { id, kind, level: levelKeys[level - 1] ?? '', question, why, strong, weak }),
    ),
  }
}

/** The form as it was sent, for a page that has no script to remember it. */
export function draftFromValues(values: Record<string, string>): SkillDraft {
  const text = (name: string) => values[name] ?? ''
  return {
    ...{ name: text('name'), slug: text('slug'), kind: text('kind') },
    ...{ definition: text('definition'), aliases: text('aliases') },
    levels: levelsOf((level) => rowsIn(values, `levels.${levelKeys[level]}`).map((row) => ({ text: row[''] ?? '' }))),
    related: rowsIn(values, 'related').map((row) => row[''] ?? ''),
    steps: rowsIn(values, 'steps').map((row, index) => keyed('step', index, { ...emptyStep, ...row })),
    questions: rowsIn(values, 'questions').map((row, index) => keyed('question', index, { ...emptyQuestion, ...row })),
  }
}

function levelsOf(rows: (index: number) => { text: string }[]): SkillDraft['levels'] {
  const of = (index: number) => rows(index).map((row, at) => keyed(`level${index}`, at, row))
  return { awareness: of(0), working: of(1), practitioner: of(2), expert: of(3) }
}

const keyed = <Fields>(list: string, index: number, fields: Fields): Row<Fields> => ({
  ...fields,
  key: `${list}-${index}`,
})

/** The statements of a form as readers would see them: what is not written yet is left out. */
export function statementsOf({ levels }: Pick<SkillDraft, 'levels'>): string[][] {
  return levelKeys.map((key) =>
    levels[key].map(({ text }) => text.trim()).filter((text) => text !== '' && text !== 'You can'),
  )
}

const fieldNames: Record<string, string> = {
  name: 'Name',
  slug: 'Address',
  kind: 'Kind',
  definition: 'Definition',
  aliases: 'Other names',
  related: 'Skills beside it',
  steps: 'Practice steps',
  questions: 'Questions',
  reaches: 'level',
  body: 'what to do',
  done: 'done means',
  why: 'why it is asked',
  strong: 'a strong answer',
  weak: 'a weak answer',
}

/** What a field is called where it cannot be seen: "Step 2, title". */
export function skillFieldLabel(name: string): string {
  const [list = '', at = '', field = ''] = name.split('.')
  if (list === 'levels') {
    const level = levelKeys.findIndex((key) => at.startsWith(key))
    const where = levelNames[level + 1] ?? 'Levels'
    return field === '' ? where : `${where}, statement ${Number(field) + 1}`
  }
  if (at === '') return fieldNames[list] ?? capitalised(list)
  const row = `${list === 'steps' ? 'Step' : list === 'questions' ? 'Question' : 'Skill'} ${Number(at) + 1}`
  return field === '' ? row : `${row}, ${fieldNames[field]?.toLowerCase() ?? field}`
}
