/** A name or a text in quotation marks; those that it holds itself become single ones. */
export const quoted = (text: string): string =>
  `“${text.replace(/[“„]|(?<=^|[\s([–—-])"/g, '‘').replace(/[”"]/g, '’')}”`
