// Suggests what is searched for while it is typed. Fetched when somebody goes to a search box, which works without it.
const pause = 120

/** A list of suggestions under a search box: the combobox pattern of WAI-ARIA, with links as its options. */
function attach(input) {
  const form = input.form
  const list = Object.assign(document.createElement('ul'), { id: `${input.id}-list`, hidden: true })
  list.role = 'listbox'
  list.ariaLabel = 'Suggestions'
  list.className =
    'absolute inset-x-0 top-full z-20 mt-1 max-h-[60vh] min-w-[19rem] overflow-y-auto max-w-[calc(100vw-2rem)] rounded-medium border border-line-strong bg-raised py-1 shadow-lg'
  const status = Object.assign(document.createElement('p'), { className: 'sr-only' })
  status.role = 'status'
  form.append(list, status)
  input.role = 'combobox'
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)

  // On narrow screens the box is behind a sign.
  const sign = form.closest('details')
  let asked = ''
  let timer
  let active = -1
  let running

  const options = () => [...list.querySelectorAll('a')]
  const show = (open) => {
    list.hidden = !open
    input.ariaExpanded = String(open)
    if (open) return
    mark(-1)
    status.textContent = ''
  }
  const mark = (index) => {
    active = index
    for (const [at, option] of options().entries()) option.ariaSelected = String(at === index)
    if (index < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', options()[index].id)
    options()[index]?.scrollIntoView({ block: 'nearest' })
  }

  const pieces = (parts) =>
    parts.map(({ text, marked }) => Object.assign(document.createElement(marked ? 'b' : 'span'), { textContent: text }))

  const option = (hit, index) => {
    const item = document.createElement('li')
    item.role = 'none'
    const link = Object.assign(document.createElement('a'), { href: hit.href, id: `${list.id}-${index}`, tabIndex: -1 })
    link.role = 'option'
    link.className =
      'block px-3 py-2 text-small leading-snug text-ink no-underline hover:bg-accent-wash aria-selected:bg-accent-wash aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent'
    const kind = Object.assign(document.createElement('span'), { textContent: hit.label })
    kind.className = 'block text-tiny text-ink-soft'
    link.append(...pieces(hit.title), kind)
    item.append(link)
    return item
  }

  async function ask() {
    const query = input.value
    if (query === asked) return show(list.childElementCount > 0)
    asked = query
    running?.abort()
    if (query.trim().length < 2) {
      list.replaceChildren()
      return show(false)
    }
    running = new AbortController()
    try {
      const answer = await fetch(`/search/suggest?${new URLSearchParams({ q: query })}`, { signal: running.signal })
      if (!answer.ok) throw new Error(String(answer.status))
      const hits = await answer.json()
      list.replaceChildren(...hits.map(option))
      mark(-1)
      show(hits.length > 0 && document.activeElement === input)
      status.textContent =
        hits.length === 0
          ? 'No suggestion. Enter searches everything.'
          : `${hits.length} suggestions. Arrow keys choose.`
    } catch (error) {
      if (error.name === 'AbortError') return
      // Enter still searches: the form needs no script.
      asked = ''
      show(false)
    }
  }

  input.addEventListener('input', () => {
    // What was chosen was among other suggestions.
    mark(-1)
    clearTimeout(timer)
    timer = setTimeout(ask, pause)
  })
  input.addEventListener('keydown', (event) => {
    const count = options().length
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      show(false)
    } else if (event.key === 'Escape' && sign) {
      sign.open = false
      sign.firstElementChild.focus()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault()
      show(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      // -1 is the text itself, between the last and the first.
      mark(((active + 1 + step + count + 1) % (count + 1)) - 1)
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault()
      options()[active].click()
    }
  })
  // A press on a suggestion must not take the focus away before it is a click.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  form.addEventListener('focusout', (event) => {
    if (form.contains(event.relatedTarget)) return
    show(false)
    if (sign && !sign.contains(event.relatedTarget)) sign.open = false
  })
  show(false)
  if (document.activeElement === input && input.value !== input.defaultValue) ask()
}

for (const input of document.querySelectorAll('[data-search]')) attach(input)
