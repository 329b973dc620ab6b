import { classes } from './classes.ts'

interface ScrollRegionProps {
  /** Says what scrolls to whoever reaches it by keyboard or hears it. */
  label: string
  className?: string
  children: React.ReactNode
}

/**
 * Something wider than a phone, which then scrolls within itself and not with the page. It fades out on the side on which
 * there is more; the ring of the focus is the frame's, as it would fade too.
 */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    <div className={classes('scroll-region', className)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
    </div>
  )
}
