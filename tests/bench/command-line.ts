import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT, temporaryFolder } from '../support/project.ts'

/**
 * How much a command adds to an empty process, in processor time, which a busy machine disturbs less than the clock; the quickest of
 * several runs, with Node's compile cache as `npm run cli` has it. The aim is that `policy list` adds at most 150 ms on a quiet machine.
 * Run by hand: `node tests/bench/command-line.ts [RUNS]`
 */
const RUNS = Number(process.argv[2] ?? 10)
const CLI = join(ROOT, 'src-main/hosts/cli/main.ts')
const SAMPLE = join(ROOT, 'resources/sample-city.xlsx')

const { folder, remove } = temporaryFolder('compiled')
process.env['NODE_COMPILE_CACHE'] = folder

const MEASURING = `data:text/javascript,process.on('exit', () => { const { user, system } = process.cpuUsage(); console.error('processor ' + (user + system)) })`

/** @returns milliseconds of the processor, the least of all runs */
function least(given: readonly string[]): number {
  const times = Array.from({ length: RUNS }, () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', MEASURING, ...given], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return Number(/processor (\d+)/.exec(stderr)![1]) / 1000
  })
  return Math.min(...times)
}

const empty = least(['-e', '0'])
for (const [name, given] of Object.entries({
  'policy list': [CLI, 'policy', 'list'],
  'check (a sheet of 180)': [CLI, 'check', SAMPLE],
  'plan (180 communities)': [CLI, 'plan', SAMPLE, '--json'],
})) {
  const all = least(given)
  process.stdout.write(
    `${name.padEnd(26)}${all.toFixed(0)} ms, ${(all - empty).toFixed(0)} ms more than an empty process, ratio ${(all / empty).toFixed(1)}\n`,
  )
}
remove()
