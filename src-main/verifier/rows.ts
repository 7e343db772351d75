import { payersOf, tellsComponents } from '../contract/fund.ts'
import { problem, type Problem } from '../contract/problem.ts'
import type { Stated, StatedRow, StatedSums } from './read.ts'

const isAmount = (fen: number | null | undefined): boolean => fen === null || fen === undefined || (Number.isSafeInteger(fen) && fen >= 0)

/** What is wrong in one community: its class, its amounts, and whether their parts are together the amount. */
function rowFindings(row: StatedRow, stated: Stated): Problem[] {
  const { file, policy } = stated
  const place = { file, path: 'result.json', community: row.name, key: row.key }
  const classes = new Set(policy.classes.map((each) => each.key))
  const parts = [row.amountFen, row.previousFen, row.cityFen, row.districtFen, row.reserveFen, ...Object.values(row.paid ?? {}), ...Object.values(row.componentFen ?? {})]
  const wrong = parts.find((fen) => !isAmount(fen)) ?? row.trace.find(({ fen }) => !Number.isSafeInteger(fen))?.fen
  const findings: Problem[] = []
  for (const found of new Set([row.class, row.policyClass])) if (found !== null && !classes.has(found)) findings.push(problem('package.classUnknown', { file, value: found }, place))
  if (wrong !== undefined) return [...findings, problem('package.amountWrong', { file, value: wrong ?? '-' }, place)]
  const compare = (what: string, amounts: readonly number[]): void => {
    const sumFen = amounts.reduce((sum, fen) => sum + fen, 0)
    if (sumFen !== row.amountFen) findings.push(problem('package.rowDiffers', { file, what, sumFen, amountFen: row.amountFen ?? 0, byFen: sumFen - (row.amountFen ?? 0) }, place))
  }
  if (row.amountFen === null) return findings
  if (payersOf(policy).length > 0) compare('payers', Object.values(row.paid ?? {}))
  if (tellsComponents(policy)) compare('components', Object.values(row.componentFen ?? {}))
  compare('steps', row.trace.map(({ fen }) => fen))
  return findings
}

/** Subtotals against their own communities: money, count and undecided; and that every place of a community has its subtotal, once. */
function subtotalFindings(stated: Stated, subtotals: readonly StatedSums[], keyOf: (place: { district: string; subdistrict: string | null }) => string): Problem[] {
  const { file, result } = stated
  const groups = Map.groupBy(result.communities, keyOf)
  const stale = [...groups.keys()].filter((key) => subtotals.filter((each) => keyOf(each) === key).length !== 1)
  return [
    ...stale.map((key) => problem('package.subtotalMissing', { file, value: key }, { file, path: 'result.json' })),
    ...subtotals.flatMap((each) => {
      const own = groups.get(keyOf(each)) ?? []
      const sumFen = own.reduce((sum, row) => sum + (row.amountFen ?? 0), 0)
      const undecided = own.filter((row) => row.amountFen === null).length
      if (sumFen === each.amountFen && own.length === each.count && undecided === each.undecided) return []
      return [problem('package.subtotalDiffers', { file, value: keyOf(each), sumFen, totalFen: Math.round(each.amountFen), count: own.length, total: each.count }, { file, path: 'result.json' })]
    }),
  ]
}

const same = (a: StatedRow, b: Stated['facts'][number]): boolean =>
  a.name === b.name && a.code === b.code && a.district === b.district && a.subdistrict === b.subdistrict

/** Every community stands once in the facts and once in the result, under the same name and place. */
function communityFindings({ file, facts, result }: Stated): Problem[] {
  const rows = new Map(result.communities.map((each) => [each.key, each]))
  const known = new Map(facts.map((each) => [each.key, each]))
  const twice = <T extends { key: string }>(list: readonly T[]): T[] => list.filter((each, position) => list.findIndex(({ key }) => key === each.key) !== position)
  const repeated = rows.size === result.communities.length && known.size === facts.length ? [] : [...twice(facts), ...twice(result.communities)]
  const lost = [...facts.filter((each) => { const row = rows.get(each.key); return row === undefined || !same(row, each) }), ...result.communities.filter((each) => !known.has(each.key))]
  return [
    ...repeated.map((each) => problem('package.communityTwice', { file, value: each.name }, { file, community: each.name, key: each.key })),
    ...lost.map((each) => problem('package.communityOneSided', { file, value: each.name }, { file, community: each.name, key: each.key })),
  ]
}

/** The counts that the result states of itself. */
function countFindings({ file, result }: Stated): Problem[] {
  const { totals, communities, input } = result
  const undecided = communities.filter((each) => each.amountFen === null).length
  const byClass = Map.groupBy(communities.filter((each) => each.class !== null), (each) => each.class!)
  const counts: [what: string, count: number, total: number][] = [
    ['communities', communities.length, totals.communities], ['communities', communities.length, input.rows], ['undecided', undecided, totals.undecided],
    ...[...new Set([...byClass.keys(), ...Object.keys(totals.byClass)])].map((key): [string, number, number] => [key, byClass.get(key)?.length ?? 0, totals.byClass[key]?.count ?? 0]),
  ]
  return counts.filter(([, count, total]) => count !== total).map(([what, count, total]) => problem('package.countDiffers', { file, what, count, total }, { file, path: 'result.json' }))
}

/** @returns whatever is wrong in rows, subtotals and counts, each with its place */
export const rowsFindings = (stated: Stated): Problem[] => [
  ...communityFindings(stated), ...stated.result.communities.flatMap((row) => rowFindings(row, stated)),
  ...subtotalFindings(stated, stated.result.subdistricts, ({ district, subdistrict }) => `${district} ${subdistrict}`),
  ...subtotalFindings(stated, stated.result.districts, ({ district }) => district), ...countFindings(stated),
]
