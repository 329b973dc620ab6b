import type { RootContent } from 'mdast'
import { listed } from '#lib/format.ts'
import { type LevelKey, levelKeys, type Rank, rankOf } from '#lib/levels.ts'

/** A fault of the writing itself; `line` counts from 1 in the body. */
export interface BodyProblem {
  line: number
  message: string
}

export type Container = Extract<RootContent, { type: 'containerDirective' }>

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const hoursAtMost = 400

/** What editors call the blocks and what belongs to them, who never see the braces. */
const blockNames: Record<string, string> = {
  skill: 'This skill block',
  step: 'This step',
  'cv-lines': 'This block of CV lines',
  summary: 'This summary',
  question: 'This question block',
}
const attributeNames: Record<string, string> = {
  id: 'an id',
  ref: 'its skill',
  question: 'its question',
  skills: 'its skills',
  hours: 'its hours',
  done: 'what “done” means',
  reaches: 'the level it leads to',
}

/** The braces of a block, read one by one; each fault becomes a problem. */
export class Attributes {
  readonly #values: Record<string, string | null | undefined>
  readonly #name: string
  readonly #line: number
  readonly #problems: BodyProblem[]
  readonly #missing: string[] = []

  constructor(node: Container, line: number, problems: BodyProblem[]) {
    this.#values = node.attributes ?? {}
    this.#name = node.name
    this.#line = line
    this.#problems = problems
  }

  fault(message: string): void {
    this.#problems.push({ line: this.#line, message })
  }

  refuseUnknown(known: readonly string[]): void {
    for (const name of Object.keys(this.#values).filter((each) => !known.includes(each))) {
      this.fault(`A ${this.#name} block has no "${name}". It may have ${known.join(', ')}.`)
    }
  }

  words(name: string): string {
    const value = (Object.hasOwn(this.#values, name) ? this.#values[name] : '')?.trim() ?? ''
    if (value === '') this.#missing.push(name)
    return value
  }

  /** Says in one sentence what is not filled in; called when everything was asked for. */
  end(): void {
    if (this.#missing.length === 0) return
    const wanted = this.#missing.map((name) => (name === 'ref' && this.#name === 'question' ? 'question' : name))
    const block = blockNames[this.#name] ?? `This ${this.#name} block`
    this.fault(`${block} still needs ${listed(wanted.map((name) => attributeNames[name] ?? name))}.`)
  }

  slug(name: string): string | null {
    const value = this.words(name)
    if (value === '' || slugPattern.test(value)) return value || null
    this.fault(`"${value}" cannot be the ${name}: use lower-case letters, digits and single hyphens.`)
    return null
  }

  slugs(name: string): string[] {
    const value = this.words(name)
    const all = value.split(',').map((each) => each.trim())
    const good = [...new Set(all.filter((each) => slugPattern.test(each)))]
    if (value !== '' && good.length < all.length) {
      this.fault(`${name}="${value}" is no list of different skills: write skills="sql,http-apis".`)
    }
    return good
  }

  hours(name: string): number {
    const value = this.words(name)
    const hours = Number(value)
    if (value === '') return 0
    if (/^\d{1,4}$/.test(value) && hours >= 1 && hours <= hoursAtMost) return hours
    this.fault(`${name}="${value}" is no number of hours: use a whole number from 1 to ${hoursAtMost}.`)
    return 0
  }

  rank(name: string): Rank | undefined {
    if (!Object.hasOwn(this.#values, name)) return undefined
    const value = this.words(name)
    if ((levelKeys as readonly string[]).includes(value)) return rankOf(value as LevelKey)
    if (value !== '') this.fault(`${name}="${value}" is no level: use ${levelKeys.join(', ')}.`)
    return undefined
  }
}
