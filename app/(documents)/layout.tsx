import { env } from '#lib/env.ts'
import { enhanceSource } from '../static-scripts.ts'
import { EnhanceAfterHydration } from './enhance-after-hydration.tsx'

/**
 * Documents carry no framework script (server/ drops it); what they gain from script is this one small module.
 * No Suspense boundary and no loading.tsx may stand here: late content is moved into place by a script that is not there.
 */
export default function DocumentLayout({ children }: LayoutProps<'/'>) {
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title="Guidepost: new guides" href="/feed.xml" />
      {children}
      {env().mode === 'production' ? (
        <script src={enhanceSource} defer />
      ) : (
        <EnhanceAfterHydration src={enhanceSource} />
      )}
    </>
  )
}
