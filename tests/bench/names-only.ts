// A plan that has only begun: classifying communities that are nothing but names, beside the same communities with all their values.
// Every policy that comes with the app, but for those with a total that only a city of 180 can keep.
import { factColumns, runPolicy } from '../../src-main/engine/index.ts'
import { preset, presetNames, standardDictionary } from '../../src-main/policy/presets.ts'
import { RESOURCES } from '../support/project.ts'
import { manyCommunities } from './many-communities.ts'

const RUNS = 5
const { indicators } = standardDictionary(RESOURCES)
const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

for (const count of [180, 2000])
  for (const name of presetNames(RESOURCES)) {
    const policy = preset(RESOURCES, name)!
    if (count > 180 && policy.allocation.steps.some((step) => step.kind === 'fit')) continue
    const known = manyCommunities(count)
    const [full, names] = [known, known.map((each) => ({ ...each, values: {} }))].map((facts) => {
      const columns = factColumns(indicators, facts, [])
      return median(
        Array.from({ length: RUNS }, () => {
          const began = performance.now()
          runPolicy(columns, policy)
          return performance.now() - began
        }),
      )
    }) as [number, number]
    console.log(`${count} communities, ${name}: ${names.toFixed(1)} ms / ${full.toFixed(1)} ms = ${(names / full).toFixed(1)}`)
  }
