'use client'

import dynamic from 'next/dynamic'
import type { GuideEditorProps } from './guide-editor.tsx'

// Its script is large and works in a browser only, so it comes with this page and no other.
const GuideEditor = dynamic(() => import('./guide-editor.tsx').then((module) => module.GuideEditor), {
  ssr: false,
  loading: () => (
    <p role="status" className="py-16 text-base text-ink-soft">
      Opening the editor …
    </p>
  ),
})

export function EditorOnDemand(props: GuideEditorProps) {
  return <GuideEditor {...props} />
}
