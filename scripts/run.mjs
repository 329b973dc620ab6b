import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

// This file and what it stands with (install, secrets, build, start) run before anything is installed, on any Node from 18
// on: plain JavaScript, and nothing but Node's own modules.

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A fault that is told in words; a stack trace would not help whoever reads it. */
export class Stop extends Error {}

/**
 * Ends the process with a plain sentence for a Stop, and with everything for what nobody expected.
 * @param {unknown} error
 * @returns {never}
 */
export function stop(error) {
  process.stderr.write(`${error instanceof Stop ? error.message : error instanceof Error ? error.stack : error}\n`)
  process.exit(1)
}

/**
 * Runs a program in the repository's folder and waits. Nothing is ever asked: there is no standard input.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, timeout?: number, quiet?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal or the timeout ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: ['ignore', options.quiet ? 'ignore' : 'inherit', options.quiet ? 'ignore' : 'inherit'],
      timeout: options.timeout ?? 0,
    })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * Runs a program that stays, passes signals on to it and ends with it.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {(message: unknown) => void} [heard] what it tells its parent
 */
export function become(command, args, env, heard) {
  const child = spawn(command, args, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  if (heard) child.on('message', heard)
  child.on('error', stop)
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}
