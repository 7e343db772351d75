import { EMPTY_CATALOGUE } from '../../model/catalogue.ts'
import type { Sweep } from '../../model/analysis.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { CommunityResult, PlanResult } from '../../model/plan.ts'
import { DELIVERED_RENOVATION } from '../../model/renovation.ts'
import type { Policy } from '../../model/policy.ts'
import type { GainsAndLosses } from '../../model/scenario.ts'
import type { Language } from '../../model/text.ts'
import { comparisonWorkbook, type ComparedRow } from '../../documents/comparison-workbook/index.ts'
import { gainsAndLosses } from '../../engine/columns/index.ts'
import { effectsOfClass, explain, factColumns } from '../../engine/index.ts'
import type { EffectDifference } from '../../model/class-effect.ts'
import { classEffects } from '../effects.ts'
import { communityNamed } from '../../desk/community-named.ts'
import type { SheetFacts } from './index.ts'
import { planResult } from '../../desk/plan-result.ts'
import { sweepOf } from '../../desk/sweep.ts'

/** Two policies on the same communities, in the order of the plans. */
export interface PolicyComparison {
  base: PlanResult
  other: PlanResult
  rows: ComparedRow[]
  shift: GainsAndLosses
  workbook(language: Language): Promise<Uint8Array>
}

const resultUnder = (policy: Policy, { facts, synthetic, standard }: SheetFacts, year: number): PlanResult =>
  planResult({ policy, dictionary: standard, facts, overrides: [], own: [], year, synthetic })

/**
 * Compares two policies on the communities of a sheet.
 * @param year of the plans; the second policy's first year where left out
 * @throws the engine's named errors
 */
export function comparePolicies(sheet: SheetFacts, base: Policy, other: Policy, year = other.effectiveYear): PolicyComparison {
  const [before, after] = [resultUnder(base, sheet, year), resultUnder(other, sheet, year)]
  const rows = after.communities.map((each, row): ComparedRow => {
    const { class: from, amountFen: baseFen } = before.communities[row]!
    const { code, name, district, subdistrict, class: to, amountFen: withFen } = each
    return {
      code,
      name,
      district,
      subdistrict,
      from,
      to,
      baseFen,
      withFen,
      changeFen: baseFen === null || withFen === null ? null : withFen - baseFen,
    }
  })
  const outcomes = ({ communities }: PlanResult) => communities.map((each) => ({ class: each.class, fen: each.amountFen }))
  return {
    base: before,
    other: after,
    rows,
    shift: gainsAndLosses(
      outcomes(before),
      outcomes(after),
      rows.map(() => null),
    ),
    workbook: (language) =>
      comparisonWorkbook({ base: { policy: base, result: before }, other: { policy: other, result: after }, rows, language }),
  }
}

const NO_RENOVATION = { year: 0, settings: DELIVERED_RENOVATION, backlogs: new Map() }

/**
 * Why a community has its class and amount under a policy, and what would be another one under each other class.
 * @throws plan.communityUnknown, import.nameNotUnique, the engine's named errors
 */
export function explainCommunity(
  sheet: SheetFacts,
  policy: Policy,
  wanted: string,
): { explanation: Explanation; community: CommunityResult; otherClasses: Array<{ class: string; effects: EffectDifference[] }> } {
  const { facts, standard } = sheet
  const { key } = communityNamed(facts, wanted)
  const community = resultUnder(policy, sheet, policy.effectiveYear).communities.find((each) => each.key === key)!
  const columns = factColumns([...standard, ...policy.indicators], facts, [])
  // A sheet has no lists of its own: what it is asked about is money.
  const effects = classEffects({ catalogue: EMPTY_CATALOGUE, teams: null, bound: new Map(), renovation: NO_RENOVATION })
  const otherClasses = policy.classes
    .filter((each) => each.key !== community.class)
    .map((each) => ({ class: each.key, effects: effectsOfClass(effects, columns, policy, { key, class: each.key })! }))
  return { explanation: explain({ policy, indicators: standard, facts, overrides: [] }, key)!, community, otherClasses }
}

/** The plan under many values of one number of a policy. @throws the errors of sweepOf */
export const sweepPolicy = (
  { facts, standard }: SheetFacts,
  policy: Policy,
  path: string,
  range: { from: number; to: number; most: number },
): Sweep => sweepOf(factColumns([...standard, ...policy.indicators], facts, []), policy, path, range)
