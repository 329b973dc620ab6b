import type { Metadata } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from './frame.tsx'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

export default function NotFound() {
  return (
    <Frame path="/">
      <Column>
        <PageHead
          kicker="404"
          title="There is nothing at this address"
          standfirst="The page may have been renamed or taken down, or the address has a slip in it. Results and profiles open only in the browser or account that made them."
        />
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href="/guides">All guides</ButtonLink>
          <ButtonLink href="/assess" variant="secondary">
            Assess yourself
          </ButtonLink>
        </div>
      </Column>
    </Frame>
  )
}
