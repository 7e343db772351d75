import { problem, type Problem } from '../model/problem.ts'
import type { Fund } from './fund.ts'
import type { Stated, StatedRow, StatedSums } from './read.ts'
import { add, whole } from './sums.ts'

/** What is said of what is open; where amounts are not counted apart, as before, `undecided` counts those that are unknown. */
type Open = Pick<StatedSums, 'undecided' | 'amountUnknown'>
type Money = Pick<StatedSums, 'amountFen' | 'previousFen' | 'cityFen' | 'districtFen' | 'paid' | 'componentFen' | 'reserveFen'>
/** Communities that a sum is about, and what is said of it; what is not said is left out. */
interface Group {
  name: string
  nameEn?: string
  own: readonly StatedRow[]
  count?: number
  open?: Open
  money: Partial<Money>
}

const isOpenCounted = (own: readonly StatedRow[], { undecided, amountUnknown }: Open): boolean => {
  const unknown = own.length - decidedOf(own).length
  return amountUnknown === undefined
    ? undecided === unknown
    : amountUnknown === unknown && undecided === own.filter((each) => each.class === null).length
}
const decidedOf = (rows: readonly StatedRow[]): readonly StatedRow[] => rows.filter((each) => each.amountFen !== null)

/** Every amount that is said of a group against the sum of its communities. */
function groupFindings(file: string, { name, nameEn = name, own, count, open, money }: Group, { payers, components }: Fund): Problem[] {
  const decided = decidedOf(own)
  const sums: { what: string; whatEn: string; sumFen: number; totalFen: number | null | undefined }[] = []
  const say = (what: string, sumFen: number, totalFen: number | null | undefined, whatEn = what): void =>
    void sums.push({ what, whatEn, sumFen, totalFen })
  if ('amountFen' in money) say('', add(own.map((each) => each.amountFen)), money.amountFen)
  if ('previousFen' in money) say('lastYear', add(own.map((each) => each.previousFen)), money.previousFen)
  if ('paid' in money)
    for (const each of payers) say(each.name.zh, add(decided.map((row) => row.paid?.[each.key])), money.paid?.[each.key], each.name.en)
  for (const [key, of] of [
    ['city', 'cityFen'],
    ['district', 'districtFen'],
  ] as const) {
    const named = payers.find((each) => each.key === key)
    const isTold = named !== undefined || (money[of] ?? null) !== null
    if (of in money && isTold) say(named?.name.zh ?? 'payers', add(decided.map((row) => row[of])), money[of], named?.name.en)
  }
  // Where the only component has no name, the communities do not repeat their amount under it.
  const partOf = (row: StatedRow, key: string): number | null => row.componentFen?.[key] ?? (components.length === 1 ? row.amountFen : null)
  if (money.componentFen !== undefined)
    for (const each of components)
      say(each.name.zh, add(decided.map((row) => partOf(row, each.key))), money.componentFen[each.key], each.name.en)
  if (money.reserveFen !== undefined) say('reserve', add(decided.map((row) => row.reserveFen)), money.reserveFen)
  const isCounted = (count ?? own.length) === own.length && (open === undefined || isOpenCounted(own, open))
  const wrong = sums.filter(({ sumFen, totalFen }) => sumFen !== totalFen)
  const stated = { file, value: name, valueEn: nameEn, count: own.length, total: count ?? own.length }
  if (wrong.length === 0 && !isCounted)
    return [
      problem(
        'package.subtotalDiffers',
        { ...stated, sumFen: add(own.map((each) => each.amountFen)), totalFen: whole(money.amountFen) },
        { file, path: 'result.json' },
      ),
    ]
  return wrong.map(({ what, whatEn, sumFen, totalFen }) =>
    problem('package.subtotalDiffers', { ...stated, what, whatEn, sumFen, totalFen: whole(totalFen) }, { file, path: 'result.json' }),
  )
}

/** Subtotals against their own communities, and that every place of a community has its subtotal, once. */
function placeFindings(
  { file, result }: Stated,
  subtotals: readonly StatedSums[],
  fund: Fund,
  nameOf: (place: { district: string; subdistrict: string | null }) => string[],
): Problem[] {
  const keyOf = (place: { district: string; subdistrict: string | null }): string => JSON.stringify(nameOf(place))
  const groups = Map.groupBy(result.communities, keyOf)
  const stated = Map.groupBy(subtotals, keyOf)
  return [
    ...[...groups]
      .filter(([key]) => stated.get(key)?.length !== 1)
      .map(([, [first]]) => problem('package.subtotalMissing', { file, value: nameOf(first!).join(' ') }, { file, path: 'result.json' })),
    ...subtotals.flatMap((each) =>
      groupFindings(
        file,
        { name: nameOf(each).join(' '), own: groups.get(keyOf(each)) ?? [], count: each.count, open: each, money: each },
        fund,
      ),
    ),
  ]
}

/** The totals of classes, and the parts of all together that no line of the certificate is about. */
function totalFindings({ file, result: { totals, communities } }: Stated, fund: Fund): Problem[] {
  const byClass = Map.groupBy(
    communities.filter((each) => each.class !== null),
    (each) => each.class!,
  )
  const { amountFen: _, previousFen: __, ...money } = totals
  return [
    ...groupFindings(file, { name: '合计', nameEn: 'the total', own: communities, money }, fund),
    ...[...new Set([...byClass.keys(), ...Object.keys(totals.byClass)])].flatMap((key) => {
      const { amountFen = 0, previousFen = 0 } = totals.byClass[key] ?? {}
      return groupFindings(file, { name: key, own: byClass.get(key) ?? [], money: { amountFen, previousFen } }, fund)
    }),
  ]
}

/** The moves from class to class against the communities that make them, and their money. */
function flowFindings({ file, result: { flows, communities } }: Stated): Problem[] {
  const keyOf = (from: string | null, to: string | null): string => `${from ?? '-'} → ${to ?? '-'}`
  const own = Map.groupBy(communities, (each) => keyOf(each.previousClass, each.class))
  const stated = Map.groupBy(flows, (each) => keyOf(each.from, each.to))
  return [...new Set([...own.keys(), ...stated.keys()])].flatMap((key) => {
    const [rows, told] = [own.get(key) ?? [], stated.get(key) ?? []]
    const sumFen = add(decidedOf(rows).map((each) => whole(each.amountFen) - whole(each.previousFen)))
    const totalFen = add(told.map((each) => each.fen))
    const total = told.reduce((sum, each) => sum + each.count, 0)
    return sumFen === totalFen && rows.length === total && told.length <= 1
      ? []
      : [
          problem(
            'package.subtotalDiffers',
            { file, value: key, what: 'change', sumFen, totalFen, count: rows.length, total },
            { file, path: 'result.json' },
          ),
        ]
  })
}

/** What a financed guarantee cost is what others paid for it. */
function guaranteeFindings({ file, result: { guarantees = [], transfers = [], communities } }: Stated): Problem[] {
  const keys = new Set(communities.map((each) => each.key))
  const paid = Map.groupBy(transfers, (each) => each.step)
  const strangers = transfers.flatMap(({ from, to }) => [from, to]).filter((key) => !keys.has(key))
  return [
    ...strangers.map((key) => problem('package.communityOneSided', { file, value: key }, { file, path: 'result.json', key })),
    ...guarantees.flatMap(({ step, costFen }) => {
      const own = paid.get(step) ?? []
      const sumFen = add(own.map((each) => each.fen))
      return sumFen === costFen
        ? []
        : [
            problem(
              'package.subtotalDiffers',
              { file, value: step, what: 'transfers', sumFen, totalFen: whole(costFen), count: own.length, total: own.length },
              { file, path: 'result.json' },
            ),
          ]
    }),
  ]
}

/** The counts that the result states of itself. */
function countFindings({ file, result }: Stated): Problem[] {
  const { totals, communities, input } = result
  const unknown = communities.length - decidedOf(communities).length
  const undecided = communities.filter((each) => each.class === null).length
  const byClass = Map.groupBy(
    communities.filter((each) => each.class !== null),
    (each) => each.class!,
  )
  const counts: [what: string, count: number, total: number][] = [
    ['communities', communities.length, totals.communities],
    ['communities', communities.length, input.rows],
    ...(totals.amountUnknown === undefined
      ? [['amountUnknown', unknown, totals.undecided] as [string, number, number]]
      : [
          ['undecided', undecided, totals.undecided] as [string, number, number],
          ['amountUnknown', unknown, totals.amountUnknown] as [string, number, number],
        ]),
    ...[...new Set([...byClass.keys(), ...Object.keys(totals.byClass)])].map((key): [string, number, number] => [
      key,
      byClass.get(key)?.length ?? 0,
      totals.byClass[key]?.count ?? 0,
    ]),
  ]
  return counts
    .filter(([, count, total]) => count !== total)
    .map(([what, count, total]) => problem('package.countDiffers', { file, what, count, total }, { file, path: 'result.json' }))
}

/** @returns whatever is wrong in subtotals, flows and counts, each with its place */
export const sumsFindings = (stated: Stated, fund: Fund): Problem[] => [
  ...placeFindings(stated, stated.result.subdistricts, fund, ({ district, subdistrict }) => [district, subdistrict ?? '']),
  ...placeFindings(stated, stated.result.districts, fund, ({ district }) => [district]),
  ...totalFindings(stated, fund),
  ...flowFindings(stated),
  ...guaranteeFindings(stated),
  ...countFindings(stated),
]
