import type { AuthorInput } from '#features/guide/guide-schema.ts'
import { type Line, sentencesOf } from '#features/guide/sentences.ts'
import { levelKeys } from '#lib/levels.ts'
import type { CategoryThing, GuideThing, Placed, PlacedText, RoleThing, SkillThing } from './content-types.ts'

/** A text that readers see, and where it was written. */
export interface LibraryText extends Line {
  file: string
  /** `levels.working.0`; empty in the body of a guide. */
  field: string
}

/** A sentence of such a text, with its words as they are compared. */
export interface LibrarySentence extends LibraryText {
  words: readonly string[]
}

type Path = readonly (string | number)[]

/** What a guide says: its standfirst and description, its text with all blocks, and what its steps call done. */
export function textsOfGuide({ file, lineOf, bodyOffset, read }: PlacedText<GuideThing>): LibraryText[] {
  const { content, body } = read()
  const inBody = ({ line, text }: Line): LibraryText => ({ file, line: line + bodyOffset, field: '', text })
  return [
    ...(['standfirst', 'description'] as const).map((field) => ({
      file,
      line: lineOf([field]),
      field,
      text: content[field],
    })),
    ...body.prose.map(inBody),
    ...body.blocks.flatMap((block) => (block.kind === 'step' ? [inBody({ line: block.line, text: block.done })] : [])),
  ]
}

/** What a skill says of itself. Its aliases are other people's words. */
export function textsOfSkill(skill: Placed<SkillThing>): LibraryText[] {
  const { definition, levels, steps, questions } = skill.value
  return placed(skill, [
    [['definition'], definition],
    ...levelKeys.flatMap((level) =>
      levels[level].map((text, index): [Path, string] => [['levels', level, index], text]),
    ),
    ...steps.flatMap((step, index) =>
      (['title', 'body', 'done'] as const).map((field): [Path, string] => [['steps', index, field], step[field]]),
    ),
    ...questions.flatMap((question, index) =>
      (['question', 'why', 'strong', 'weak'] as const).map((field): [Path, string] => [
        ['questions', index, field],
        question[field],
      ]),
    ),
  ])
}

/** What roles, fields of work and authors are called and what is said of them; of a skill, its name. */
export function textsOfOthers(things: {
  skills: Placed<SkillThing>[]
  roles: Placed<RoleThing>[]
  categories: Placed<CategoryThing>[]
  authors: Placed<AuthorInput>[]
}): LibraryText[] {
  return [
    ...things.skills.flatMap((skill) => placed(skill, [[['name'], skill.value.name]])),
    ...[...things.roles, ...things.categories].flatMap((thing) =>
      placed(thing, [
        [['name'], thing.value.name],
        [['summary'], thing.value.summary],
      ]),
    ),
    ...things.authors.flatMap((author) =>
      placed(author, [
        [['title'], author.value.title],
        [['bio'], author.value.bio],
      ]),
    ),
  ]
}

function placed({ file, lineOf }: Placed<unknown>, texts: [Path, string][]): LibraryText[] {
  return texts.map(([path, text]) => ({ file, line: lineOf(path), field: path.join('.'), text }))
}

/** The sentences of texts. Capitals, punctuation and markup are no part of their words. */
export function sentencesIn(texts: LibraryText[]): LibrarySentence[] {
  return texts.flatMap((whole) =>
    sentencesOf(whole).map((sentence) => ({ ...whole, ...sentence, words: wordsOf(sentence.text) })),
  )
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}+#]+/gu) ?? []
