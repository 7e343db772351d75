import type { Evenness } from '../../model/teams.ts'
import { inequalityOf } from '../analysis/equity.ts'

/**
 * How even work is spread: work per officer, by team.
 * @param teams of at least one officer each
 * @returns null where there is no work at all
 */
export function evennessOf(teams: readonly { work: number; officers: number }[]): Evenness | null {
  const work = teams.reduce((sum, each) => sum + each.work, 0)
  const inequality = inequalityOf(teams.map((each) => ({ amountFen: each.work, weight: each.officers, group: '' })))
  if (inequality === null) return null
  const each = teams.map((team) => team.work / team.officers)
  const [least, most] = [Math.min(...each), Math.max(...each)]
  const mean = work / teams.reduce((sum, team) => sum + team.officers, 0)
  return { least, most, mean, imbalance: (most - least) / mean, gini: inequality.gini }
}
