import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { ImageResponse } from 'next/og'
import type { ReactElement } from 'react'

type Fonts = NonNullable<NonNullable<ConstructorParameters<typeof ImageResponse>[1]>['fonts']>

// The site's own fonts in the one form that this drawing reads: one file for each weight.
const faces = [
  { name: 'Newsreader', file: 'newsreader', weight: 500 },
  { name: 'Newsreader', file: 'newsreader', weight: 600 },
  { name: 'Source Sans 3', file: 'source-sans-3', weight: 400 },
  { name: 'Source Sans 3', file: 'source-sans-3', weight: 600 },
] as const

let loading: Promise<Fonts> | undefined
/** One after the other, with everybody else's requests in between: drawing holds up the process. */
let turn: Promise<unknown> = Promise.resolve()

const waitingAtMost = 20
let waiting = 0

/** So many pictures wait to be drawn that one more would not be seen by whoever asked. */
export class DrawingBusy extends Error {}

/**
 * Draws an element, made of what Satori knows, as a PNG. Its texts must be `drawable`.
 * @throws DrawingBusy when too many wait already
 */
export async function drawPicture(element: ReactElement, size: { width: number; height: number }): Promise<Uint8Array> {
  if (waiting >= waitingAtMost) throw new DrawingBusy()
  waiting++
  const drawing = turn.then(async () => {
    await setImmediate()
    loading ??= fonts()
    return new Uint8Array(await new ImageResponse(element, { ...size, fonts: await loading }).arrayBuffer())
  })
  turn = drawing.catch(() => undefined)
  return await drawing.finally(() => {
    waiting--
  })
}

async function fonts(): Promise<Fonts> {
  return await Promise.all(
    faces.map(async ({ name, file, weight }) => {
      const path = `node_modules/@fontsource/${file}/files/${file}-latin-${weight}-normal.woff`
      return {
        name,
        weight,
        style: 'normal' as const,
        data: await readFile(join(/* turbopackIgnore: true */ process.cwd(), path)),
      }
    }),
  )
}

/**
 * A text in the letters that the fonts have. For any other the drawing would ask a font service on the internet, which
 * this site never does: they lose their accents, or are left out.
 */
export function drawable(text: string): string {
  const plain = [...text.normalize('NFC')].map((letter) =>
    has(letter) ? letter : (whole[letter] ?? letter.normalize('NFKD')),
  )
  return [...plain.join('')].filter(has).join('').replace(/\s+/g, ' ').trim()
}

/** Letters that are no other with an accent. */
const whole: Record<string, string> = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', œ: 'oe', Œ: 'OE', ı: 'i' }

const has = (letter: string): boolean => /^[ -~\u00a1-\u00ff–—‘’“”„…€]$/.test(letter)
