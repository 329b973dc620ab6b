import { scriptJson, type Thing } from '#lib/json-ld.ts'

/** What a page says to search engines about itself. React leaves the text of a script as it is, so it comes escaped. */
export function JsonLd({ things }: { things: readonly Thing[] }) {
  return <script type="application/ld+json">{scriptJson(things)}</script>
}
