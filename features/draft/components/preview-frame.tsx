'use client'

import { useEffect, useRef } from 'react'
import { classes } from '#components/classes.ts'
import type { PreviewWidth } from '../preview-widths.ts'

/** How wide a frame is, and how much smaller it is drawn where it would not fit. */
const looks: Record<PreviewWidth, { room: string; frame: string }> = {
  phone: { room: 'h-[844px] w-[390px] max-w-full', frame: 'h-full w-full' },
  tablet: {
    room: 'h-[472px] w-[328px] tablet:h-[1003px] tablet:w-[697px] desktop:h-[1180px] desktop:w-[820px]',
    frame: 'h-[1180px] w-[820px] scale-40 tablet:scale-85 desktop:scale-100',
  },
  desktop: {
    room: 'h-[204px] w-[327px] tablet:h-[432px] tablet:w-[691px] desktop:h-[657px] desktop:w-[1051px] min-[90rem]:h-[846px] min-[90rem]:w-[1354px]',
    frame: 'h-[900px] w-[1440px] scale-[0.227] tablet:scale-48 desktop:scale-73 min-[90rem]:scale-94',
  },
}

/** The preview of a working copy as a screen of some width shows it. */
export function PreviewFrame({ src, width, title }: { src: string; width: PreviewWidth; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  // It may have loaded before this script did.
  useEffect(() => openLinksOutside(frame.current))
  const { room, frame: look } = looks[width]
  return (
    <div className={classes('mx-auto overflow-hidden border border-line', room)}>
      <iframe
        key={src}
        ref={frame}
        src={src}
        title={title}
        onLoad={(event) => openLinksOutside(event.currentTarget)}
        className={classes('origin-top-left', look)}
      />
    </div>
  )
}

/** The site's other pages refuse to be framed, so their links get a tab of their own. */
function openLinksOutside(frame: HTMLIFrameElement | null): void {
  for (const link of frame?.contentDocument?.querySelectorAll('a[href]:not([href^="#"])') ?? []) {
    link.setAttribute('target', '_blank')
  }
}
