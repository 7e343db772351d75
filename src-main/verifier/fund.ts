import type { Policy } from '../model/policy.ts'
import type { Text } from '../model/text.ts'

interface Named {
  key: string
  name: Text
}

/** The money of a policy, as far as its document alone says what has to add up. */
export interface Fund {
  classes: ReadonlySet<string>
  /** Who pays, each once; none where the policy doesn't say. */
  payers: Named[]
  /** The components, the main one first, with the keys of their steps. */
  components: (Named & { steps: string[] })[]
  /** Whether each community's money is told by component. */
  tellsComponents: boolean
  /** Last year's amount of everybody as long as nobody's own is delivered, in fen; null: unknown. */
  previousFen: number | null
}

/** The money of the policy under which a community stands. */
export type FundFor = (place: { district: string }) => Fund

type Paying = Pick<Policy['allocation'], 'split' | 'payers'>

const CITY_AND_DISTRICT: readonly Named[] = [
  { key: 'city', name: { zh: '市级', en: 'City' } },
  { key: 'district', name: { zh: '区县级', en: 'District' } },
]
const payersOf = ({ split, payers }: Paying): readonly Named[] => (split === undefined ? (payers ?? []) : CITY_AND_DISTRICT)

/** Reads the money of a policy. On its own: what the engine reads with is not used here, so that a fault in it does not hide itself. */
export function fundOf({ allocation, classes }: Policy): Fund {
  const { components = [], component, steps, previousAmountFen } = allocation
  const payers = new Map<string, Text>()
  for (const { key, name } of [allocation, ...components].flatMap(payersOf)) if (!payers.has(key)) payers.set(key, name)
  const all = [{ key: 'main', name: component?.name ?? { zh: 'main', en: 'main' }, steps }, ...components]
  return {
    classes: new Set(classes.map((each) => each.key)),
    payers: [...payers].map(([key, name]) => ({ key, name })),
    components: all.map((each) => ({ key: each.key, name: each.name, steps: each.steps.map((step) => step.key) })),
    tellsComponents: components.length > 0 || component !== undefined,
    previousFen: previousAmountFen ?? null,
  }
}

/** @returns the money of the policy of a community: its district's own, else the plan's */
export function fundsOf(policy: Policy, own: readonly { district: string; policy: Policy }[]): FundFor {
  const general = fundOf(policy)
  const byDistrict = new Map(own.map((each) => [each.district, fundOf(each.policy)]))
  return ({ district }) => byDistrict.get(district) ?? general
}
