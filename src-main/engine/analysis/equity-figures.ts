import type { Equity, EquityMeasure } from '../../model/analysis.ts'
import type { FactColumns } from '../columns/facts.ts'
import type { PolicyRun } from '../columns/run.ts'
import { inequalityOf } from './equity.ts'

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value)
const perUnit = (amount: number | null, units: number | null): number | null =>
  amount === null || units === null || units === 0 ? null : amount / units

/**
 * Communities count whose amount is known and whose units are known and above zero; the others are counted by the reason why they
 * don't.
 */
function measureOf(indicator: string, { facts }: FactColumns, amounts: Float64Array, units: Float64Array): EquityMeasure {
  const rows = facts.map((_, row) => row)
  const counts = (row: number): boolean => units[row]! > 0 && !Number.isNaN(amounts[row]!)
  const portions = rows.filter(counts).map((row) => ({ amountFen: amounts[row]!, weight: units[row]!, group: facts[row]!.district }))
  const inequality = inequalityOf(portions)
  const amountFen = portions.reduce((sum, each) => sum + each.amountFen, 0)
  const all = portions.reduce((sum, each) => sum + each.weight, 0)
  return {
    indicator,
    counted: portions.length,
    unknown: rows.filter((row) => Number.isNaN(units[row]!)).length,
    zero: rows.filter((row) => units[row]! <= 0).length,
    withoutAmount: rows.filter((row) => units[row]! > 0 && Number.isNaN(amounts[row]!)).length,
    amountFen,
    units: all,
    perUnitFen: portions.length === 0 ? null : amountFen / all,
    gini: inequality?.gini ?? null,
    theil: inequality?.theil ?? null,
  }
}

/**
 * What a plan gives per resident and per unit of a need, and how unequally. Both are indicators; every community weighs as much as it has
 * units, and stands for its district in the parts of Theil's T.
 * @param need a number or share of the vocabulary; null: only residents
 */
export function equityFigures(columns: FactColumns, run: PolicyRun, residents: string, need: string | null): Equity {
  const unitsOf = (indicator: string): Float64Array => columns.table.columns.get(indicator)!
  const needed = need === null ? null : unitsOf(need)
  return {
    residents: measureOf(residents, columns, run.amounts, unitsOf(residents)),
    need: need === null ? null : measureOf(need, columns, run.amounts, unitsOf(need)),
    communities: columns.facts.map(({ key, code, name, district, subdistrict }, row) => {
      const [amountFen, people, units] = [known(run.amounts[row]), known(unitsOf(residents)[row]), known(needed?.[row])]
      return {
        key,
        code,
        name,
        district,
        subdistrict,
        class: run.classes[row]!,
        amountFen,
        residents: people,
        need: units,
        perResidentFen: perUnit(amountFen, people),
        perNeedFen: perUnit(amountFen, units),
      }
    }),
  }
}
