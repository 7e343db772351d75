import { payersOf } from '../../../../src-main/model/fund.ts'
import type { Policy } from '../../../../src-main/model/policy.ts'
import { paidBy } from '../../../format/payers.ts'
import type { Words } from '../../../locales/words.ts'
import type { AmountColumn } from '../../../print/displayed.ts'
import type { PrintColumn } from '../../../print/table.ts'

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
