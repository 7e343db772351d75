import { componentsOf } from '../../model/fund.ts'
import type { Guarantee, Transfer } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import { assertExact, runSteps } from './pipeline.ts'
import { payFund } from './payers.ts'
import { startOf, type AllocationBasis } from './state.ts'

/** What the communities get: one entry a community, fen, NaN where the amount is unknown. */
export interface Allocation {
  /** Of the whole fund. */
  amounts: Float64Array
  /** Of each component, by its key, in order; they add up to the amounts. */
  components: Map<string, Float64Array>
  /** What each step of all components changed, in order; the lines add up to the amounts. */
  lines: Float64Array[]
  /** What each payer pays, by its key; the parts add up to the amounts. null: the policy doesn't say who pays. */
  paid: Map<string, Float64Array> | null
  /** Held back and not released; beside the amounts. */
  reserve: Float64Array
  guarantees: Guarantee[]
  transfers: Transfer[]
}

const add = (one: Float64Array, other: Float64Array): Float64Array => one.map((fen, row) => fen + other[row]!)

/**
 * Runs the components of the fund in their order, each with amounts and bounds of its own, and adds them up; then says who pays.
 * @param districts the community's district, in the order of the basis
 * @throws the named errors of the steps and of the payers
 */
export function allocateFund(basis: AllocationBasis, policy: Policy, districts: string[]): Allocation {
  const { length } = basis.keys
  const allocation: Allocation = {
    amounts: new Float64Array(length),
    components: new Map(),
    lines: [],
    paid: null,
    reserve: new Float64Array(length),
    guarantees: [],
    transfers: [],
  }
  for (const { key, steps } of componentsOf(policy)) {
    const state = startOf(basis, allocation.amounts)
    allocation.lines.push(...runSteps(state, steps))
    allocation.components.set(key, state.amounts)
    allocation.amounts = add(allocation.amounts, state.amounts)
    allocation.reserve = add(allocation.reserve, state.reserve)
    allocation.guarantees.push(...state.guarantees)
    allocation.transfers.push(...state.transfers)
    assertExact(allocation.amounts, steps.at(-1)!)
  }
  allocation.paid = payFund(policy, districts, allocation.amounts, [...allocation.components.values()])
  return allocation
}
