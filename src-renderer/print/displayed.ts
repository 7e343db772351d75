import { shownDifferences, shownSums, stepOf, stepsAsText, type ShownSum, type SumOf, usualDecimals } from '../../src-main/model/sums.ts'
import { sumOfKnown } from '../../src-main/model/places.ts'
import type { TableSettings } from '../../src-main/model/paper.ts'
import type { CommunityResult } from '../../src-main/model/plan.ts'
import type { DistrictGroup } from '../format/grouping.ts'

/** What a column of amounts shows, on every level; '' where an amount is not known. Keys are those of communities and groups. */
export interface ShownColumn {
  communities: ReadonlyMap<string, string>
  subdistricts: ReadonlyMap<string, string>
  districts: ReadonlyMap<string, string>
  total: string
}
export interface AmountColumn {
  key: string
  fenOf: (community: CommunityResult) => number | null
  signed?: true
  /** The keys of the columns whose difference it is: later less earlier, as they are shown. */
  differenceOf?: readonly [later: string, earlier: string]
}
export interface ShownAmounts {
  columns: Readonly<Record<string, ShownColumn>>
  /** Cells were rounded, so the reader is told how. */ rounded: boolean
}

/** @returns the sum of what is known of the parts; not known where nothing of them is, and zero where there are none */
export const knownSum = (parts: SumOf[]): SumOf => ({ fen: sumOfKnown(parts.map(({ fen }) => fen)), parts })

/**
 * The amounts of a table as they are printed: all columns with the same decimals, each adding up as shown within subdistricts,
 * within districts and to the total.
 * @param groups of communities that may be in any order
 */
export function shownAmounts(
  groups: readonly Pick<DistrictGroup, 'key' | 'subdistricts'>[],
  amounts: readonly AmountColumn[],
  { unit, decimals: chosen }: Pick<TableSettings, 'unit' | 'decimals'>,
): ShownAmounts {
  const trees = amounts.map(({ fenOf }) =>
    knownSum(
      groups.map((group) => knownSum(group.subdistricts.map((part) => knownSum(part.communities.map((each) => ({ fen: fenOf(each) })))))),
    ),
  )
  const cells = trees.flatMap((tree) => tree.parts!.flatMap((group) => group.parts!.flatMap((part) => part.parts!.map((each) => each.fen))))
  const decimals = chosen ?? usualDecimals(cells, unit)
  const step = stepOf(unit, decimals)
  const text = ({ steps }: ShownSum, signed: boolean): string =>
    steps === null ? '' : `${signed && steps > 0 ? '+' : ''}${stepsAsText(steps, decimals)}`
  const sums = new Map(amounts.map(({ key }, at) => [key, shownSums(trees[at]!, step)]))
  const columnOf = ({ key, signed, differenceOf }: AmountColumn): [string, ShownColumn] => {
    const shown = differenceOf === undefined ? sums.get(key)! : shownDifferences(sums.get(differenceOf[1])!, sums.get(differenceOf[0])!)
    const places = groups.flatMap((group, i) =>
      group.subdistricts.map((part, j) => ({ key: part.key, part, shown: shown.parts[i]!.parts[j]! })),
    )
    return [
      key,
      {
        total: text(shown, signed === true),
        districts: new Map(groups.map((group, i) => [group.key, text(shown.parts[i]!, signed === true)])),
        subdistricts: new Map(places.map((each) => [each.key, text(each.shown, signed === true)])),
        communities: new Map(
          places.flatMap((each) =>
            each.part.communities.map((community, k) => [community.key, text(each.shown.parts[k]!, signed === true)] as const),
          ),
        ),
      },
    ]
  }
  return { columns: Object.fromEntries(amounts.map(columnOf)), rounded: cells.some((fen) => fen !== null && fen % step !== 0) }
}
