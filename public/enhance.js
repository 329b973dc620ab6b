// The only script of the documents: without it they work, with it they answer in place. No framework, at most 5 KB.
const all = (selector, root = document) => [...root.querySelectorAll(selector)]
document.documentElement.dataset.script = ''

/** Fetches a form's answer, which is the page itself, and puts its live parts into this one. */
async function post(form, body) {
  const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(body) })
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  if (!response.ok) throw { said: page.querySelector('h1 + p')?.textContent }
  for (const now of all('[data-live][id]')) {
    const next = page.getElementById(now.id)
    if (next) now.replaceChildren(...next.childNodes)
  }
}

// One at a time: the answer to a stranger's first rating brings the cookie that makes the next one theirs too.
let last = Promise.resolve()
function inTurn(form, body) {
  last = last.catch(() => undefined).then(() => post(form, body))
  return last
}

// A rating is sent when it is chosen, a moment later, so that arrow keys may pass over the levels in between.
for (const form of all('[data-rating-form]')) {
  const status = form.querySelector('[role=status]')
  let timer
  const send = async () => {
    clearTimeout(timer)
    timer = undefined
    status.textContent = 'Saving …'
    try {
      await inTurn(form, new FormData(form))
      delete form.dataset.failed
    } catch (error) {
      form.dataset.failed = ''
      status.textContent = error.said || 'Not saved: there is no connection.'
    }
  }
  form.addEventListener('change', () => {
    clearTimeout(timer)
    timer = setTimeout(send, 600)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send()
  })
  // Whoever chooses and goes on at once is not made to wait.
  addEventListener('pagehide', () => {
    if (timer) navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)))
    clearTimeout(timer)
  })
}

for (const form of all('[data-theme-form]')) {
  form.addEventListener('submit', async (event) => {
    const theme = event.submitter?.value
    if (!theme) return
    event.preventDefault()
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    for (const button of all('button', form)) button.ariaPressed = String(button.value === theme)
    // The answer is a redirect back to this page, which is here already; leaving the page must not undo the choice.
    const body = new URLSearchParams({ theme })
    await fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true })
  })
}

/** Says for a moment on a button that it did what it does. */
function answer(button, text) {
  const before = button.textContent
  button.textContent = text
  setTimeout(() => {
    button.textContent = before
  }, 2000)
}

for (const button of all('[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const source = button.dataset.copy
    const text = source === 'location' ? location.href.split(/[?#]/)[0] : document.getElementById(source)?.innerText
    try {
      await navigator.clipboard.writeText(text?.trim() ?? '')
      answer(button, 'Copied')
    } catch {
      answer(button, 'Select it and copy by hand')
    }
  })
}

for (const button of all('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

for (const button of all('[data-share]')) {
  if (!navigator.share) continue
  button.hidden = false
  button.addEventListener('click', () =>
    navigator.share({ title: document.title, url: location.href.split(/[?#]/)[0] }).catch(() => undefined),
  )
}

for (const link of all('[data-share-mail]')) {
  link.href = link.href.replace(/body=.*/, `body=${encodeURIComponent(location.href.split(/[?#]/)[0])}`)
}

// The contents mark the section whose heading was passed last.
const links = all('[data-contents] a')
if (links.length > 0) {
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  const mark = () => {
    let current = -1
    headings.forEach((heading, index) => {
      if (heading && heading.getBoundingClientRect().top < innerHeight * 0.3) current = index
    })
    links.forEach((link, index) => {
      if (index === current) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    })
  }
  addEventListener('scroll', () => requestAnimationFrame(mark), { passive: true })
  mark()
}
