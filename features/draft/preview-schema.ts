import { z } from 'zod'

const id = z.string().regex(/^[\w-]{22}$/, 'This names nothing here. Load the page again.')

export const sharePreviewSchema = z.object({ guide: id })
export const endPreviewSchema = z.object({ link: id })
