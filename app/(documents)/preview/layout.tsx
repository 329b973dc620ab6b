import type { Metadata } from 'next'

/** What is not public is nothing for search engines, and its address goes to nobody else. */
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'same-origin' }

export default function PreviewLayout({ children }: LayoutProps<'/preview'>) {
  return children
}
