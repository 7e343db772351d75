import { problem, type Problem } from '../model/problem.ts'
import type { Fund, FundFor } from './fund.ts'
import type { Stated, StatedRow } from './read.ts'

type Amounts = Readonly<Record<string, number>> | null | undefined

const isAmount = (fen: number | null | undefined): boolean => fen === null || fen === undefined || (Number.isSafeInteger(fen) && fen >= 0)
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, fen) => sum + fen, 0)
const valuesOf = (amounts: Amounts): number[] => Object.values(amounts ?? {})

/** What is wrong in one community: its class, its amounts, and whether their parts are together the amount. */
function rowFindings(row: StatedRow, file: string, { classes, payers, components, tellsComponents }: Fund): Problem[] {
  const place = { file, path: 'result.json', community: row.name, key: row.key }
  const findings: Problem[] = []
  for (const found of new Set([row.class, row.policyClass]))
    if (found !== null && !classes.has(found)) findings.push(problem('package.classUnknown', { file, value: found }, place))
  const { amountFen, paid, componentFen, trace } = row
  const parts = [row.cityFen, row.districtFen, row.reserveFen, ...valuesOf(paid), ...valuesOf(componentFen)]
  const wrong =
    [amountFen, row.previousFen, ...parts].find((fen) => !isAmount(fen)) ?? trace.find(({ fen }) => !Number.isSafeInteger(fen))?.fen
  if (wrong !== undefined) return [...findings, problem('package.amountWrong', { file, value: wrong ?? '-' }, place)]
  const compare = (what: string, sumFen: number, fen: number, whatEn = what): void => {
    if (sumFen !== fen)
      findings.push(problem('package.rowDiffers', { file, what, whatEn, sumFen, amountFen: fen, byFen: sumFen - fen }, place))
  }
  /** Together the amount, and nothing under a name that the policy does not have. */
  const compareParts = (what: string, amounts: Amounts, keys: readonly string[]): void => {
    compare(what, sumOf(valuesOf(amounts)), amountFen ?? 0)
    const strangers = Object.entries(amounts ?? {})
      .filter(([key]) => !keys.includes(key))
      .map(([, fen]) => fen)
    compare(what, sumOf(strangers), 0)
  }
  const payerNamed = (key: string): Fund['payers'][number] | undefined => payers.find((each) => each.key === key)
  for (const [key, fen] of [
    ['city', row.cityFen],
    ['district', row.districtFen],
  ] as const) {
    const { zh, en } = payerNamed(key)?.name ?? { zh: 'payers', en: 'payers' }
    compare(zh, fen ?? 0, payerNamed(key) === undefined ? 0 : (paid?.[key] ?? 0), en || zh)
  }
  if (payers.length > 0)
    compareParts(
      'payers',
      paid,
      payers.map(({ key }) => key),
    )
  if (tellsComponents)
    compareParts(
      'components',
      componentFen,
      components.map(({ key }) => key),
    )
  compare('steps', sumOf(trace.map(({ fen }) => fen)), amountFen ?? 0)
  return findings
}

/** The steps of a community with an amount are those of the policy, in its order, and a component's are together what it says of it. */
function stepFindings(row: StatedRow, file: string, { components, tellsComponents }: Fund): Problem[] {
  if (row.amountFen === null) return []
  const place = { file, path: 'result.json', community: row.name, key: row.key }
  const expected = components.flatMap(({ steps }) => steps)
  if (expected.length !== row.trace.length || row.trace.some(({ step }, position) => step !== expected[position])) {
    return [
      problem('package.stepsDiffer', { file, value: row.trace.map(({ step }) => step).join(', '), expected: expected.join(', ') }, place),
    ]
  }
  if (!tellsComponents) return []
  let first = 0
  return components.flatMap(({ key, name, steps }) => {
    const sumFen = sumOf(row.trace.slice(first, (first += steps.length)).map(({ fen }) => fen))
    const amountFen = row.componentFen?.[key] ?? 0
    return sumFen === amountFen
      ? []
      : [
          problem(
            'package.rowDiffers',
            { file, what: name.zh, whatEn: name.en || name.zh, sumFen, amountFen, byFen: sumFen - amountFen },
            place,
          ),
        ]
  })
}

const hasSamePlace = (a: StatedRow, b: Stated['facts'][number]): boolean =>
  a.name === b.name && a.code === b.code && a.district === b.district && a.subdistrict === b.subdistrict

const repeated = <T extends { key: string }>(list: readonly T[]): T[] => {
  const seen = new Set<string>()
  return list.filter(({ key }) => seen.has(key) || !seen.add(key))
}

/**
 * Every community stands once in the facts and once in the result, under the same name and place and with the same last year; classes set
 * by hand and the use of the money are of communities that are there, each once.
 */
function communityFindings({ file, manifest, facts, result, overrides, ledger, ownPolicies }: Stated, fundFor: FundFor): Problem[] {
  const rows = new Map(result.communities.map((each) => [each.key, each]))
  const known = new Map(facts.map((each) => [each.key, each]))
  /** Communities under different policies know nothing of each other. */
  const own = new Set(ownPolicies.map((each) => each.district))
  const partOf = ({ district }: { district: string }): string => (own.has(district) ? district : '')
  const delivered = new Set(facts.filter((each) => each.previousFen !== null).map(partOf))
  const assumedFor = (each: StatedRow): number | null => (delivered.has(partOf(each)) ? null : fundFor(each).previousFen)
  /** Of a part nobody sees here whether last year's amounts were delivered anywhere in the whole, so that a blank may be either. */
  const isLastYear = (row: StatedRow, known: number | null): boolean =>
    row.previousFen === (known ?? assumedFor(row)) ||
    (known === null && manifest.whole !== undefined && (row.previousFen === null || row.previousFen === fundFor(row).previousFen))
  const nameOf = (key: string): string => known.get(key)?.name ?? key
  const at = (key: string, path: string): Problem['place'] => ({ file, path, community: nameOf(key), key })
  const twice = [
    [facts, 'communities.json'],
    [result.communities, 'result.json'],
    [overrides, 'overrides.json'],
    [ledger, 'ledger.json'],
  ] as const
  const oneSided = [
    [result.communities, 'result.json'],
    [overrides, 'overrides.json'],
    [ledger, 'ledger.json'],
  ] as const
  return [
    ...twice.flatMap(([list, path]) =>
      repeated<{ key: string }>(list).map(({ key }) => problem('package.communityTwice', { file, value: nameOf(key) }, at(key, path))),
    ),
    ...facts
      .filter((each) => {
        const row = rows.get(each.key)
        return row === undefined || !hasSamePlace(row, each)
      })
      .map(({ key, name }) => problem('package.communityOneSided', { file, value: name }, at(key, 'communities.json'))),
    ...oneSided.flatMap(([list, path]) =>
      list
        .filter(({ key }) => !known.has(key))
        .map(({ key }) => problem('package.communityOneSided', { file, value: rows.get(key)?.name ?? key }, at(key, path))),
    ),
    ...facts.flatMap(({ key, name, previousFen, previousClass }) => {
      const row = rows.get(key)
      if (row === undefined || (isLastYear(row, previousFen) && row.previousClass === previousClass)) return []
      return [
        problem(
          'package.previousDiffers',
          {
            file,
            value: name,
            statedFen: row.previousFen ?? '-',
            deliveredFen: previousFen ?? assumedFor(row) ?? '-',
            stated: row.previousClass ?? '-',
            delivered: previousClass ?? '-',
          },
          at(key, 'result.json'),
        ),
      ]
    }),
  ]
}

/** @returns whatever is wrong in single communities, each with its place */
export const rowsFindings = (stated: Stated, fundFor: FundFor): Problem[] => [
  ...communityFindings(stated, fundFor),
  ...stated.result.communities.flatMap((row) => [
    ...rowFindings(row, stated.file, fundFor(row)),
    ...stepFindings(row, stated.file, fundFor(row)),
  ]),
]
