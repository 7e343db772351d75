import { Indicator } from '../../../src-main/model/indicator.ts'
import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import { Policy, type PolicyDocument } from '../../../src-main/model/policy.ts'
import type { EvaluationInput } from '../../../src-main/engine/index.ts'

/** Worked examples in 元. A community is its class (by hand; null: undecided while people are not known) and what the steps look at. */
export interface Row {
  own: 'A' | 'B' | null
  people?: number | null
  place?: string | null
  base?: number | null
  last?: number
  district?: string
}
type Allocation = PolicyDocument['allocation']

export const YUAN = 100
export const standard = { kind: 'standard', amountsFen: { A: 1000 * YUAN, B: 2000 * YUAN } }
/** Ten 元 a person: an amount of any size. */
export const perPerson = { kind: 'perUnit', indicator: 'people', rateFen: 10 * YUAN, portions: 'full' }
const keyed = (steps: object[], prefix: string): Allocation['steps'] =>
  steps.map((each, i) => ({ key: `${prefix}${i}`, name: { zh: `${prefix}${i}` }, ...each })) as Allocation['steps']
/** A further component; its steps are named after it. */
export const component = (key: string, steps: object[], more: object = {}): NonNullable<Allocation['components']>[number] => ({
  key,
  name: { zh: key },
  steps: keyed(steps, key),
  ...more,
})

const text = (zh: string) => ({ zh })
export const INDICATORS: Indicator[] = [
  Indicator.parse({ key: 'people', label: text('人口'), kind: 'number', group: 'test' }),
  Indicator.parse({
    key: 'place',
    label: text('区位'),
    kind: 'category',
    group: 'test',
    options: ['town', 'edge', 'land'].map((key) => ({ key, label: text(key) })),
  }),
  Indicator.parse({ key: 'base', label: text('老区'), kind: 'flag', group: 'test' }),
  Indicator.parse({ key: 'crowding', label: text('密度'), kind: 'number', group: 'test', formula: 'people / base' }),
]

/** A plan of the given steps of the main component over the given communities. */
export const exampleOf = (steps: object[], rows: Row[], more: Partial<Allocation> = {}): EvaluationInput => ({
  indicators: INDICATORS,
  policy: Policy.parse({
    format: 'quanheng-policy',
    formatVersion: 1,
    id: 'example',
    version: '1.0.0',
    title: text('例'),
    effectiveYear: 2024,
    classes: ['A', 'B'].map((key) => ({ key, name: text(key), color: '#000000' })),
    classification: {
      rules: [{ key: 'open', name: text('一'), class: 'B', when: { kind: 'compare', indicator: 'people', operator: '>', value: 100 } }],
      fallback: 'A',
    },
    allocation: { steps: keyed(steps, 's'), ...more },
  }),
  facts: rows.map(({ people = null, place = null, base = null, last, district = '东' }, row): CommunityFacts => ({
    key: `63010200100${row}`,
    code: `63010200100${row}`,
    name: `${row}`,
    district,
    subdistrict: 's',
    values: { people, place, base },
    previousFen: last === undefined ? null : Math.round(last * YUAN),
    previousClass: null,
  })),
  overrides: rows.flatMap(({ own }, row) => (own === null ? [] : [{ key: `63010200100${row}`, class: own, reason: '核实', document: '' }])),
})
