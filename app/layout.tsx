import type { ReactNode } from 'react'
import { x } from '#lib/x.ts'
export default function RootLayout({ children }: { children: ReactNode }) {
  return <html lang="en-GB"><body>{x}{children}</body></html>
}
