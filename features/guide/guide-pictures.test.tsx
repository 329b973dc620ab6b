import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { GuideContext } from './components/guide-context.ts'
import { GuideText } from './components/guide-text.tsx'
import { parseBody } from './guide-body.ts'

const id = 'aaaaaaaaaaaaaaaaaaaaaa'
const other = 'bbbbbbbbbbbbbbbbbbbbbb'
const context: GuideContext = {
  slug: 'x',
  skills: new Map(),
  questions: new Map(),
  related: new Map(),
  pictures: new Map([[id, { id, width: 1200, height: 800, widths: [480, 960, 1200], alt: 'Of the library' }]]),
  targets: new Map(),
  levels: new Map(),
  saved: null,
}
const html = (markdown: string) => renderToStaticMarkup(<GuideText body={parseBody(markdown)} context={context} />)

const image =
  `<img src="/pictures/${id}/960.webp" srcSet="/pictures/${id}/480.webp 480w, /pictures/${id}/960.webp 960w, ` +
  `/pictures/${id}/1200.webp 1200w" sizes="(min-width: 48rem) 42.5rem, calc(100vw - 2rem)" width="1200" height="800" ` +
  'loading="lazy" decoding="async" alt="A ladder"/>'

test.each<[string, string, string]>([
  ['alone: a figure in the place of its paragraph', `![A ladder](/pictures/${id})`, `<figure>${image}</figure>`],
  [
    'with a caption',
    `![A ladder](/pictures/${id} "Four rungs & a <target>")`,
    `<figure>${image}<figcaption>Four rungs &amp; a &lt;target&gt;</figcaption></figure>`,
  ],
  [
    'two in a row',
    `![A ladder](/pictures/${id})\n![A ladder](/pictures/${id})`,
    `<figure>${image}</figure><figure>${image}</figure>`,
  ],
  ['in a sentence', `See ![A ladder](/pictures/${id}) there.`, `<p>See ${image} there.</p>`],
  ['in a link', `[![A ladder](/pictures/${id})](/roles)`, `<p><a href="/roles">${image}</a></p>`],
  ['by a name for its address', `![A ladder][l]\n\n[l]: /pictures/${id}`, `<figure>${image}</figure>`],
  ['that is not there', `![A <ladder>](/pictures/${other})`, '<p>A &lt;ladder&gt;</p>'],
  ['that is not there, in a sentence', `See ![A ladder](/pictures/${other}).`, '<p>See A ladder.</p>'],
  [
    'of another site',
    '![A ladder](https://a.example/l.png)',
    '<p><a href="https://a.example/l.png" rel="noopener noreferrer">A ladder</a></p>',
  ],
  [
    'of another site, in a link',
    '[![A ladder](https://a.example/l.png)](https://b.example)',
    '<p><a href="https://b.example" rel="noopener noreferrer">A ladder</a></p>',
  ],
  ['with an address that means harm', '![A ladder](javascript:alert(1))', '<p>A ladder</p>'],
])('a picture %s', (_, markdown, expected) => {
  expect(html(markdown).replaceAll('\n', '')).toContain(expected)
})

test('no figure stands in a paragraph, wherever a picture is written', () => {
  const places = [`- ![a](/pictures/${id})`, `> ![a](/pictures/${id})`, `# ![a](/pictures/${id})`]
  const all = html(places.join('\n\n'))
  expect(all.match(/<img/g)).toHaveLength(3)
  expect(all).not.toMatch(/<(p|h1)>(?:(?!<\/\1>).)*<figure/s)
})
