import { listParagraphs, styleOf } from './paste-lists.ts'

/*
 * What a word processor puts on the clipboard, as the plain HTML that it means. It runs in a browser, on a document that
 * nobody sees.
 */

const dropped = 'script, style, meta, link, title, xml, head, svg, object, iframe, template, input, button'
const headings: Record<string, string> = { H1: 'h2', H5: 'h4', H6: 'h4' }

/** @param html of the clipboard */
export function cleanPaste(html: string): string {
  // Copied in this editor: it says exactly what it is already.
  if (html.includes('data-pm-slice')) return html
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  const { body } = page
  for (const each of body.querySelectorAll(dropped)) each.remove()
  dropComments(page)
  listParagraphs(body)
  for (const each of [...body.querySelectorAll('*')].reverse()) clean(each)
  for (const each of body.querySelectorAll('p, li, h2, h3, h4')) if (isEmpty(each)) each.remove()
  for (const cell of body.querySelectorAll('td, th')) flatten(cell)
  for (const each of body.querySelectorAll('*')) strip(each)
  collapse(page)
  return body.innerHTML
}

/** Styles and scripts under another name, or gone, so that no content policy is asked about them. */
const withoutStyles = (html: string): string =>
  html
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on[a-z]+)\s*=/gi, ' data-$1='))

function dropComments(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

function clean(element: Element): void {
  const tag = element.tagName
  const style = styleOf(element)
  const heading = headings[tag] ?? (tag === 'P' && /^MsoTitle$/i.test(element.className) ? 'h2' : undefined)
  if (heading) rename(element, heading)
  else if (tag === 'SPAN') replaceSpan(element, style)
  else if (tag === 'IMG' && !element.getAttribute('src')?.startsWith('/pictures/')) element.remove()
  else if (saysNothing(element, tag, style)) unwrap(element)
}

function saysNothing(element: Element, tag: string, style: string): boolean {
  if (tag === 'A') return !/^(https?:|mailto:|\/)/i.test(element.getAttribute('href') ?? '')
  // Google Docs wraps everything into a <b> that is not bold.
  if (tag === 'B' || tag === 'STRONG') return /(^|[;\s])font-weight:\s*(normal|[1-4]00)/.test(style)
  return tag.includes(':') || tag === 'FONT' || tag === 'U' || tag === 'CENTER'
}

function replaceSpan(span: Element, style: string): void {
  const marks = [
    /(^|[;\s])font-weight:\s*(bold|[6-9]00)/.test(style) && 'strong',
    /(^|[;\s])font-style:\s*italic/.test(style) && 'em',
    /text-decoration[^;]*line-through/.test(style) && 's',
  ].filter((mark) => mark !== false)
  const heads = span.closest('h1, h2, h3, h4, h5, h6')
  let inner = [...span.childNodes]
  // A heading is bold already.
  for (const mark of heads ? [] : marks) {
    const wrap = span.ownerDocument.createElement(mark)
    wrap.append(...inner)
    inner = [wrap]
  }
  span.replaceWith(...inner)
}

const unwrap = (element: Element): void => element.replaceWith(...element.childNodes)

function rename(element: Element, tag: string): void {
  const made = element.ownerDocument.createElement(tag)
  made.append(...element.childNodes)
  element.replaceWith(made)
}

const isEmpty = (element: Element): boolean =>
  (element.textContent ?? '').replace(/[\s\u00A0\u200B]/g, '') === '' && !element.querySelector('img, table')

/** A cell of Markdown is one line. */
function flatten(cell: Element): void {
  const parts = [...cell.querySelectorAll('p, div, li')]
  for (const part of parts.slice(1)) part.before(' ')
  for (const part of [...parts, ...cell.querySelectorAll('ul, ol')]) unwrap(part)
  for (const end of cell.querySelectorAll('br')) end.replaceWith(' ')
}

const kept: Record<string, readonly string[]> = {
  A: ['href', 'title'],
  IMG: ['src', 'alt'],
  OL: ['start'],
}

function strip(element: Element): void {
  for (const { name } of [...element.attributes]) {
    if (!kept[element.tagName]?.includes(name)) element.removeAttribute(name)
  }
}

/** Line ends and runs of spaces of the file mean nothing; in a paragraph of ours they would be kept. */
function collapse(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (text.parentElement?.closest('pre')) continue
    text.nodeValue = (text.nodeValue ?? '').replace(/[\s\u00A0]+/g, ' ')
  }
}
