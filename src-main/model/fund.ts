import type { Component, Payer, Policy, Ratio, Step } from './policy.ts'
import type { Text } from './text.ts'

/** The key of the component whose steps stand in allocation.steps. */
export const MAIN_COMPONENT = 'main'

/** A component of the fund, the main one included, in one form. */
export interface FundComponent {
  key: string
  /** null: the main component of a policy that gives it no name. */
  name: Text | null
  useCategory: Text | null
  budgetCode: string | null
  steps: Step[]
  /** Payers of its own; null: it is paid for together with the main component. */
  payers: Payer[] | null
  /** Where it stands in the document, as a JSON pointer. */
  path: string
}

const CITY = { key: 'city', name: { zh: '市级', en: 'City' } }
const DISTRICT = { key: 'district', name: { zh: '区县级', en: 'District' } }

/** @returns the payers of a list or of a split between city and district (keys city and district), null where nobody is named. */
export function payersIn({ split, payers }: Pick<Component, 'split' | 'payers'>): Payer[] | null {
  if (split === undefined) return payers ?? null
  const districts = Object.entries(split.byDistrict)
  const part = (side: keyof Ratio): Pick<Payer, 'pays' | 'byDistrict'> => ({
    pays: { ratio: split.ratio[side] },
    byDistrict: Object.fromEntries(districts.map(([name, ratio]) => [name, { ratio: ratio[side] }])),
  })
  return [
    { ...CITY, ...part('city') },
    { ...DISTRICT, ...part('district') },
  ]
}

/** @returns the components of the fund in the order in which they run, the main one first. */
export function componentsOf({ allocation }: Pick<Policy, 'allocation'>): FundComponent[] {
  const { component, components = [], steps } = allocation
  return [
    {
      key: MAIN_COMPONENT,
      name: component?.name ?? null,
      useCategory: component?.useCategory ?? null,
      budgetCode: component?.budgetCode ?? null,
      steps,
      payers: null,
      path: '/allocation',
    },
    ...components.map((each, position): FundComponent => ({
      key: each.key,
      name: each.name,
      useCategory: each.useCategory ?? null,
      budgetCode: each.budgetCode ?? null,
      steps: each.steps,
      payers: payersIn(each),
      path: `/allocation/components/${position}`,
    })),
  ]
}

/** @returns all steps of the fund in the order in which they run; a result's trace has a line for each. */
export const stepsOf = (policy: Pick<Policy, 'allocation'>): Step[] => componentsOf(policy).flatMap((component) => component.steps)

/** @returns whether results tell the money by component: there are several, or the only one has a name. */
export const tellsComponents = ({ allocation }: Pick<Policy, 'allocation'>): boolean =>
  allocation.components !== undefined || allocation.component !== undefined

/** @returns who pays for the components without payers of their own; null where the policy doesn't say. */
export const generalPayers = ({ allocation }: Pick<Policy, 'allocation'>): Payer[] | null => payersIn(allocation)

/** @returns every payer of the policy once, by key, in order of first mention; none where the policy doesn't say who pays. */
export function payersOf(policy: Pick<Policy, 'allocation'>): Array<Pick<Payer, 'key' | 'name'>> {
  const all = [generalPayers(policy) ?? [], ...componentsOf(policy).map((component) => component.payers ?? [])].flat()
  return all
    .filter((each, position) => all.findIndex((other) => other.key === each.key) === position)
    .map(({ key, name }) => ({ key, name }))
}
