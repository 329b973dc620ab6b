import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { build } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { install, pickNode } from './install.mjs'
import { root, run, stop } from './run.mjs'

// `npm test`: everything that is needed, from a fresh clone on. `npm run check` (--quick) leaves out the build and the
// browser. Every step runs, so that one run tells all that is wrong; the last line is for machines.

/** @typedef {{ passed: number, failed: number, names?: string[] }} Count */
/** @typedef {{ assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }} UnitFile */
/** @typedef {{ name: string, run: () => Promise<Count> }} Step */

const quick = process.argv.includes('--quick')
const reports = join(root, 'test-results')

try {
  await install()
  const node = pickNode()
  process.exitCode = await all(node, quick ? checks(node) : [...checks(node), ...site(node)])
} catch (error) {
  stop(error)
}

/**
 * @param {string} node
 * @param {Step[]} steps
 */
async function all(node, steps) {
  mkdirSync(reports, { recursive: true })
  process.stdout.write(`Node ${node}\n`)
  const rows = []
  const total = { passed: 0, failed: 0 }
  for (const step of steps) {
    process.stdout.write(`\n== ${step.name}\n`)
    const start = performance.now()
    const count = await step.run().catch((error) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
      return { passed: 0, failed: 1 }
    })
    total.passed += count.passed
    total.failed += count.failed
    rows.push([step.name, count, (performance.now() - start) / 1000])
  }
  process.stdout.write('\n')
  for (const [name, count, seconds] of /** @type {[string, Count, number][]} */ (rows)) {
    const verdict = count.failed === 0 ? 'ok    ' : 'FAILED'
    const passed = `${count.passed} passed`.padStart(11)
    process.stdout.write(
      `${verdict} ${name.padEnd(18)}${passed}${`${count.failed} failed`.padStart(10)}${`${seconds.toFixed(1)} s`.padStart(9)}\n`,
    )
  }
  // Once more at the end, where whoever sees only the last lines of a log looks.
  for (const [step, { names }] of /** @type {[string, Count, number][]} */ (rows)) {
    for (const name of names ?? []) process.stdout.write(`\nfailed in ${step}: ${name}\n`)
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
  return total.failed === 0 ? 0 : 1
}

/**
 * @param {string} node
 * @returns {Step[]}
 */
function checks(node) {
  return [
    { name: 'format and lint', run: () => one(node, ['node_modules/@biomejs/biome/bin/biome', 'ci', '.']) },
    {
      name: 'types',
      run: async () => {
        const routes = await one(node, ['node_modules/next/dist/bin/next', 'typegen'])
        return routes.failed > 0 ? routes : one(node, ['node_modules/typescript/bin/tsc', '--noEmit'])
      },
    },
    { name: 'unit tests', run: () => unit(node) },
    { name: 'content', run: () => one(node, ['--disable-warning=ExperimentalWarning', 'scripts/content-check.ts']) },
  ]
}

/**
 * @param {string} node
 * @returns {Step[]}
 */
function site(node) {
  let built = false
  return [
    {
      name: 'production build',
      run: async () => {
        await build(node)
        built = true
        return { passed: 1, failed: 0 }
      },
    },
    {
      name: 'browser tests',
      run: async () => {
        if (!built) throw new Error('There is no build to test.')
        return browser(node)
      },
    },
  ]
}

/**
 * A step that passes or fails as a whole.
 * @param {string} node
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function one(node, args) {
  const failed = (await run(node, args, { env: env(node), timeout: 10 * 60_000 })) === 0 ? 0 : 1
  return { passed: 1 - failed, failed }
}

/** @param {string} node */
async function unit(node) {
  const report = join(reports, 'unit.json')
  rmSync(report, { force: true })
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { failed } = await one(node, args)
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const tests = /** @type {UnitFile[]} */ (testResults).flatMap((file) => file.assertionResults)
  const names = tests
    .filter(({ status }) => status === 'failed')
    .map((test) => [test.fullName, ...test.failureMessages].join('\n').slice(0, 1500))
  // A file that could not be read, or an error outside of a test, fails the run without failing a test.
  return { passed: numPassedTests, failed: Math.max(numFailedTests, failed), names }
}

/** @param {string} node */
async function browser(node) {
  const report = join(reports, 'e2e.json')
  rmSync(report, { force: true })
  const own = { ...env(node), CHROMIUM_PATH: await findChromium(node), E2E_PORT: String(await freePort()) }
  const code = await run(node, ['node_modules/@playwright/test/cli.js', 'test'], { env: own, timeout: 20 * 60_000 })
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'))
  const failed = Math.max(stats.unexpected, code === 0 ? 0 : 1)
  return { passed: stats.expected + stats.flaky, failed, names: suites.flatMap(unexpected) }
}

/** @typedef {{ title: string, suites?: Suite[], specs?: { title: string, ok: boolean }[] }} Suite */

/**
 * The browser tests of a suite that failed, with where they stand.
 * @param {Suite} suite
 * @returns {string[]}
 */
function unexpected({ title, suites = [], specs = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map((spec) => spec.title)
  return [...failed, ...suites.flatMap(unexpected)].map((name) => `${title} › ${name}`)
}

/**
 * Tools that start `node` themselves are to find the same one.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
function env(node) {
  const path = [dirname(node), process.env.PATH].join(delimiter)
  const own = { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1' }
  Reflect.deleteProperty(own, 'NODE_ENV')
  return own
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 3210))
    })
  })
}
