import { classes } from '../classes.ts'

/** A single column of text in the middle of the page. */
export function Column({ wide = false, children }: { wide?: boolean; children: React.ReactNode }) {
  return (
    <div className={classes('mx-auto px-4 tablet:px-8', wide ? 'max-w-[66rem]' : 'max-w-[46.5rem]')}>{children}</div>
  )
}
