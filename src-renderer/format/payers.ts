import { payersOf } from '../../src-main/model/fund.ts'
import type { CommunityResult, PlanResult } from '../../src-main/model/plan.ts'
import type { Payer, Policy } from '../../src-main/model/policy.ts'
import type { Words } from '../locales/words.ts'

/** Money and who pays it; in fen. */
type Paying = Pick<CommunityResult | PlanResult['totals'], 'paid' | 'cityFen' | 'districtFen'>

/** What a payer pays of an amount, in fen; results that were kept before there were payers know city and district only. */
export const paidBy = (payer: string, { paid, cityFen, districtFen }: Paying): number | null => {
  if (paid !== undefined) return paid?.[payer] ?? null
  return payer === 'city' ? cityFen : payer === 'district' ? districtFen : null
}

/** @returns how a payer's part is headed: 市级承担, 区县承担, 省级承担 */
export const partOf = ({ key, name }: Pick<Payer, 'key' | 'name'>, { t, text }: Words): string =>
  key === 'city' ? t('common.cityPart') : key === 'district' ? t('common.districtPart') : t('print.paidBy', { payer: text(name) })

/** Every payer of a policy with the heading of its part, in the policy's order; none where the policy doesn't say who pays. */
export const payerParts = (policy: Pick<Policy, 'allocation'>, words: Words): Array<{ key: string; label: string }> =>
  payersOf(policy).map((payer) => ({ key: payer.key, label: partOf(payer, words) }))
