export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** A theme cookie's value, or anything else, as a theme. */
export const themeOf = (value: string | undefined): Theme => themes.find((theme) => theme === value) ?? 'system'
