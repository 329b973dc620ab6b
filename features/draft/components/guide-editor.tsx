'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { LintIssue } from '#features/guide/lint-issue.ts'
import { PicturePicker } from '#features/picture/components/picture-picker.tsx'
import type { DraftSnapshot } from '../autosave-answers.ts'
import { BodyEditor, type BodyEditorHandle } from '../editor/body-editor.tsx'
import { lookups } from '../editor/lookups.ts'
import { errorsByField, placeOfField } from '../field-errors.ts'
import type { KnownWire } from '../known-wire.ts'
import { countIssues } from '../lint-counts.ts'
import { placeInText } from '../place-in-text.ts'
import type { DraftContent } from '../same-content.ts'
import { type Standing, standingAfterSave } from '../standing.ts'
import { useDraft } from '../use-draft.ts'
import { useLint } from '../use-lint.ts'
import { DetailsFields, type NamedSlug } from './details-fields.tsx'
import { EditorNotices } from './editor-notices.tsx'
import { HeadFields } from './head-fields.tsx'
import { LintPanel } from './lint-panel.tsx'
import { MergeView } from './merge-view.tsx'
import { SaveLine } from './save-line.tsx'
import { WorkflowPanel } from './workflow-panel.tsx'

export interface GuideEditorProps {
  guideId: string
  userId: string
  snapshot: DraftSnapshot
  known: KnownWire
  standing: Standing
  authors: readonly NamedSlug[]
  roles: readonly NamedSlug[]
  /** What the guides and skills that the fields name are called, by slug. */
  names: Readonly<Record<string, string>>
}

/** The page of one guide for its editors: text, fields, checks, and what can be done with it. */
export function GuideEditor(given: GuideEditorProps) {
  const { guideId, userId, snapshot, known, authors, roles } = given
  const body = useRef<BodyEditorHandle>(null)
  const onReplaced = useCallback((content: DraftContent) => body.current?.replace(content.body), [])
  const draft = useDraft({ guideId, userId, snapshot, onReplaced })
  const { view, content, change } = draft
  const lint = useLint(content, known)
  const errors = useMemo(() => errorsByField(lint.issues), [lint.issues])
  const [names, setNames] = useState(given.names)
  const [picking, setPicking] = useState(false)
  const standing = standingAfterSave(given.standing, view.base, countIssues(lint.issues), userId)
  const onBody = useCallback((markdown: string) => change({ body: markdown }), [change])
  const onPickPicture = useCallback(() => setPicking(true), [])

  const saveFirst = () => {
    body.current?.flush()
    return draft.flush()
  }
  const jump = ({ field, line }: LintIssue) => {
    if (line > 0 || !field) body.current?.goToLine(Math.max(1, line))
    else document.getElementById(placeOfField(field))?.focus()
  }

  if (view.state.kind === 'conflict') {
    const { current } = view.state
    return (
      <MergeView
        base={view.base.content}
        mine={content}
        current={current}
        onDone={(merged) => draft.resolve(current, merged)}
      />
    )
  }
  return (
    <div className="grid gap-x-12 gap-y-8 desktop:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="min-w-0">
        <EditorNotices
          broughtBack={draft.broughtBack}
          throwAway={draft.throwAway}
          outdated={draft.outdated}
          reload={() => void draft.reload()}
          archived={given.standing.archivedAt !== null}
        />
        <HeadFields content={content} change={change} errors={errors} />
        <div className="mt-6">
          <BodyEditor
            ref={body}
            label="The text of the guide"
            initial={content.body}
            onChange={onBody}
            lookups={lookups}
            onPickPicture={onPickPicture}
          />
        </div>
        <p className="mt-2 text-ink-soft">
          {lint.words.toLocaleString('en-GB')} words, {lint.minutes === 1 ? 'a minute' : `${lint.minutes} minutes`} to
          read
        </p>
      </div>
      <div className="grid content-start gap-8 self-start desktop:sticky desktop:top-4 desktop:max-h-[calc(100vh-2rem)] desktop:overflow-y-auto desktop:pr-2">
        <SaveLine view={view} others={draft.others} retry={() => void draft.retry()} />
        <WorkflowPanel standing={standing} beforeSend={saveFirst} />
        <LintPanel lint={lint} onJump={jump} placeOf={(line) => placeInText(content.body, line)} />
        <details open className="border-t border-line pt-3">
          <summary className="min-h-9 font-semibold">About this guide</summary>
          <div className="mt-3">
            <DetailsFields
              content={content}
              change={change}
              errors={errors}
              authors={authors}
              roles={roles}
              names={names}
              isPublic={given.standing.publishedRevision !== null}
              searchGuides={lookups.guides}
              searchSkills={lookups.skills}
              onNamed={(slug, name) => setNames((was) => ({ ...was, [slug]: name }))}
            />
          </div>
        </details>
      </div>
      <PicturePicker
        open={picking}
        onClose={() => setPicking(false)}
        onChoose={(picture) => {
          body.current?.insertPicture(picture)
          lint.recheck()
        }}
      />
    </div>
  )
}
