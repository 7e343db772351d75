import { componentsOf, generalPayers, MAIN_COMPONENT } from '../../model/fund.ts'
import type { Component, Payer, Policy } from '../../model/policy.ts'
import { problem, warning, type Problem } from '../../model/problem.ts'

/** Keys of steps must tell them apart in a trace, which runs through all components. */
export function checkStepKeys(policy: Policy): Problem[] {
  const steps = componentsOf(policy).flatMap((component) =>
    component.steps.map((step, position) => ({ key: step.key, path: `${component.path}/steps/${position}` })),
  )
  return steps.flatMap(({ key, path }, position) =>
    steps.findIndex((other) => other.key === key) < position ? [problem('policy.stepTwice', { step: key }, { path })] : [],
  )
}

/** A list of payers or a split as it stands in the document. */
interface Place {
  paying: Pick<Component, 'split' | 'payers'>
  path: string
}

const paysNothing = (payer: Payer): boolean =>
  [payer.pays, ...Object.values(payer.byDistrict)].every((rule) => ('ratio' in rule ? rule.ratio : rule.fixedFen) === 0)

function checkPaying({ paying, path }: Place, names: Map<string, string>): Problem[] {
  const { split, payers = [] } = paying
  if (split !== undefined && payers.length > 0) return [problem('policy.splitAndPayers', {}, { path: `${path}/payers` })]
  const twice = payers.flatMap((payer, position) => {
    const isTwice = payers.findIndex((other) => other.key === payer.key) < position
    const other = names.get(payer.key)
    names.set(payer.key, other ?? payer.name.zh)
    return isTwice || (other !== undefined && other !== payer.name.zh)
      ? [problem('policy.payerTwice', { payer: payer.key }, { path: `${path}/payers/${position}` })]
      : []
  })
  return payers.length > 0 && payers.every(paysNothing) ? [...twice, problem('policy.payersEmpty', {}, { path: `${path}/payers` })] : twice
}

/** As in a JSON pointer (RFC 6901). */
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

function checkDistricts({ paying, path }: Place, districts: string[]): Problem[] {
  const named = [
    ...Object.keys(paying.split?.byDistrict ?? {}).map((district) => ({ district, at: `${path}/split/byDistrict/${escaped(district)}` })),
    ...(paying.payers ?? []).flatMap((payer, position) =>
      Object.keys(payer.byDistrict).map((district) => ({ district, at: `${path}/payers/${position}/byDistrict/${escaped(district)}` })),
    ),
  ]
  return named
    .filter(({ district }) => !districts.includes(district))
    .map(({ district, at }) => warning('policy.districtUnknown', { district, districts: districts.join(', ') }, { path: at }))
}

/** A comparison with last year's whole fund would change with the release of money that an earlier component holds back. */
function checkAfterReserve(policy: Policy): Problem[] {
  const components = componentsOf(policy)
  const first = components.findIndex((component) => component.steps.some((step) => step.kind === 'reserve'))
  if (first < 0) return []
  return components
    .slice(first + 1)
    .flatMap((component) =>
      component.steps.flatMap((step, position) =>
        step.kind === 'protect'
          ? [problem('policy.protectAfterReserve', { step: step.name.zh }, { path: `${component.path}/steps/${position}` })]
          : [],
      ),
    )
}

/**
 * Everything about components and payers that can be seen to be wrong without data.
 * @param districts names of the plan's districts; undefined where they are not known
 */
export function checkFund(policy: Policy, districts: string[] | undefined): Problem[] {
  const { components = [] } = policy.allocation
  const keys = [MAIN_COMPONENT, ...components.map((each) => each.key)]
  const twice = components
    .filter((each, position) => keys.indexOf(each.key) <= position)
    .map((each) =>
      problem('policy.componentTwice', { component: each.key }, { path: `/allocation/components/${components.indexOf(each)}` }),
    )
  const places: Place[] = [
    { paying: policy.allocation, path: '/allocation' },
    ...components.map((each, position) => ({ paying: each, path: `/allocation/components/${position}` })),
  ]
  const names = new Map<string, string>()
  const own = componentsOf(policy).find((component) => component.payers !== null)
  const missing =
    own !== undefined && generalPayers(policy) === null
      ? [problem('policy.payersMissing', { component: own.name!.zh, componentEn: own.name!.en || own.name!.zh }, { path: '/allocation' })]
      : []
  return [
    ...twice,
    ...places.flatMap((place) => checkPaying(place, names)),
    ...missing,
    ...checkAfterReserve(policy),
    ...(districts === undefined ? [] : places.flatMap((place) => checkDistricts(place, districts))),
  ]
}
