import { PageHead } from '#components/furniture/page-head.tsx'

interface ProfilePageHeadProps {
  title: string
  standfirst: React.ReactNode
  children?: React.ReactNode
}

/** The head of a page below the dashboard, with the way back to it. */
export function ProfilePageHead(head: ProfilePageHeadProps) {
  return (
    <PageHead
      kicker={
        <a href="/me" className="no-underline hover:underline">
          My profile
        </a>
      }
      {...head}
    />
  )
}
