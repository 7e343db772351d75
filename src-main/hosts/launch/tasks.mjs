import { join } from 'node:path'
import { build, buildWhenNeeded } from './build.mjs'
import { root } from './folders.mjs'
import { run } from './processes.mjs'
import { browser, format, lint, testAll, testQuickly, typecheck, unit, window } from './suites.mjs'
import { provideSystemPackages } from './system-packages.mjs'

/** Small programs that write committed files anew. */
const SAMPLE_GENERATOR = 'resources/generator/write-sample.ts'
const SCHEMA_GENERATOR = 'src-main/policy/write-schema.ts'

const PACKER = join(import.meta.dirname, 'package', 'package.mjs')

/** Files named on the command line are meant from where the user stands; npm has changed to the top folder and remembers that place. */
const userFolder = () => (process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD) || process.cwd()

/** What npm scripts do, but for starting the app: each is given the path of Node and the arguments, and tells its exit status. */
export const TASKS = {
  __proto__: null,
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
