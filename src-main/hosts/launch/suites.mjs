import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { modules } from './folders.mjs'
import { commandOf } from './install.mjs'
import { ENDING_SIGNALS, run, signalOf } from './processes.mjs'
import { lightBrowser } from './system-packages.mjs'

const TYPE_WORLDS = ['src-main', 'src-renderer', 'tests']

/** Checks each of the three worlds of types with its own settings; what has not changed since is known. @returns {Promise<number>} exit status of the first that fails */
export async function typecheck(node, _given = [], options = {}) {
  for (const world of TYPE_WORLDS) {
    const known = ['--incremental', '--tsBuildInfoFile', join(modules, '.cache', `types-${world}.json`)]
    const status = await run(node, [commandOf('vue-tsc'), '--noEmit', '--project', world, ...known], options)
    if (status !== 0) return status
  }
  return 0
}

/** What the formatter keeps in one form; its settings are in package.json. */
const FORMATTED = ['{src-main,src-renderer,tests,resources}/**/*.{ts,vue,mjs,css}', 'electron.vite.config.ts']
export const format = (node, given = ['--write'], options = {}) =>
  run(node, [commandOf('prettier'), '--log-level', 'warn', ...given, ...FORMATTED], options)

const rules = (node, given = [], options = {}) =>
  run(node, [commandOf('eslint'), '--config', 'src-main/hosts/launch/eslint.config.mjs', '--max-warnings', '0', '.', ...given], options)
const form = (node, _given = [], options = {}) =>
  format(node, ['--check', '--cache', '--cache-location', join(modules, '.cache', 'form.json')], options)

/** The rules of the house, and its one form. */
export async function lint(node, given = [], options = {}) {
  const status = await rules(node, given, options)
  return status === 0 ? form(node, [], options) : status
}

const MEMORY = '/dev/shm'
const ROOM_NEEDED = 4 * 1024 ** 3
/** @returns where files of tests lie: in memory where there is room, for each step of a plan waits until the disk has it */
function folderOfTests() {
  const folder = mkdtempSync(join(hasRoomInMemory() ? MEMORY : tmpdir(), 'quanheng-tests-'))
  // Some tests look at a plan as another account.
  chmodSync(folder, 0o755)
  return folder
}

function hasRoomInMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    accessSync(MEMORY, constants.W_OK)
    return bavail * bsize >= ROOM_NEEDED
  } catch {
    return false
  }
}

/** The browser of tests, where none is named; what needs a whole one asks for it (tests/support/tools.ts). */
const runTests = async (node, given, env) => {
  const browser = process.env.CHROMIUM_PATH ?? lightBrowser()
  const folder = folderOfTests()
  try {
    return await run(node, given, { env: { TMPDIR: folder, ...(browser !== undefined && { CHROMIUM_PATH: browser }), ...env } })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const unitTests = (node, given, env) =>
  runTests(node, [commandOf('vitest'), 'run', '--config', 'tests/support/vitest.config.ts', ...given], env)
/** After the build: the command line is tried as it was built (tests/support/run-cli.ts). */
const unitTestsOfTheBuilt = (node, given, env) => unitTests(node, given, { ...env, QUANHENG_BUILT: '1' })
/** The same without what needs a browser, LibreOffice or poppler: tests/support/tools.ts finds none then. */
const unitTestsWithoutTools = (node, given, env) => unitTests(node, given, { ...env, QUANHENG_WITHOUT_TOOLS: '1' })
const windowTests = (config) => (node, given, env) =>
  runTests(node, [commandOf('@playwright/test', 'playwright'), 'test', '--config', config, ...given], env)
const browserTests = windowTests('tests/browser/playwright.config.ts')
const doubleTests = windowTests('tests/window/playwright.config.ts')
/** Each promise once, in one of the two hosts (tests/browser/variations.ts, tests/window/chosen.ts); all in both: `npm run full`. */
const briefly = (suite) => (node, given, env) =>
  suite(node, given, { ...env, ...(process.env.QUANHENG_FULL !== '1' && { QUANHENG_BRIEF: '1' }) })
const electronTests = windowTests('tests/electron/playwright.config.ts')

/** The packed program in the double, by `npm run package -- --check`. */
export const packedTests = windowTests('tests/window/packed/playwright.config.ts')

export const unit = (node, given) => unitTests(node, given, {})
export const browser = (node, given) => browserTests(node, given, {})
export const window = (node, given) => doubleTests(node, given, {})

/**
 * A suite uses every processor by itself and reports its counts into a file (tests/support/counts.ts). Checks have one processor and no
 * counts: each counts as one test, and those that stand together run at the same time.
 */
const CHECKS = { types: typecheck, rules, form }
const WHOLE = [
  { checks: { ...CHECKS, build } },
  { name: 'unit', suite: unitTestsOfTheBuilt },
  { name: 'browser', suite: briefly(browserTests) },
  { name: 'window', suite: briefly(doubleTests) },
  { name: 'electron', suite: electronTests },
]
const QUICK = [{ checks: CHECKS }, { name: 'unit', suite: unitTestsWithoutTools }]

const nothing = () => ({ passed: 0, failed: 0, skipped: 0, reasons: [], failures: [] })

/** @returns the sum of what a suite's processes have reported so far */
function countsIn(folder) {
  const total = nothing()
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const { passed, failed, skipped, reasons, failures } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    total.reasons.push(...reasons)
    total.failures.push(...failures)
  }
  return total
}

/**
 * A suite or check that ended badly without a failed test counts as one failure; one that was ended from outside says so by name.
 * @param told by which signal this program was asked to end meanwhile, or null
 */
function judged(name, counts, status, told) {
  const endedBy = told ?? signalOf(status)
  if (endedBy !== null) counts.failures.push(`${name}: ended from outside by ${endedBy}; what it had counted until then is kept`)
  if ((status !== 0 || endedBy !== null) && counts.failed === 0) counts.failed = 1
  return { name, counts, endedBy }
}

/** Runs checks at the same time; what one says is shown when it is over, and in one piece. */
async function runChecks(checks, node, told) {
  return Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const said = []
      const status = await check(node, [], { heard: (part) => said.push(part) })
      process.stdout.write(`\n== ${name}\n${Buffer.concat(said)}`)
      return judged(name, { ...nothing(), passed: status === 0 ? 1 : 0 }, status, status === 0 ? null : told())
    }),
  )
}

async function runSuite({ name, suite }, node, told) {
  process.stdout.write(`\n== ${name}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-counts-'))
  try {
    const status = await suite(node, [], { QUANHENG_COUNTS: folder })
    return judged(name, countsIn(folder), status, told())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs every suite, also after one has failed, and ends with what failed and one line over all of them. Asked to end, it begins no other
 * suite and tells what was counted until then.
 * @returns {Promise<number>} 0 when nothing failed
 */
async function runAll(stages, node) {
  let signal = null
  const note = (received) => {
    signal = received
  }
  for (const each of ENDING_SIGNALS) process.on(each, note)
  const told = () => signal
  const done = []
  const notBegun = []
  for (const stage of stages) {
    if (signal !== null) notBegun.push(...(stage.checks ? Object.keys(stage.checks) : [stage.name]))
    else if (stage.checks) done.push(...(await runChecks(stage.checks, node, told)))
    else done.push(await runSuite(stage, node, told))
  }
  for (const each of ENDING_SIGNALS) process.off(each, note)
  return report(done, notBegun)
}

export const testAll = (node) => runAll(WHOLE, node)
/** Everything that needs no browser, no LibreOffice and no PDF: what is tried after each change. */
export const testQuickly = (node) => runAll(QUICK, node)

function report(done, notBegun) {
  const sum = nothing()
  const lines = []
  for (const { name, counts, endedBy } of done) {
    for (const key of ['passed', 'failed', 'skipped']) sum[key] += counts[key]
    sum.failures.push(...counts.failures)
    const ended = endedBy ? `; ended from outside by ${endedBy}` : ''
    lines.push(`${name.padEnd(10)}${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped${ended}`)
    for (const [reason, times] of tally(counts.reasons)) lines.push(`          skipped (${times}): ${reason}`)
  }
  // What was not tried is not passed.
  for (const name of notBegun) lines.push(`${name.padEnd(10)}not begun`)
  sum.failed += notBegun.length
  if (sum.failures.length > 0) process.stdout.write(`\n== failed\n${sum.failures.join('\n\n')}\n`)
  process.stdout.write(`\n== summary\n${lines.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`)
  return sum.failed === 0 ? 0 : 1
}

function tally(reasons) {
  const times = new Map()
  for (const reason of reasons) times.set(reason, (times.get(reason) ?? 0) + 1)
  return times
}
