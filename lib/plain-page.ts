interface PlainPage {
  heading: string
  advice: string
  /** Above the heading, small. */
  kicker?: string
  /** HTML that stands before the link; whoever makes it escapes what is in it. */
  extra?: string
  link: { href: string; text: string }
  reference?: string
}

/** A whole page made without the framework: for errors, and for handlers that have to say something. */
export function plainPage({ heading, advice, kicker, extra, link, reference }: PlainPage): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(heading)} · Guidepost</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/error.css">
</head>
<body>
<header><a href="/">Guidepost</a></header>
<main>
${kicker ? `<p class="status">${escaped(kicker)}</p>\n` : ''}<h1>${escaped(heading)}</h1>
<p>${escaped(advice)}</p>
${extra ? `${extra}\n` : ''}<p><a href="${escaped(link.href)}">${escaped(link.text)}</a></p>
${reference ? `<p class="reference">Reference <code>${escaped(reference)}</code></p>\n` : ''}</main>
</body>
</html>
`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it stands in HTML, in an attribute too. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
