import { join } from 'node:path'
import type { CommunityFacts } from '../../src-main/model/plan.ts'
import { evaluate } from '../../src-main/engine/index.ts'
import { preset, standardDictionary } from '../../src-main/policy/presets.ts'
import { factsOf, NAMED, type Facts } from './facts.ts'
import { inventedNames, QUOTAS, subdistrictCode, type ClassKey, type Quota } from './places.ts'
import { seeded } from './random.ts'

export const RESOURCES = join(import.meta.dirname, '..')
const policy = preset(RESOURCES, 'reference')!
const { indicators } = standardDictionary(RESOURCES)

const classOf = (facts: CommunityFacts): string | null =>
  evaluate({ policy, indicators, facts: [facts], overrides: [] }).communities[0]!.class

/**
 * The 180 communities of the sample city, in the order of their codes: 72 A, 66 B, 22 C, 20 D under the reference policy.
 * Each is drawn until the policy gives it the class it is meant for. The named
 * communities have their real codes; invented ones end in 901 and above, where no real community lies.
 */
export function sampleCity(): CommunityFacts[] {
  const random = seeded(20230101)
  const names = inventedNames(180)
  const used = new Map<string, number>()
  const communities: CommunityFacts[] = []
  const nextCode = (quota: Quota, subdistrict: string): string => {
    const place = subdistrictCode(quota, subdistrict)
    const number = (used.get(place) ?? 900) + 1
    used.set(place, number)
    return `${place}${number}`
  }
  const add = (quota: Quota, subdistrict: string, code: string, name: string, kind: ClassKey, known: Facts): void => {
    for (let attempt = 0; attempt < 200; attempt++) {
      const facts: CommunityFacts = {
        key: code,
        code,
        name: `${name}社区`,
        district: quota.district,
        subdistrict,
        values: { ...factsOf(kind, random), ...known },
        previousFen: 20_000_000,
        previousClass: null,
      }
      if (classOf(facts) === kind) return void communities.push(facts)
    }
    throw new Error(`${name} does not come out as ${kind}`)
  }
  for (const quota of QUOTAS) {
    for (const kind of ['A', 'B', 'C', 'D'] as const) {
      const named = NAMED.filter((each) => each.district === quota.district && each.kind === kind)
      for (const each of named) add(quota, each.subdistrict, each.code, each.name, kind, each.facts)
      for (let i = named.length; i < quota.counts[kind]; i++) {
        const subdistrict = quota.places[kind][i % quota.places[kind].length]!
        add(quota, subdistrict, nextCode(quota, subdistrict), names.pop()!, kind, {})
      }
    }
  }
  return communities.sort((a, b) => (a.code < b.code ? -1 : 1))
}
