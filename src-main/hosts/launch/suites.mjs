import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { commandOf } from './install.mjs'
import { run } from './processes.mjs'

const TYPE_WORLDS = ['src-main', 'src-renderer', 'tests']

/** Checks each of the three worlds of types with its own settings. @returns {Promise<number>} exit status of the first that fails */
export async function typecheck(node) {
  for (const world of TYPE_WORLDS) {
    const status = await run(node, [commandOf('vue-tsc'), '--project', world])
    if (status !== 0) return status
  }
  return 0
}

export const lint = (node, given = []) =>
  run(node, [commandOf('eslint'), '--config', 'src-main/hosts/launch/eslint.config.mjs', '--max-warnings', '0', '.', ...given])

export const unit = (node, given = [], env = {}) =>
  run(node, [commandOf('vitest'), 'run', '--config', 'tests/support/vitest.config.ts', ...given], { env })

const playwright =
  (config) =>
  (node, given = [], env = {}) =>
    run(node, [commandOf('@playwright/test', 'playwright'), 'test', '--config', config, ...given], { env })
export const browser = playwright('tests/browser/playwright.config.ts')
export const electron = playwright('tests/electron/playwright.config.ts')

/** A suite reports its counts into a file (tests/support/counts.ts); a check has none and counts as one. */
const SUITES = [
  { name: 'types', check: (node) => typecheck(node) },
  { name: 'lint', check: (node) => lint(node) },
  { name: 'build', check: (node) => build(node) },
  { name: 'unit', suite: unit },
  { name: 'browser', suite: browser },
  { name: 'electron', suite: electron },
]

const nothing = () => ({ passed: 0, failed: 0, skipped: 0, reasons: [], failures: [] })

/** @returns the sum of what a suite's processes have reported; a suite that ended badly without a failed test counts as one failure */
function countsIn(folder, status) {
  const total = nothing()
  for (const name of readdirSync(folder)) {
    const { passed, failed, skipped, reasons, failures } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    total.reasons.push(...reasons)
    total.failures.push(...failures)
  }
  if (status !== 0 && total.failed === 0) total.failed = 1
  return total
}

async function runSuite({ check, suite }, node) {
  if (check) return (await check(node)) === 0 ? { ...nothing(), passed: 1 } : { ...nothing(), failed: 1 }
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-counts-'))
  try {
    const status = await suite(node, [], { QUANHENG_COUNTS: folder })
    return countsIn(folder, status)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs every suite, also after one has failed, and ends with what failed and one line over all of them.
 * @returns {Promise<number>} 0 when nothing failed
 */
export async function testAll(node) {
  const sum = nothing()
  const lines = []
  const failures = []
  for (const suite of SUITES) {
    process.stdout.write(`\n== ${suite.name}\n`)
    const counts = await runSuite(suite, node)
    for (const key of ['passed', 'failed', 'skipped']) sum[key] += counts[key]
    lines.push(`${suite.name.padEnd(10)}${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
    failures.push(...counts.failures)
    for (const [reason, times] of tally(counts.reasons)) lines.push(`          skipped (${times}): ${reason}`)
  }
  if (failures.length > 0) process.stdout.write(`\n== failed\n${failures.join('\n\n')}\n`)
  process.stdout.write(`\n== summary\n${lines.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`)
  return sum.failed === 0 ? 0 : 1
}

function tally(reasons) {
  const times = new Map()
  for (const reason of reasons) times.set(reason, (times.get(reason) ?? 0) + 1)
  return times
}
