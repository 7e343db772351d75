#!/usr/bin/env node
// The entry of every npm script. It uses Node's own modules only and runs on the Node that is on the machine (20 or newer): it
// installs what is missing, then hands over to the Node 24 that came with the packages.
import { join } from 'node:path'
import { build, buildWhenNeeded } from './build.mjs'
import { modules, root } from './folders.mjs'
import { installWhenNeeded, pinnedNode } from './install.mjs'
import { run } from './processes.mjs'
import { start } from './start.mjs'
import { browser, format, lint, testAll, testQuickly, typecheck, unit, window } from './suites.mjs'
import { provideSystemPackages } from './system-packages.mjs'

/** Small programs that write committed files anew. */
const SAMPLE_GENERATOR = 'resources/generator/write-sample.ts'
const SCHEMA_GENERATOR = 'src-main/policy/write-schema.ts'

const PACKER = join(import.meta.dirname, 'package', 'package.mjs')

/** Files named on the command line are meant from where the user stands; npm has changed to the top folder and remembers that place. */
const userFolder = () => (process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD) || process.cwd()

const TASKS = {
  start,
  test(node) {
    provideSystemPackages()
    return testAll(node)
  },
  full(node) {
    process.env.QUANHENG_FULL = '1'
    return TASKS.test(node)
  },
  quick: testQuickly,
  async cli(node, given) {
    const failed = given[0] === 'serve' ? await buildWhenNeeded(node) : 0
    return failed || run(node, [join(root, 'src-main/hosts/cli/main.ts'), ...given], { cwd: userFolder() })
  },
  build,
  typecheck,
  lint,
  format: (node, given) => format(node, given.length === 0 ? ['--write'] : given),
  unit,
  async browser(node, given) {
    return (await buildWhenNeeded(node)) || browser(node, given)
  },
  async window(node, given) {
    return (await buildWhenNeeded(node)) || window(node, given)
  },
  async package(node, given) {
    return (await buildWhenNeeded(node)) || run(node, [PACKER, ...given])
  },
  sample: (node, given) => run(node, [SAMPLE_GENERATOR, ...given]),
  schema: (node, given) => run(node, [SCHEMA_GENERATOR, ...given]),
}

const [task = '', ...given] = process.argv.slice(2)
if (!Object.hasOwn(TASKS, task)) {
  process.stderr.write(`run.mjs: ${Object.keys(TASKS).join(' | ')}\n`)
  process.exit(2)
}
installWhenNeeded()
// What Node has made of our TypeScript and of the tools is kept for the next time: starting takes half as long. It is kept by content.
process.env.NODE_COMPILE_CACHE ??= join(modules, '.cache', 'node')
process.exitCode = await TASKS[task](pinnedNode(), given)
