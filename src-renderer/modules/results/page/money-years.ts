import { call } from '../../../api/client.ts'
import type { CommunityResult } from '../../../../src-main/model/plan.ts'

/** What one year says of a community's money; the year before the first is what was delivered of it. */
export interface MoneyYear {
  year: number
  amountFen: number | null
  spentFen: number | null
  carriedFen: number | null
}

/**
 * Reads the money of all years at once.
 * @param years of the plan, in any order
 * @param keys whose; left out: everybody's
 * @returns the years of one community, the first one before the others
 */
export async function moneyYears(
  years: readonly number[],
  currentYear: number,
  keys?: string[],
): Promise<(community: Pick<CommunityResult, 'key' | 'amountFen'>) => MoneyYear[]> {
  const read = await Promise.all(
    [...years]
      .sort((a, b) => a - b)
      .map(async (year) => {
        const [facts, ledger] = await Promise.all([
          call('communities.list', { year, ...(keys !== undefined && { keys }) }),
          call('ledger.list', { year }),
        ])
        return {
          year,
          previous: new Map(facts.map((each) => [each.key, each.previousFen])),
          use: new Map(ledger.rows.map((each) => [each.key, each])),
        }
      }),
  )
  return ({ key, amountFen }) => {
    // What a year got is what the year after it has as last year's; of the year that is looked at the result is at hand.
    const own = read.map(({ year, use }, at) => ({
      year,
      amountFen: year === currentYear ? amountFen : (read[at + 1]?.previous.get(key) ?? use.get(key)?.allocatedFen ?? null),
      spentFen: use.get(key)?.spentFen ?? null,
      carriedFen: use.get(key)?.carriedFen ?? null,
    }))
    const [first] = read
    const before = first?.previous.get(key) ?? null
    return before === null ? own : [{ year: first!.year - 1, amountFen: before, spentFen: null, carriedFen: null }, ...own]
  }
}
export const MONEY_OF_YEAR = ['amountFen', 'spentFen', 'carriedFen'] as const
