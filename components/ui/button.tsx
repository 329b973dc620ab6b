import type { Route } from 'next'
import { classes } from '../classes.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'plain'

const base =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-medium py-2 text-center text-small font-semibold leading-snug no-underline transition-colors duration-150 disabled:opacity-60'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-[1.5px] border-transparent bg-accent px-5 text-on-accent hover:bg-accent-strong',
  secondary: 'border-[1.5px] border-accent px-5 text-accent hover:bg-accent-wash',
  plain: 'px-1 text-accent underline-offset-4 hover:underline',
}

/** The look of a button, for the elements that need it. */
export const buttonClasses = (variant: ButtonVariant = 'primary', extra?: string) =>
  classes(base, variants[variant], extra)

interface ButtonLinkProps<Href extends string> {
  href: Route<Href>
  variant?: ButtonVariant
  className?: string
  children: React.ReactNode
}

/** A link that looks like a button. A plain anchor: the browser's own navigation, as documents have no router. */
export function ButtonLink<Href extends string>({
  href,
  variant = 'primary',
  className,
  children,
}: ButtonLinkProps<Href>) {
  return (
    <a href={href} className={buttonClasses(variant, className)}>
      {children}
    </a>
  )
}
