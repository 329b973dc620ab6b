import type { NodeViewRenderer } from '@tiptap/core'
import type { Node as DocNode } from '@tiptap/pm/model'
import { quoted } from '#lib/quotation.ts'
import { blockNames, isBlockKind, moveBlock, removeBlock, valuesOf } from './blocks.ts'
import type { NameBook } from './name-book.ts'

/** What the views in the text ask of the component around them. */
export interface ViewHost {
  names: NameBook
  edit(at: number): void
}

/*
 * Plain elements, and no components: forty blocks of a long guide cost nothing while somebody types.
 */

/** A block as a miniature of what it is on the page, with its buttons. */
export const directiveView =
  (host: ViewHost): NodeViewRenderer =>
  ({ node: first, editor, getPos }) => {
    let node = first
    const at = () => getPos() ?? 0
    const dom = element('div', 'editor-block')
    // A group and no landmark: a guide has forty of them.
    dom.setAttribute('role', 'group')
    const head = element('div', 'editor-block-head')
    const kind = element('strong', 'editor-block-kind')
    const facts = element('span', 'editor-block-facts')
    const buttons = element('span', 'editor-block-buttons')
    const contentDOM = element('div', 'editor-block-body')
    head.contentEditable = 'false'
    const edit = button('Edit', () => host.edit(at()))
    const up = button('↑', () => moved('up'), 'Move up')
    const down = button('↓', () => moved('down'), 'Move down')
    const remove = button('Remove', () => removeBlock(editor, at()))
    buttons.append(edit, up, down, remove)
    head.append(kind, facts, buttons)
    dom.append(head, contentDOM)

    function moved(way: 'up' | 'down') {
      const to = moveBlock(editor, at(), way)
      const there = editor.view.nodeDOM(to)
      // The block is drawn anew: whoever moves it by keyboard goes on from the same button.
      if (there instanceof HTMLElement) there.querySelector<HTMLElement>(`[data-way="${way}"]`)?.focus()
    }
    up.dataset.way = 'up'
    down.dataset.way = 'down'

    function draw() {
      const { name } = node.attrs
      const title = isBlockKind(name) ? blockNames[name] : `Unknown block “${name}”`
      dom.dataset.block = name
      kind.textContent = title
      facts.textContent = factsOf(node, host.names, draw)
      edit.hidden = !isBlockKind(name)
      const heading = node.firstChild?.textContent ?? ''
      for (const [each, what] of [
        [edit, 'Edit'],
        [up, 'Move up'],
        [down, 'Move down'],
        [remove, 'Remove'],
      ] as const) {
        each.setAttribute('aria-label', `${what}: ${title}${heading ? ` ${quoted(heading)}` : ''}`)
      }
      dom.setAttribute('aria-label', title)
    }
    draw()
    return {
      dom,
      contentDOM,
      update(next: DocNode) {
        if (next.type !== node.type) return false
        const changed = next.attrs !== node.attrs || next.firstChild !== node.firstChild
        node = next
        if (changed) draw()
        return true
      },
      stopEvent: (event: Event) => event.target instanceof globalThis.Node && head.contains(event.target),
      ignoreMutation: (record) => !contentDOM.contains(record.target),
    }
  }

function factsOf(node: DocNode, names: NameBook, later: () => void): string {
  const { ref, skills, hours, done, reaches } = valuesOf(node)
  const named = (slug: string) => names.name('skill', slug, later)
  switch (node.attrs.name) {
    case 'skill':
      return ref ? named(ref) : 'no skill chosen yet'
    case 'question': {
      const [skill = '', question = ''] = ref.split('/')
      return ref ? `${named(skill)}: ${question}` : 'no question chosen yet'
    }
    case 'step':
      return [hours && `${hours} h`, skills.map(named).join(', '), reaches && `to ${reaches}`, done && `done: ${done}`]
        .filter(Boolean)
        .join(' · ')
    default:
      return skills.map(named).join(', ')
  }
}

/** A chip in the text that stands for something else. */
export const chipView =
  (name: string, says: (node: DocNode, later: () => void) => string): NodeViewRenderer =>
  ({ node: first }) => {
    let node = first
    const dom = element('span', `editor-chip editor-chip-${name}`)
    const draw = () => {
      dom.textContent = says(node, draw)
    }
    draw()
    return {
      dom,
      update(next: DocNode) {
        if (next.type !== node.type) return false
        node = next
        draw()
        return true
      },
      ignoreMutation: () => true,
    }
  }

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  made.className = className
  return made
}

function button(text: string, press: () => void, title?: string): HTMLButtonElement {
  const made = element('button', 'editor-block-button')
  made.type = 'button'
  made.textContent = text
  if (title) made.title = title
  made.addEventListener('click', press)
  return made
}
