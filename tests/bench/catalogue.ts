import { compileCatalogue } from '../../src-main/engine/catalogue/index.ts'
import { factColumns, runPolicy } from '../../src-main/engine/index.ts'
import type { CatalogueItem } from '../../src-main/model/catalogue.ts'
import { RESOURCES } from '../../resources/generator/sample-city.ts'
import { referenceCatalogue } from '../../src-main/policy/catalogue.ts'
import { preset, standardDictionary } from '../../src-main/policy/presets.ts'
import { manyCommunities } from './many-communities.ts'

/**
 * How much longer it takes to decide every pair of community and item than to compare only the class of the same pairs; both in one run,
 * the quickest of several. The aim is at most 5 times.
 * Run by hand: `node tests/bench/catalogue.ts [COMMUNITIES] [ITEMS]`
 */
const COMMUNITIES = Number(process.argv[2] ?? 2000)
const ITEMS = Number(process.argv[3] ?? 200)
const RUNS = 9

const policy = preset(RESOURCES, 'reference')!
const columns = factColumns(standardDictionary(RESOURCES).indicators, manyCommunities(COMMUNITIES), [])
const run = runPolicy(columns, policy)

/** So many items of a kind, those of the reference set again and again. */
function itemsOf(kind: CatalogueItem['kind']): CatalogueItem[] {
  const known = referenceCatalogue(RESOURCES).filter((each) => each.kind === kind)
  return Array.from({ length: ITEMS }, (_, at) => ({ ...known[at % known.length]!, id: `x-${at}` }))
}

const least = (work: () => number): number =>
  Math.min(
    ...Array.from({ length: RUNS }, () => {
      const begun = performance.now()
      if (work() < 0) throw new Error('nothing was counted')
      return performance.now() - begun
    }),
  )

for (const kind of ['measure', 'task'] as const) {
  const items = itemsOf(kind)
  const plain = least(() => {
    let yes = 0
    for (const { answers, others } of items) {
      const said = new Uint8Array(run.classes.length)
      for (let row = 0; row < run.classes.length; row++) {
        said[row] = (answers[run.classes[row]!] ?? others) === 'yes' ? 1 : 0
        yes += said[row]!
      }
    }
    return yes
  })
  const whole = least(() => {
    const compiled = compileCatalogue({ items, exceptions: [] }, columns, run)
    let yes = 0
    for (let position = 0; position < compiled.items.length; position++)
      for (const code of compiled.verdicts(position)) if (code === 1) yes += 1
    return yes
  })
  process.stdout.write(
    `${kind}: ${COMMUNITIES} x ${ITEMS}, class only ${plain.toFixed(1)} ms, decided ${whole.toFixed(1)} ms, ratio ${(whole / plain).toFixed(1)}\n`,
  )
}
