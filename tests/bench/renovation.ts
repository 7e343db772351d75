import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { factColumns, runPolicy, effectSums } from '../../src-main/engine/index.ts'
import { CommandLine } from '../../src-main/modules/command-line/index.ts'
import { basisOf } from '../../src-main/modules/renovation/index.ts'
import { renovationEffects } from '../../src-main/modules/renovation/effects.ts'
import { DELIVERED_RENOVATION, type RenovationSettings } from '../../src-main/model/renovation.ts'
import { manyCommunities } from './many-communities.ts'

// The renovation plans of 2,000 communities under two runs of the policy, as what-if asks for them, beside one run of the policy over the
// same communities (the quickest of several); with steady costs, and with rising ones where every order is followed up. In one run. Run:
// node tests/bench/renovation.ts [COMMUNITIES]

const COMMUNITIES = Number(process.argv[2] ?? 2000)
const RUNS = 5
const resourcesFolder = join(import.meta.dirname, '../../resources')
const app = new CommandLine({ resourcesFolder, version: '0.0.0' })
const policy = app.policyNamed('reference')
const sheet = await app.factsFrom({
  bytes: readFileSync(join(resourcesFolder, 'sample-city.xlsx')),
  fileName: 'sample-city.xlsx',
  policies: [policy],
})
const facts = manyCommunities(COMMUNITIES)
const columns = factColumns([...sheet.standard, ...policy.indicators], facts, [])
/** Everybody in another class, as the moves of a slider: each gives other amounts. */
const moved = ['A', 'B', 'C', 'D'].map((own) => ({
  ...columns,
  overrides: new Map(facts.map(({ key }) => [key, { key, class: own, reason: '-', document: '' }])),
}))

/** Three kinds each, 20 courtyards: with 10 to 30 万元 a year most take 30 years and more. */
const lots = facts.flatMap(({ key }, at) =>
  [6, 8, 6].map((count, kind) => ({
    ...{ key, kind: DELIVERED_RENOVATION.kinds[kind]!.key, count },
    ...{ unitFen: 20_000_000 + 1_000_000 * ((at + 7 * kind) % 20), aidShare: null, aidFen: null },
  })),
)
const rising: RenovationSettings = { ...DELIVERED_RENOVATION, order: 'best', priceRise: 200 }

const quickest = (work: () => void): number =>
  Math.min(
    ...Array.from({ length: RUNS }, () => {
      const started = performance.now()
      work()
      return performance.now() - started
    }),
  )
const policyRun = quickest(() => void runPolicy(columns, policy))
const [first, ...moves] = [columns, ...moved].map((each) => ({ columns: each, run: runPolicy(each, policy), policy }))
console.log(
  `${COMMUNITIES} communities, ${lots.reduce((sum, each) => sum + each.count, 0)} courtyards; one run of the policy: ${policyRun.toFixed(1)} ms`,
)
for (const [name, settings] of [
  ['steady costs, by kind', DELIVERED_RENOVATION],
  ['rising costs, best order', rising],
] as const) {
  const basis = basisOf(2026, { settings, lots, money: [] })
  const effects = renovationEffects(basis)
  const timed = (other: (typeof moves)[number]): number => {
    const started = performance.now()
    effectSums([
      { ...first!, effects },
      { ...other, effects },
    ])
    return performance.now() - started
  }
  // The first time both results are made; then only the other one, of amounts that were not there before.
  const [opened, ...later] = moves.map(timed)
  const said = (took: number): string => `${took.toFixed(1).padStart(9)} ms  ${(took / policyRun).toFixed(1)} runs of the policy`
  console.log(`  ${name.padEnd(28)} first ${said(opened!)}; a move, at most ${said(Math.max(...later))}`)
}
