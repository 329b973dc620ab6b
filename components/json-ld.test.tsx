import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { JsonLd } from './json-ld.tsx'

const hostile = `</script><script>alert(1)</script><!-- & \u2028 "'`

it('stays one element and one text, whatever a title says', () => {
  const html = renderToStaticMarkup(<JsonLd things={[{ '@type': 'Article', headline: hostile }]} />)
  expect(html).toMatch(/^<script type="application\/ld\+json">[^<>&\u2028]*<\/script>$/)
  const text = html.replace(/^<script[^>]*>|<\/script>$/g, '')
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'Article', headline: hostile }],
  })
})
