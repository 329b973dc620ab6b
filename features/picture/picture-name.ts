const longest = 120

/** What a picture is called until somebody writes a better name: its file's name, without the ending. */
export function nameFromFile(fileName: string): string {
  const base = fileName.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const name = base
    .normalize('NFC')
    // Control characters, and those that turn a text round.
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  return [...name].slice(0, longest).join('').trim() || 'Picture'
}
