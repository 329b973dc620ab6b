import { quoted } from '#lib/quotation.ts'

/** Addresses that pages of the site itself have, among those of its roles. */
const reserved: Record<string, readonly string[]> = { role: ['compare'] }

/** @returns why something cannot have an address, in a sentence; null if it can */
export function reservedAddress(kind: string, slug: string): string | null {
  return reserved[kind]?.includes(slug)
    ? `The site has a page of its own at ${quoted(slug)}. Choose another address.`
    : null
}

export const reservedFor = (kind: string): readonly string[] => reserved[kind] ?? []
