import type { Choice, Lookups } from './lookups.ts'

type Kind = 'skill' | 'guide'

/** What skills and guides are called, asked for together once and then known. */
export class NameBook {
  readonly #lookups: Lookups
  readonly #names = new Map<string, string>()
  readonly #waiting = new Map<string, (() => void)[]>()

  constructor(lookups: Lookups) {
    this.#lookups = lookups
  }

  learn(kind: Kind, { value, label }: Choice): void {
    this.#names.set(`${kind} ${value}`, label)
  }

  /** The name if it is known, or else the address; then `later` is called when there is more to say. */
  name(kind: Kind, value: string, later?: () => void): string {
    const key = `${kind} ${value}`
    const known = this.#names.get(key)
    if (known === undefined && later && value !== '') {
      if (this.#waiting.size === 0) setTimeout(() => void this.#ask())
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), later])
    }
    return known ?? value
  }

  async #ask(): Promise<void> {
    const waiting = new Map(this.#waiting)
    this.#waiting.clear()
    for (const kind of ['skill', 'guide'] as const) {
      const values = [...waiting.keys()].flatMap((key) =>
        key.startsWith(`${kind} `) ? key.slice(kind.length + 1) : [],
      )
      for (let from = 0; from < values.length; from += 20) {
        const part = values.slice(from, from + 20)
        // Without an answer the address goes on standing for the name.
        const found = await this.#lookups.names(kind, part).catch(() => [])
        for (const choice of found) this.learn(kind, choice)
        for (const { value } of found) for (const later of waiting.get(`${kind} ${value}`) ?? []) later()
      }
    }
  }
}
