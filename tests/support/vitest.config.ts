import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { full, times } from './full.ts'

/** These stand in for the system or change what is everybody's (a global, the environment), so each is loaded by itself. */
const ALONE = [
  'tests/contract/one-wire.test.ts',
  'tests/contract/operations.test.ts',
  'tests/hosts/electron-host.test.ts',
  'tests/renderer/modules/what-if/*.test.ts',
]
/** What is called `*.full.test.ts` is for the full run. */
const EXCLUDED = ['tests/browser/**', 'tests/electron/**', 'tests/bench/**', ...(full ? [] : ['**/*.full.test.ts'])]

const root = join(import.meta.dirname, '..', '..')

/** Everything that needs no browser. 'electron' is a stand-in: the real module would try to download its runtime when imported. */
export default defineConfig({
  root,
  cacheDir: join(root, 'node_modules', '.vite'),
  resolve: {
    alias: [
      { find: /^electron$/, replacement: join(import.meta.dirname, 'electron-stub.ts') },
      { find: /^@\//, replacement: `${join(root, 'src-renderer')}/` },
    ],
  },
  test: {
    globalSetup: [join(import.meta.dirname, 'run-folder.ts')],
    setupFiles: [join(import.meta.dirname, 'seed.ts')],
    environment: 'node',
    pool: 'forks',
    // Our modules keep nothing from one test to the next, and loading all of them anew for each file took half of the whole time.
    projects: [
      { extends: true, test: { name: 'shared', isolate: false, include: ['tests/**/*.test.ts'], exclude: [...EXCLUDED, ...ALONE] } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
    maxWorkers: 2,
    // A guard against hanging, not a promise of speed: property tests on real files take long on a busy machine.
    testTimeout: times(120_000, 3_600_000),
    hookTimeout: 120_000,
    reporters: ['default', join(import.meta.dirname, 'vitest-counts.ts')],
  },
})
