'use client'

import { useEffect } from 'react'

/** For `npm run dev` alone, where documents do carry React: the script must not change what is still to be hydrated. */
export function EnhanceAfterHydration({ src }: { src: string }) {
  useEffect(() => {
    const script = Object.assign(document.createElement('script'), { src, type: 'module' })
    document.body.append(script)
    return () => script.remove()
  }, [src])
  return null
}
