import localFont from 'next/font/local'

/** Headings, standfirsts and quoted lines: the first thing a page shows, so it alone is preloaded. */
export const newsreader = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  variable: '--font-newsreader',
  weight: '200 800',
  display: 'swap',
  preload: true,
  adjustFontFallback: 'Times New Roman',
})

/** Interface and body. */
export const sourceSans = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  variable: '--font-source-sans',
  weight: '200 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Arial',
})
