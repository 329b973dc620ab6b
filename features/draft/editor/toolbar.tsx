'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useRef, useState } from 'react'
import { classes } from '#components/classes.ts'
import { type Asking, type Tool, tools } from './tools.ts'

interface ToolbarProps {
  editor: Editor
  disabled: boolean
  /** Of the text that it works on. */
  controls: string
  onAsk(what: Asking): void
}

const all = tools.flatMap((group) => group.tools)
const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** The tools above the text. One Tab stop: arrow keys go from tool to tool. It is drawn anew only when a tool changes. */
export function Toolbar({ editor, disabled, controls, onAsk }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState('paragraph')
  // One letter a tool: on, off, or not there.
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      all.map((tool) => (tool.isThere?.(now) === false ? '-' : tool.isOn?.(now) ? '1' : '0')).join(''),
  })
  const stateOf = (tool: Tool) => states[all.indexOf(tool)]
  const there = all.filter((tool) => stateOf(tool) !== '-')
  const stop = there.some(({ id }) => id === current) ? current : there[0]?.id

  function onKeyDown(event: React.KeyboardEvent) {
    const index = there.findIndex(({ id }) => id === stop)
    const last = there.length - 1
    const to = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    }[event.key]
    const next = to === undefined ? undefined : there[to]
    if (!next) return
    event.preventDefault()
    setCurrent(next.id)
    bar.current?.querySelector<HTMLElement>(`[data-tool="${next.id}"]`)?.focus()
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Text tools"
      aria-controls={controls}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="editor-toolbar"
    >
      {tools.map(({ label, tools: group }) => {
        const shown = group.filter((tool) => stateOf(tool) !== '-')
        if (shown.length === 0) return null
        return (
          <fieldset key={label} aria-label={label} className="contents">
            {label === 'Insert' && (
              <span aria-hidden="true" className="self-center pl-1 text-tiny text-ink-soft">
                Insert
              </span>
            )}
            {shown.map((tool) => (
              <button
                key={tool.id}
                type="button"
                data-tool={tool.id}
                tabIndex={tool.id === stop ? 0 : -1}
                disabled={disabled}
                aria-label={tool.sign ? tool.label : undefined}
                aria-pressed={tool.isOn ? stateOf(tool) === '1' : undefined}
                aria-haspopup={tool.asks ? 'dialog' : undefined}
                title={tool.keys ? `${tool.label} (${told(tool.keys)})` : tool.label}
                onFocus={() => setCurrent(tool.id)}
                // The selection in the text must not be lost to the button.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => (tool.asks ? onAsk(tool.asks) : tool.run?.(editor))}
                className={classes('editor-tool', tool.id === 'bold' && 'font-bold', tool.id === 'italic' && 'italic')}
              >
                {tool.sign ?? tool.label}
              </button>
            ))}
            <span aria-hidden="true" className="editor-tool-gap" />
          </fieldset>
        )
      })}
    </div>
  )
}

const told = (keys: string): string => keys.replace('Mod', isMac() ? 'Cmd' : 'Ctrl')
