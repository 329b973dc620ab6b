import type { Metadata } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Accessibility',
  description: 'How this site is made to work for everyone, and where it falls short.',
  alternates: { canonical: '/accessibility' },
}

export default function AccessibilityPage() {
  return (
    <Frame path="/accessibility">
      <Column>
        <PageHead
          title="Accessibility"
          standfirst="The aim is WCAG 2.2 at level AA on every page, and a site that works on an old phone with a slow line."
        />
        <div className="prose mt-12">
          <h2>What you can rely on</h2>
          <ul>
            <li>Everything works with a keyboard alone, and the focus can always be seen.</li>
            <li>Reading, assessing yourself, your profile and your account all work without JavaScript.</li>
            <li>
              Levels are told by shape and in words, never by colour alone. Each chart has a table with the same
              figures.
            </li>
            <li>Text can be enlarged to 400 per cent without scrolling sideways. Tables scroll within themselves.</li>
            <li>Colours follow your system, or your choice at the foot of each page. Motion follows your system.</li>
            <li>Nothing times out while you are thinking: an assessment keeps each answer as you give it.</li>
          </ul>
          <h2>How it is checked</h2>
          <p>
            Every page is run through the axe checker in light and dark, at phone and desktop width, each time the
            site’s code changes, and the main paths are walked with a keyboard. Such tools find about half of what
            matters. The site has not been tested by an independent auditor.
          </p>
          <h2>If something is in your way</h2>
          <p>
            Tell whoever runs this site: the careers service, school or person who gave you its address. Say what you
            were trying to do and with what. If an error page showed a reference, add it.
          </p>
        </div>
      </Column>
    </Frame>
  )
}
