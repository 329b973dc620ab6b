import fc from 'fast-check'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { incomplete, stripFramework } from '#server/strip.ts'

test.each([
  '<script src="/_next/static/chunks/a.js" async=""></script>',
  '<script>self.__next_f.push([1,"a </p> <b>"])</script>',
  '<script id="_R_">1</script>',
  '<script data-x="a > b">1</script>',
  '<script\n>1</script>',
  '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>',
  '<link rel="modulepreload" href="/a.js"/>',
  '<link rel="expect" href="#_R_" blocking="render"/>',
  '<!-- -->',
  '<!--$-->',
  '<!--/$-->',
  '<script src="/enhanceXjs"></script>',
  '<script src="https://evil.example/enhance.js"></script>',
  '<script data-src="/enhance.js"></script>',
])('%s goes', (html) => {
  expect(stripFramework(`<p>a</p>${html}<p>b</p>`)).toBe('<p>a</p><p>b</p>')
})

test.each([
  '<script src="/enhance.js?v=0a1b2c" type="module"></script>',
  '<script defer="" src="/enhance.js"></script>',
  '<script type="application/ld+json">{"a":"<link rel=\\"modulepreload\\"><!-- x -->"}</script>',
  '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>',
  '<link rel="preload" as="font" href="/a.woff2"/>',
  '<link rel="canonical" href="https://a.example/guides/script"/>',
  '<style>a::before { content: "<!-- <script>" }</style>',
  '<scripture>x</scripture>',
  '<input value="&lt;script&gt;"/>',
  '<a title="a > b" href="/x">&lt;!-- x</a>',
])('%s stays', (html) => {
  expect(stripFramework(`<p>a</p>${html}<p>b</p>`)).toBe(`<p>a</p>${html}<p>b</p>`)
})

test('an unfinished element takes the rest', () => {
  expect(stripFramework('<p>a</p><script>x')).toBe('<p>a</p>')
  expect(stripFramework('<p>a</p><!-- x')).toBe('<p>a</p>')
  expect(stripFramework('<p>a</p><script src="x')).toBe('<p>a</p>')
})

test('whatever stands in a text or an attribute comes through React and stays', () => {
  const part = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<style>',
    '<link rel="modulepreload">',
    'a ',
    '\u2028',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(part).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, text, (inside, title) => {
      const html = renderToString(createElement('p', { title }, inside))
      const around = `<script>1</script>${html}<script src="/_next/a.js"></script>`
      expect(stripFramework(around)).toBe(html)
      expect(incomplete(html)).toBeUndefined()
    }),
    { numRuns: 1000 },
  )
})

test('a page that scripts would have to finish is told apart', () => {
  expect(incomplete('<p>a<!--$-->b<!--/$--></p>')).toBeUndefined()
  expect(incomplete('<!--$?--><template id="B:0"></template>Wait<!--/$-->')).toBe('late')
  expect(incomplete('<!--$~--><template id="B:0"></template><!--/$-->')).toBe('late')
  expect(incomplete('<!--$!--><template data-dgst="1"></template><!--/$-->')).toBe('failed')
  expect(incomplete('<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>')).toBe('failed')
})
