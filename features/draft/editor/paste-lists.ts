interface Item {
  paragraph: Element
  level: number
  isOrdered: boolean
  start: number
}

/** The style of an element, where `cleanPaste` put it. */
export const styleOf = (element: Element): string => element.getAttribute('data-style')?.toLowerCase() ?? ''

/** Word writes the items of a list as paragraphs that say how deep they stand, each with its bullet as text. */
export function listParagraphs(body: Element): void {
  for (const paragraph of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    if (!paragraph.isConnected || !itemOf(paragraph)) continue
    const items: Item[] = []
    for (let next: Element | null = paragraph; next; next = next.nextElementSibling) {
      const item = itemOf(next)
      if (!item) break
      items.push(item)
    }
    const holder = paragraph.ownerDocument.createElement('div')
    paragraph.before(holder)
    holder.replaceWith(...build(items, 0, items.length, paragraph.ownerDocument))
    for (const { paragraph: old } of items) if (old.isConnected && !old.closest('li')) old.remove()
  }
}

function itemOf(paragraph: Element): Item | null {
  const [, level] = /mso-list:\s*l\d+\s+level(\d+)/.exec(styleOf(paragraph)) ?? []
  if (!level) return null
  const marker = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/.test(styleOf(span)))
  const sign = (marker?.textContent ?? '').replace(/[\s\u00A0]+/g, '')
  const [, number = ''] = /^\(?(\w{1,4})[.)]$/.exec(sign) ?? []
  return { paragraph, level: Number(level), isOrdered: number !== '', start: Number.parseInt(number, 10) || 1 }
}

/** The items from one to another as lists, one for each change of kind at the level of the first. */
function build(items: readonly Item[], from: number, to: number, page: Document): Element[] {
  const lists: Element[] = []
  for (let index = from; index < to; ) {
    const item = items[index]
    if (!item) break
    let next = index + 1
    while (next < to && (items[next]?.level ?? 0) > item.level) next++
    const tag = item.isOrdered ? 'OL' : 'UL'
    let list = lists.at(-1)
    if (list?.tagName !== tag) {
      list = page.createElement(tag)
      if (item.isOrdered && item.start > 1) list.setAttribute('start', String(item.start))
      lists.push(list)
    }
    for (const span of item.paragraph.querySelectorAll('span'))
      if (/mso-list:\s*ignore/.test(styleOf(span))) span.remove()
    const entry = page.createElement('li')
    const text = page.createElement('p')
    text.append(...item.paragraph.childNodes)
    entry.append(text, ...build(items, index + 1, next, page))
    list.append(entry)
    item.paragraph.remove()
    index = next
  }
  return lists
}
