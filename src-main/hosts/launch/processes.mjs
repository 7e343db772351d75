import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { modules, root } from './folders.mjs'

/**
 * Runs a program to its end. Ctrl+C and a request to end are passed on, and the program decides how it ends.
 * @param {string} program path
 * @param {string[]} given arguments
 * @param {{ cwd?: string, env?: object, stdio?: import('node:child_process').StdioOptions }} options
 * @returns {Promise<number>} its exit status; 128 + the signal's number where a signal ended it, as shells have it
 */
export function run(program, given, { cwd = root, env = {}, stdio = 'inherit' } = {}) {
  return new Promise((resolve) => {
    const path = [dirname(program), join(modules, '.bin'), process.env.PATH].join(delimiter)
    const child = spawn(program, given, { cwd, stdio, env: { ...process.env, PATH: path, ...env } })
    const passOn = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM']
    for (const signal of signals) process.on(signal, passOn)
    const end = (status) => {
      for (const signal of signals) process.off(signal, passOn)
      resolve(status)
    }
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      end(1)
    })
    child.once('exit', (status, signal) => end(status ?? 128 + (constants.signals[signal] ?? 0)))
  })
}
