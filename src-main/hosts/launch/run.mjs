#!/usr/bin/env node
// The entry of every npm script. It uses Node's own modules only and runs on the Node that is on the machine (20 or newer): it
// installs what is missing, then hands over to the Node 24 that came with the packages.
import { join } from 'node:path'
import { modules } from './folders.mjs'
import { installWhenNeeded, pinnedNode } from './install.mjs'

const [task = '', ...given] = process.argv.slice(2)
// Whoever starts the app needs nothing of tests, checks and packing.
const { [task]: work } = task === 'start' ? await import('./start.mjs') : (await import('./tasks.mjs')).TASKS
if (work === undefined) {
  const { TASKS } = await import('./tasks.mjs')
  process.stderr.write(`run.mjs: ${['start', ...Object.keys(TASKS)].join(' | ')}\n`)
  process.exit(2)
}
installWhenNeeded()
// What Node has made of our TypeScript and of the tools is kept for the next time: starting takes half as long. It is kept by content.
process.env.NODE_COMPILE_CACHE ??= join(modules, '.cache', 'node')
process.exitCode = await work(pinnedNode(), given)
