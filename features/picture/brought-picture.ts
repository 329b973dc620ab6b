import { bareWebp } from './bare-webp.ts'
import { checkPicture } from './picture-processing.ts'
import { webpSize } from './webp-size.ts'

/**
 * One file of a picture that was made elsewhere, as it may be served here. Not encoded anew, as an upload is: it would get
 * worse with each journey, and an export that is brought back would be another site. So everything but the pixels is taken
 * out, and they are decoded, in the process that uploads are read in.
 * @returns the file, or what is wrong with it in words
 */
export async function broughtFile(width: number, bytes: Buffer): Promise<{ file: Buffer } | { problem: string }> {
  const file = bareWebp(bytes)
  if (!file || webpSize(file)?.width !== width) {
    return { problem: `${width}.webp is not a WebP picture of this width.` }
  }
  const checked = await checkPicture(file)
  if (checked.status === 'done') return { file }
  if (checked.status === 'refused') return { problem: `${width}.webp: ${checked.message}` }
  return { problem: 'The site is busy with other pictures. Try again in a minute.' }
}
