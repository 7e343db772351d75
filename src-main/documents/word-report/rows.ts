import { changeOf, comparedRow, comparedRows, type ComparedRow } from '../../model/compared-rows.ts'
import { componentsOf, payersOf, tellsComponents } from '../../model/fund.ts'
import { isOneDistrict, sumOfKnown, unknownIn } from '../../model/places.ts'
import type { CommunityResult } from '../../model/plan.ts'
import { classInWords } from '../../words/policies.ts'
import { textIn } from '../../model/text.ts'
import type { ReportInput } from './input.ts'
import type { PartRow } from './tables.ts'
import type { ReportWords } from './words.ts'

/** The money of the plan in rows, each of which the text, a table and the sources tell. */
export interface Rows {
  whole: ComparedRow
  /** Those of the policy, and a last one for communities without a class, if there are any. */
  classes: ComparedRow[]
  /** Districts; of a single one its subdistricts. */
  districts: ComparedRow[]
  payers: PartRow[]
  components: PartRow[]
  /** What changes for each community of which both amounts are known, in fen. */
  changes: number[]
}

/** What is not known of a whole community is not known of its parts. */
const partOf = (parts: Record<string, number> | null | undefined, key: string): number | null =>
  parts === null || parts === undefined ? null : (parts[key] ?? 0)

const partRow = (name: string, communities: readonly CommunityResult[], fenOf: (each: CommunityResult) => number | null): PartRow => {
  const fens = communities.map(fenOf)
  return { name, fen: sumOfKnown(fens), unknown: unknownIn(fens) }
}

export function rowsOf({ result: { communities }, source: { policy }, language }: ReportInput, words: ReportWords): Rows {
  const placeOf = isOneDistrict(communities)
    ? (each: CommunityResult) => each.subdistrict || words.noPlace
    : (each: CommunityResult) => each.district
  const nameOfClass = (key: string | null): string => (key === null ? words.undecidedClass : classInWords(key, policy, language))
  const undecided = communities.some((each) => each.class === null) ? [words.undecidedClass] : []
  const components = tellsComponents(policy) ? componentsOf(policy) : []
  return {
    whole: comparedRow('', communities),
    changes: communities.map(changeOf).filter((fen) => fen !== null),
    classes: comparedRows(communities, (each) => nameOfClass(each.class), [
      ...policy.classes.map((each) => nameOfClass(each.key)),
      ...undecided,
    ]),
    districts: comparedRows(communities, placeOf),
    payers: payersOf(policy).map(({ key, name }) => partRow(textIn(name, language), communities, (each) => partOf(each.paid, key))),
    components: components.map(({ key, name }) =>
      partRow(name === null ? words.mainComponent : textIn(name, language), communities, (each) => partOf(each.componentFen, key)),
    ),
  }
}
