import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { modules, root } from './folders.mjs'

/** Requests to end, which a terminal or a system sends. */
export const ENDING_SIGNALS = ['SIGINT', 'SIGTERM']

/**
 * Runs a program to its end. Ctrl+C and a request to end are passed on, and the program decides how it ends.
 * @param {string} program path
 * @param {string[]} given arguments
 * @param {{ cwd?: string, env?: object, stdio?: import('node:child_process').StdioOptions, heard?: (said: Buffer) => void }} options
 *   `heard` is told what the program says, which then goes nowhere else
 * @returns {Promise<number>} its exit status; 128 + the signal's number where a signal ended it, as shells have it
 */
export function run(program, given, { cwd = root, env = {}, stdio = 'inherit', heard } = {}) {
  return new Promise((resolve) => {
    const path = [dirname(program), join(modules, '.bin'), process.env.PATH].join(delimiter)
    const child = spawn(program, given, {
      cwd,
      stdio: heard ? ['ignore', 'pipe', 'pipe'] : stdio,
      env: { ...process.env, PATH: path, ...env },
    })
    if (heard) for (const stream of [child.stdout, child.stderr]) stream.on('data', heard)
    const passOn = (signal) => child.kill(signal)
    for (const signal of ENDING_SIGNALS) process.on(signal, passOn)
    const end = (status) => {
      for (const signal of ENDING_SIGNALS) process.off(signal, passOn)
      resolve(status)
    }
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      end(1)
    })
    // 'close', not 'exit': only then has everything been heard.
    child.once(heard ? 'close' : 'exit', (status, signal) => end(status ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** @returns the name of the signal that an exit status tells of, or null */
export const signalOf = (status) => Object.entries(constants.signals).find(([, number]) => status === 128 + number)?.[0] ?? null

/** @returns whether a process is still there */
export function isRunning(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
