/** A form whose fields are named by where they belong, such as `steps.0.title`, read as the value that they make up. */
export type Tree = string | Tree[] | { [name: string]: Tree }

const longestField = 20_000
const mostFields = 4000
const deepest = 6
/** One part of a field's name. Nothing that an object has by itself can be spelt with a lower-case letter first and no more. */
const part = /^(?:[a-z][A-Za-z0-9]{0,39}|\d{1,4})$/
const builtIn = new Set(['constructor', 'hasOwnProperty', 'toString', 'valueOf', 'toLocaleString'])

/**
 * The fields of a form as objects and lists. A number in a name is a place in a list; places may be left out, and the list
 * has no holes all the same. Files, absurd lengths and names of any other spelling are left out.
 */
export function readTree(form: FormData): { [name: string]: Tree } {
  const root = new Map<string, Branch>()
  let count = 0
  for (const [name, value] of form) {
    count += 1
    if (typeof value !== 'string' || count > mostFields) continue
    const path = name.split('.')
    if (path.length > deepest || !path.every((each) => part.test(each) && !builtIn.has(each))) continue
    plant(root, path, value.slice(0, longestField + 1))
  }
  return Object.fromEntries([...root].map(([name, branch]) => [name, grown(branch)]))
}

type Branch = string | Map<string, Branch>

function plant(into: Map<string, Branch>, [first = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    // The first one counts, as with `form.get`.
    if (!into.has(first)) into.set(first, value)
    return
  }
  const there = into.get(first) ?? new Map<string, Branch>()
  if (typeof there === 'string') return
  into.set(first, there)
  plant(there, rest, value)
}

function grown(branch: Branch): Tree {
  if (typeof branch === 'string') return branch
  const names = [...branch.keys()]
  if (names.every((name) => /^\d+$/.test(name))) {
    return [...branch].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, each]) => grown(each))
  }
  return Object.fromEntries([...branch].map(([name, each]) => [name, grown(each)]))
}

/** The fields that make a tree: what a form needs to show it again. */
export function fieldsOf(tree: Tree, at = ''): Record<string, string> {
  if (typeof tree === 'string') return { [at]: tree }
  const entries = Array.isArray(tree) ? tree.map((each, index) => [String(index), each] as const) : Object.entries(tree)
  return Object.assign({}, ...entries.map(([name, each]) => fieldsOf(each, at === '' ? name : `${at}.${name}`)))
}

/** The rows of a list among the fields of a form: `rowsIn(values, 'steps')` of `steps.0.title` is `[{ title }]`. */
export function rowsIn(values: Record<string, string>, list: string): Record<string, string>[] {
  const rows: Record<string, string>[] = []
  for (const [name, value] of Object.entries(values)) {
    if (!name.startsWith(`${list}.`)) continue
    const [index = '', ...rest] = name.slice(list.length + 1).split('.')
    rows[Number(index)] = { ...rows[Number(index)], [rest.join('.')]: value }
  }
  return rows.filter(Boolean)
}
