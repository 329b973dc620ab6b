import { spawnSync } from 'node:child_process'
import { root, Stop } from '../run.mjs'
import { browserHeaders } from './serve.mjs'

/**
 * Makes the demo accounts in a database and signs one of them in, as a browser without script does.
 * @param {string} node
 * @param {string} origin of the server that is running
 * @param {string} data its folder
 * @param {'member' | 'editor' | 'admin'} role
 * @returns {Promise<string>} the cookies to send
 */
export async function signedIn(node, origin, data, role) {
  const email = `demo-${role}@example.org`
  const { stdout, status } = spawnSync(node, ['--disable-warning=ExperimentalWarning', 'scripts/demo.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: data, SITE_URL: origin },
    encoding: 'utf8',
  })
  const password = new RegExp(`${email}\\s+(\\S+)`).exec(stdout)?.[1]
  if (status !== 0 || !password) throw new Stop('The demo accounts could not be made')
  const page = await fetch(`${origin}/sign-in`, { headers: browserHeaders })
  const form = (await page.text()).split('<form').find((part) => part.includes('name="email"'))
  if (!form) throw new Stop('The sign-in page has no form')
  const fields = new FormData()
  for (const [input] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    fields.set(attribute(input, 'name'), attribute(input, 'value'))
  }
  fields.set('email', email)
  fields.set('password', password)
  const answer = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin },
    body: fields,
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  if (!/session/.test(cookie)) throw new Stop(`Signing in was answered with ${answer.status} and no session`)
  return cookie
}

/**
 * @param {string} tag
 * @param {string} name
 */
function attribute(tag, name) {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
