import { payersOf } from '../../../../src-main/model/fund.ts'
import type { CommunityResult } from '../../../../src-main/model/plan.ts'
import type { Policy } from '../../../../src-main/model/policy.ts'
import type { Words } from '../../../locales/words.ts'
import type { AmountColumn } from '../../../print/displayed.ts'
import type { PrintColumn } from '../../../print/table.ts'

/** What a payer pays of an amount; results that were kept before there were payers know city and district only. */
const paidBy = (payer: string, { paid, cityFen, districtFen }: CommunityResult): number | null => {
  if (paid !== undefined) return paid?.[payer] ?? null
  return payer === 'city' ? cityFen : payer === 'district' ? districtFen : null
}
const keyOf = (payer: string): string => `paid.${payer}`

/** What the column of payers stands for: a column for each payer of the policy, none where it doesn't say who pays. */
export function payerParts(policy: Policy, { t, text }: Words): Required<Pick<PrintColumn, 'parts'>> {
  const split = policy.allocation.split !== undefined
  const titleOf = (key: string, name: string): string =>
    split && key === 'city'
      ? t('print.cityPart')
      : split && key === 'district'
        ? t('print.districtPart')
        : t('print.paidBy', { payer: name })
  return { parts: payersOf(policy).map(({ key, name }) => ({ key: keyOf(key), title: titleOf(key, text(name)) })) }
}

export const payerAmounts = (policy: Policy): AmountColumn[] =>
  payersOf(policy).map(({ key }) => ({ key: keyOf(key), fenOf: (community) => paidBy(key, community) }))
