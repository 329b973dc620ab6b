import type { Metadata } from 'next'
import { searchSource } from '../static-scripts.ts'
import { SearchWhileTyping } from './search-while-typing.tsx'

/** Applications are a person's own: nothing for search engines. */
export const metadata: Metadata = { robots: { index: false } }

export default function ApplicationLayout({ children }: LayoutProps<'/'>) {
  return (
    <>
      {children}
      <SearchWhileTyping script={searchSource} />
    </>
  )
}
