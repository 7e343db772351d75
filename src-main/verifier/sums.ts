import type { CertificateLine } from '../model/certificate.ts'
import { problem, type Problem } from '../model/problem.ts'
import type { Text } from '../model/text.ts'
import type { Fund } from './fund.ts'
import type { Stated } from './read.ts'

/** An amount that is no whole number adds nothing: that it is none is a finding of its own. */
export const whole = (fen: number | null | undefined): number => (Number.isSafeInteger(fen) ? fen! : 0)
export const add = (amounts: readonly (number | null | undefined)[]): number => amounts.reduce<number>((sum, fen) => sum + whole(fen), 0)

function line(
  key: CertificateLine['key'],
  amounts: readonly (number | null | undefined)[],
  total: number,
  name: Text | null = null,
): CertificateLine {
  const [sumFen, totalFen] = [add(amounts), whole(total)]
  return { key, name, addends: amounts.length, sumFen, totalFen, differenceFen: sumFen - totalFen }
}

const valuesOf = (amounts: Readonly<Record<string, number>> | null | undefined): number[] => Object.values(amounts ?? {})

/**
 * Every sum of a stated result, added up anew from its rows and from its own subtotals. The engine has no part in this.
 * @returns a line for each pair of sums, in fen; the difference is zero where they agree
 */
export function certificateLines(
  { result, manifest, unitChanges, facts }: Pick<Stated, 'result' | 'manifest' | 'unitChanges' | 'facts'>,
  { payers, components }: Fund,
): CertificateLine[] {
  const { totals, communities, subdistricts, districts } = result
  const decided = communities.filter((each) => each.amountFen !== null)
  const byDistrict = Map.groupBy(decided, (each) => each.district)
  return [
    line(
      'communities',
      decided.map((each) => each.amountFen),
      totals.amountFen,
    ),
    line(
      'subdistricts',
      subdistricts.map((each) => each.amountFen),
      totals.amountFen,
    ),
    line(
      'districts',
      districts.map((each) => each.amountFen),
      totals.amountFen,
    ),
    line(
      'classes',
      // A community without a class may have its money all the same: it is in no class, and in the total.
      [
        ...Object.values(totals.byClass).map((each) => each.amountFen),
        ...decided.flatMap((each) => (each.class === null ? [each.amountFen] : [])),
      ],
      totals.amountFen,
    ),
    ...(payers.length === 0 ? [] : [line('payers', valuesOf(totals.paid), totals.amountFen)]),
    line('components', valuesOf(totals.componentFen), totals.amountFen),
    line(
      'steps',
      decided.flatMap((each) => each.trace.map(({ fen }) => fen)),
      totals.amountFen,
    ),
    ...districts.map((each) =>
      line(
        'district',
        (byDistrict.get(each.district) ?? []).map((row) => row.amountFen),
        each.amountFen,
        { zh: each.district, en: each.district },
      ),
    ),
    ...payers.map(({ key, name }) =>
      line(
        'payer',
        decided.map((each) => each.paid?.[key]),
        totals.paid?.[key] ?? 0,
        name,
      ),
    ),
    ...(components.length === 1
      ? []
      : components.map(({ key, name }) =>
          line(
            'component',
            decided.map((each) => each.componentFen?.[key]),
            totals.componentFen?.[key] ?? 0,
            name,
          ),
        )),
    line(
      'previous',
      communities.map((each) => each.previousFen),
      totals.previousFen,
    ),
    line(
      'previousDistricts',
      districts.map((each) => each.previousFen),
      totals.previousFen,
    ),
    ...((manifest.conservation?.lastFen ?? null) === null
      ? []
      : [
          line(
            'conservation',
            [...facts.map((each) => each.previousFen), ...unitChanges.map((each) => each.endedFen)],
            manifest.conservation!.lastFen!,
          ),
        ]),
  ]
}

/** @returns a finding for each line whose two sums differ */
export const lineFindings = (lines: readonly CertificateLine[], file: string): Problem[] =>
  lines
    .filter((each) => each.differenceFen !== 0)
    .map(({ key, name, addends, sumFen, totalFen }) =>
      problem(
        'package.subtotalDiffers',
        {
          file,
          value: '合计',
          valueEn: 'the total',
          what: name?.zh ?? key,
          whatEn: name?.en ?? key,
          sumFen,
          totalFen,
          count: addends,
          total: addends,
        },
        { file, path: 'result.json' },
      ),
    )
