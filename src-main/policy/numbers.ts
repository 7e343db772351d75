import type { NumberUnit, PolicyNumber } from '../model/analysis.ts'
import type { Payer, Policy, Step } from '../model/policy.ts'
import { escapeName, keyOf } from './path-names.ts'

type Owner = Pick<PolicyNumber, 'part' | 'key' | 'name'>

/** Fields that hold fractions. */
const SHARES = ['share', 'loss', 'gain']
/** Fields that are counted in the unit of the indicator beside them. */
const MEASURED = ['value', 'from', 'to', 'above', 'per']
/** The two parties of a split. */
const PARTIES = ['city', 'district']

/** The unit of a number, told by the names that lead to it. */
function unitOf(names: string[], indicator: string | undefined): NumberUnit {
  const [last, before] = [names.at(-1)!, names.at(-2)!]
  if (last.endsWith('Fen') || before.endsWith('Fen')) return { kind: 'fen' }
  if (last === 'points' || before === 'points') return { kind: 'points' }
  if (SHARES.includes(last)) return { kind: 'share' }
  if (last === 'ratio' || PARTIES.includes(last)) return { kind: 'ratio' }
  return MEASURED.includes(last) && indicator !== undefined ? { kind: 'indicator', indicator } : { kind: 'number' }
}

/** Fields that hold numbers by class, option, party or district: the names within are what the number is for. */
const holdsByName = (field: string): boolean => ['points', 'ratio', 'byDistrict'].includes(field) || field.endsWith('Fen')

function collect(value: unknown, names: string[], owner: Owner, field = '', of: string[] = [], indicator?: string): PolicyNumber[] {
  if (typeof value === 'number') {
    return [
      {
        path: names.map(escapeName).join('/'),
        value,
        unit: unitOf(names, indicator),
        ...owner,
        field,
        of: of.length === 0 ? null : of.join('/'),
      },
    ]
  }
  if (Array.isArray(value))
    return value.flatMap((each, i) => collect(each, [...names, keyOf(each) ?? String(i)], owner, field, of, indicator))
  if (typeof value !== 'object' || value === null) return []
  const own = 'indicator' in value && typeof value.indicator === 'string' ? value.indicator : indicator
  return Object.entries(value).flatMap(([name, inner]) => {
    const named = holdsByName(field) && !Array.isArray(inner)
    return collect(inner, [...names, name], owner, named ? field : name, named ? [...of, name] : [], own)
  })
}

interface Part {
  steps: Step[]
  split?: unknown
  payers?: Payer[] | undefined
}

/** The numbers of one component: of its steps, and of those who pay for it. */
const partNumbers = ({ steps, split, payers = [] }: Part, names: string[]): PolicyNumber[] => [
  ...steps.flatMap((step) => collect(step, [...names, 'steps', step.key], { part: 'step', key: step.key, name: step.name })),
  ...collect(split, [...names, 'split'], { part: 'payer', key: null, name: null }),
  ...payers.flatMap((payer) => collect(payer, [...names, 'payers', payer.key], { part: 'payer', key: payer.key, name: payer.name })),
]

/**
 * Every number with which a policy reckons: thresholds of the rules, amounts, rates and limits of the steps, last year's amount,
 * who pays how
 * much. Definitions of indicators, examples, versions and years of validity are none of them.
 * @returns in the order of the document, each with its path for policy/path
 */
export function numbersOf(policy: Policy): PolicyNumber[] {
  const { previousAmountFen, components = [] } = policy.allocation
  return [
    ...policy.classification.rules.flatMap((rule) =>
      collect(rule.when, ['classification', 'rules', rule.key, 'when'], { part: 'rule', key: rule.key, name: rule.name }),
    ),
    ...collect(previousAmountFen, ['allocation', 'previousAmountFen'], { part: 'previous', key: null, name: null }),
    ...partNumbers(policy.allocation, ['allocation']),
    ...components.flatMap((component) => partNumbers(component, ['allocation', 'components', component.key])),
  ]
}
