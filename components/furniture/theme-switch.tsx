import { type Theme, themes } from '#lib/theme.ts'
import { classes } from '../classes.ts'

const names: Record<Theme, string> = { system: 'Auto', light: 'Light', dark: 'Dark' }

/** Chooses the colours. A form, so that it works without script; the choice is kept in a cookie. */
export function ThemeSwitch({ theme, returnTo }: { theme: Theme; returnTo: string }) {
  return (
    <form method="post" action="/theme" data-theme-form className="flex items-center gap-1">
      <input type="hidden" name="returnTo" value={returnTo} />
      <fieldset className="flex items-center">
        <legend className="sr-only">Colours</legend>
        {themes.map((own) => (
          <button
            key={own}
            type="submit"
            name="theme"
            value={own}
            aria-pressed={own === theme}
            className={classes(
              'min-h-9 rounded-small px-2.5 text-tiny',
              'text-ink-soft hover:text-accent aria-pressed:bg-sunken aria-pressed:font-semibold aria-pressed:text-ink',
            )}
          >
            {names[own]}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
