import { planResult } from '../../src-main/desk/plan-result.ts'
import type { CommunityFacts } from '../../src-main/model/plan.ts'
import { writePackage } from '../../src-main/documents/package/index.ts'
import { preset, standardDictionary } from '../../src-main/policy/presets.ts'
import { MATURE, OLD } from './desk.ts'
import { RESOURCES } from './project.ts'

const community = (
  district: string,
  name: string,
  values: CommunityFacts['values'],
  previousFen: number | null = null,
): CommunityFacts => ({
  key: `${district}/${district}街道/${name}`,
  code: '',
  name,
  district,
  subdistrict: `${district}街道`,
  values,
  previousFen,
  previousClass: null,
})

/** Two communities in the first district, one and two in the others; by key. */
const COMMUNITIES = [
  community('东区', '乙', OLD, 20_000_000),
  community('东区', '甲', MATURE, 20_000_000),
  community('北区', '丙', OLD),
  community('西区', '丁', MATURE),
  community('西区', '戊', MATURE),
]

/** A real package of these districts or of all. @param policy left out: the reference policy */
export function smallPackage(districts?: readonly string[], policy = preset(RESOURCES, 'reference')!): Uint8Array {
  const communities = COMMUNITIES.filter((each) => districts?.includes(each.district) ?? true)
  const dictionary = standardDictionary(RESOURCES)
  const result = planResult({
    policy,
    dictionary: dictionary.indicators,
    facts: communities,
    overrides: [],
    own: [],
    year: 2025,
    synthetic: false,
  })
  return writePackage({
    app: '0.0.0',
    source: { kind: 'present' },
    policy,
    dictionary,
    communities,
    overrides: [],
    unitChanges: [],
    ledger: [],
    result,
  })
}
