// All the script of documents, which work without. At most 5 KB.
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
const html = document.documentElement
html.dataset.script = ''

/** Fetches a form's answer, a page, and puts its live parts into this one. */
async function post(form, body) {
  const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(body) })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  if (!response.ok) throw { said: page.querySelector('h1 + p')?.textContent }
  const box = form.closest('[data-useful]')
  for (const now of box ? all('[id]', box) : all('[data-live]')) {
    const next = page.getElementById(now.id)
    // The same is not read out again, and keeps focus.
    if (next && !now.isEqualNode(next)) now.replaceChildren(...next.childNodes)
  }
}

// One at a time: the first rating of a stranger brings the cookie for the next.
let last = Promise.resolve()
function inTurn(form, body) {
  last = last.catch(() => undefined).then(() => post(form, body))
  return last
}

/** Sends a form. @returns whether it was kept */
async function send(form, status, submitter) {
  status.textContent = 'Saving …'
  try {
    await inTurn(form, new FormData(form, submitter))
    return true
  } catch (error) {
    status.textContent = error.said || 'Not saved: there is no connection.'
  }
}

// A moment after it is chosen: arrow keys may pass over levels.
for (const form of all('[data-rating-form]')) {
  let timer
  const rate = async () => {
    clearTimeout(timer)
    timer = undefined
    form.toggleAttribute('data-failed', !(await send(form, form.querySelector('[role=status]'))))
  }
  form.onchange = () => {
    clearTimeout(timer)
    timer = setTimeout(rate, 600)
  }
  form.onsubmit = (event) => {
    event.preventDefault()
    rate()
  }
  // Whoever chooses and goes on at once is not made to wait.
  addEventListener('pagehide', () => {
    if (timer) navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)))
    clearTimeout(timer)
  })
}

// "Was this useful?": the next question takes its place.
for (const box of all('[data-useful]')) {
  box.onsubmit = async (event) => {
    event.preventDefault()
    const status = box.lastElementChild
    if (!(await send(event.target, status, event.submitter))) return
    status.textContent = 'Thank you.'
    box.focus()
  }
}

for (const form of all('[data-theme-form]')) {
  form.onsubmit = async (event) => {
    const theme = event.submitter?.value
    if (!theme) return
    event.preventDefault()
    if (theme === 'system') delete html.dataset.theme
    else html.dataset.theme = theme
    for (const button of all('button', form)) button.ariaPressed = button.value === theme
    // Leaving the page must not undo the choice.
    const body = new URLSearchParams({ theme })
    await fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true })
  }
}

/** Says on a button that it did it. */
function answer(button, text) {
  const before = button.textContent
  button.textContent = text
  setTimeout(() => {
    button.textContent = before
  }, 2000)
}

// Which block of a guide is used is counted, not by whom.
const here = location.href.split(/[?#]/)[0]
const guide = here.split('/guides/')[1]
function use(element, action) {
  const block = element.closest('[id]')?.id
  if (guide && block) navigator.sendBeacon('/uses', new URLSearchParams({ guide, block, action }))
}

for (const details of all('section > details')) {
  details.ontoggle = () => details.open && use(details, 'opened')
}

for (const button of all('[data-copy]')) {
  button.hidden = false
  button.onclick = async () => {
    const source = button.dataset.copy
    const text = source === 'location' ? here : document.getElementById(source)?.innerText
    try {
      await navigator.clipboard.writeText(text.trim())
      answer(button, 'Copied')
      use(button, 'copied')
    } catch {
      answer(button, 'Select it and copy by hand')
    }
  }
}

for (const input of all('[data-search]')) input.onfocus = () => import(input.dataset.search)

for (const button of all('[data-print]')) {
  button.hidden = false
  button.onclick = () => print()
}

for (const button of all('[data-share]')) {
  if (!navigator.share) continue
  button.hidden = false
  button.onclick = () => navigator.share({ title: document.title, url: here }).catch(() => undefined)
}

for (const link of all('[data-sharemail]')) {
  link.href = link.href.replace(/body=.*/, `body=${encodeURIComponent(here)}`)
}

// The contents mark the section passed last.
const links = all('[data-contents] a')
if (links[0]) {
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  const mark = () => {
    const current = headings.findLastIndex((heading) => heading?.getBoundingClientRect().top < innerHeight * 0.3)
    links.forEach((link, index) => {
      link.ariaCurrent = index === current ? 'true' : null
    })
  }
  addEventListener('scroll', () => requestAnimationFrame(mark))
  mark()
}
