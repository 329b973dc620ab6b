import { type AnyExtension, type Extensions, Node } from '@tiptap/core'
import { chipView, directiveView, type ViewHost } from './directive-view.ts'
import { editorExtensions } from './schema.ts'

/** The extensions of the schema with their views; what a text may hold is not changed by them. */
export function richExtensions(host: ViewHost): Extensions {
  const views = {
    directive: directiveView(host),
    related: chipView('related', (node, later) => `Guide: ${host.names.name('guide', node.attrs.slug, later)}`),
    footnoteReference: chipView('note', (node) => `[${node.attrs.label}]`),
    inlineSource: chipView('source', (node) => node.attrs.value),
  }
  return editorExtensions.map((extension: AnyExtension) => {
    const view = Object.entries(views).find(([name]) => name === extension.name)?.[1]
    return view && extension instanceof Node ? extension.extend({ addNodeView: () => view }) : extension
  })
}
