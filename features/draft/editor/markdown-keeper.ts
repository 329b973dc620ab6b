import type { Node as DocNode } from '@tiptap/pm/model'
import { docToMarkdown } from './to-markdown.ts'

const pause = 400
/** Whoever types without a pause is written down all the same. */
const atLatest = 3000

interface Written {
  readonly state: { readonly doc: DocNode }
}

/** The one Markdown behind both views. It is written in pauses of the typing, never at a key. */
export class MarkdownKeeper {
  readonly #onKept: (markdown: string) => void
  readonly #onChange: (markdown: string) => void
  #kept: string
  #told: string
  /** What the document is as Markdown. */
  #written = ''
  /** The text that the document stands for, as it was spelt. */
  #shown: string
  #typedIn: Written | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #since = 0

  /**
   * @param onKept for the source view: whatever the text is now
   * @param onChange for the page: what its reader changed
   */
  constructor(initial: string, onKept: (markdown: string) => void, onChange: (markdown: string) => void) {
    this.#kept = initial
    this.#told = initial
    this.#shown = initial
    this.#onKept = onKept
    this.#onChange = onChange
  }

  /** The document was read from the text that is kept. */
  begin(editor: Written): void {
    this.#shown = this.#kept
    this.#written = docToMarkdown(editor.state.doc)
    this.#typedIn = null
  }

  /** Something was typed into the rich text. */
  typed(editor: Written): void {
    this.#typedIn = editor
    this.#soon()
  }

  /** Something was typed into the source. */
  wrote(markdown: string): void {
    this.#kept = markdown
    this.#onKept(markdown)
    this.#soon()
  }

  /** The page put another text in the place of this one. */
  replace(markdown: string): void {
    this.#stop()
    this.#typedIn = null
    this.#kept = markdown
    this.#told = markdown
    this.#onKept(markdown)
  }

  /** @returns the text for the rich view, or null if it shows that already */
  toShow(): string | null {
    return this.#shown === this.#kept ? null : this.#kept
  }

  readonly flush = (): string => {
    this.#stop()
    if (this.#typedIn) {
      const markdown = docToMarkdown(this.#typedIn.state.doc)
      this.#typedIn = null
      // A text that is only spelt in another way than ours was not changed by opening it.
      if (markdown !== this.#written) {
        this.#written = markdown
        this.#kept = markdown
        this.#shown = markdown
        this.#onKept(markdown)
      }
    }
    if (this.#kept !== this.#told) {
      this.#told = this.#kept
      this.#onChange(this.#kept)
    }
    return this.#kept
  }

  #soon(): void {
    const now = Date.now()
    this.#since ||= now
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.flush, Math.max(0, Math.min(pause, this.#since + atLatest - now)))
  }

  #stop(): void {
    clearTimeout(this.#timer)
    this.#since = 0
  }
}
