import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/**
 * The one grammar of a guide's body: CommonMark, GFM and directives. The page and the editor both read with it.
 * A lone ~ stays a tilde: "about ~10" twice in a paragraph is no deletion.
 */
export const markdownParser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze()
