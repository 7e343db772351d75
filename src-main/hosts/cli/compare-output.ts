import type { PolicyComparison } from '../../modules/command-line/analysis.ts'
import { amountsUnknownIn, nothingOpen } from '../../model/open-counts.ts'
import { addedUp } from '../../model/places.ts'
import { textIn, type Language } from '../../model/text.ts'
import type { Policy } from '../../model/policy.ts'
import { totalsJson } from './plan-json.ts'
import { table, yuanText } from './plan-text.ts'

interface OfClass {
  countBase: number
  countWith: number
  changeFen: number
  amountBaseFen: number
  amountWithFen: number
}

/** By class: communities and money of each plan, and the change of those that have the class in the second one. */
function byClassOf({ base, other, rows }: PolicyComparison): Record<string, OfClass> {
  const keys = [...new Set([...Object.keys(other.totals.byClass), ...Object.keys(base.totals.byClass)])]
  return Object.fromEntries(
    keys.map((key) => [
      key,
      {
        countBase: base.totals.byClass[key]?.count ?? 0,
        countWith: other.totals.byClass[key]?.count ?? 0,
        changeFen: addedUp(rows.filter((each) => each.to === key).map((each) => each.changeFen)),
        amountBaseFen: base.totals.byClass[key]?.amountFen ?? 0,
        amountWithFen: other.totals.byClass[key]?.amountFen ?? 0,
      },
    ]),
  )
}

/** The moves from class to class, also those that stay, in the order of classes. */
function flowsOf({ rows }: PolicyComparison): Array<{ from: string | null; to: string | null; count: number; fen: number }> {
  const groups = Map.groupBy(rows, (each) => JSON.stringify([each.from, each.to]))
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({
      from: own[0]!.from,
      to: own[0]!.to,
      count: own.length,
      fen: own.reduce((sum, each) => sum + (each.changeFen ?? 0), 0),
    }))
}

/** The document of `compare --json`. Its fields are promised to the scripts of others. A community without a code is named by its place. */
export function compareJson(comparison: PolicyComparison) {
  const { base, other, rows, shift } = comparison
  return {
    base: totalsJson(base),
    with: totalsJson(other),
    gainsFen: shift.gainsFen,
    lossesFen: shift.lossesFen,
    netFen: shift.netFen,
    byClass: byClassOf(comparison),
    flows: flowsOf(comparison),
    communities: rows.map(({ code, name, district, subdistrict, from, to, changeFen }) => ({
      code,
      ...(code === '' && { name, district, subdistrict }),
      from,
      to,
      changeFen,
    })),
  }
}

const SAY = {
  zh: {
    class: '类别',
    countBase: '基准社区数',
    countWith: '对照社区数',
    amountBase: '基准金额（元）',
    amountWith: '对照金额（元）',
    change: '增减（元）',
    members: '对照办法下归入各类的社区（双方金额都已知的）：以前、现在、增减',
    noClass: '（未定类）',
    total: '合计',
    gains: '增加',
    losses: '减少',
    undecided: '未定类',
    unknown: '金额未知',
    base: '基准',
    with: '对照',
    synthetic: '示例数据（虚构）',
  },
  en: {
    class: 'Class',
    countBase: 'Communities, base',
    countWith: 'Communities, with',
    amountBase: 'Amount, base (yuan)',
    amountWith: 'Amount, with (yuan)',
    change: 'Change (yuan)',
    members: 'The communities that have the class in the second plan (both amounts known): before, now, change',
    noClass: '(no class)',
    total: 'Total',
    gains: 'Gains',
    losses: 'Losses',
    undecided: 'Without a class',
    unknown: 'Amount unknown',
    base: 'Base',
    with: 'With',
    synthetic: 'Synthetic sample data',
  },
} as const

/** What `compare` says to a reader: both totals, the shift by class, gains and losses. */
export function compareText(comparison: PolicyComparison, policies: { base: Policy; other: Policy }, language: Language): string {
  const say = SAY[language]
  const { base, other, rows, shift } = comparison
  const names = new Map([...policies.base.classes, ...policies.other.classes].map((each) => [each.key, textIn(each.name, language)]))
  const signed = (fen: number): string => `${fen > 0 ? '+' : ''}${yuanText(fen)}`
  const line = (name: string, policy: Policy, fen: number): string =>
    `${name}   ${textIn(policy.title, language)} ${policy.version}   ${yuanText(fen)}`
  const known = rows.filter((each) => each.changeFen !== null)
  const sumsOf = (own: PolicyComparison['rows']): [number, number] => [
    addedUp(own.map((each) => each.baseFen)),
    addedUp(own.map((each) => each.withFen)),
  ]
  /** Before, after, and their difference. */
  const moneyOf = ([before, after]: readonly [number, number]): string[] => [yuanText(before), yuanText(after), signed(after - before)]
  const open = [rows.filter((each) => each.from === null), rows.filter((each) => each.to === null)] as const
  const lines = [
    ...Object.entries(byClassOf(comparison)).map(([key, each]) => ({
      name: names.get(key) ?? key,
      counts: [each.countBase, each.countWith],
      amounts: [each.amountBaseFen, each.amountWithFen] as const,
      members: known.filter((row) => row.to === key),
    })),
    // Whoever has no class is a line too, so that the columns add up to the total.
    ...(open[0].length + open[1].length === 0
      ? []
      : [
          {
            name: say.noClass,
            counts: open.map((own) => own.length),
            amounts: [sumsOf(open[0])[0], sumsOf(open[1])[1]] as const,
            members: known.filter((row) => row.to === null),
          },
        ]),
  ]
  return [
    line(say.base, policies.base, base.totals.amountFen),
    line(say.with, policies.other, other.totals.amountFen) + (base.input.synthetic ? `   ${say.synthetic}` : ''),
    '',
    ...table([
      [say.class, say.countBase, say.countWith, say.amountBase, say.amountWith, say.change],
      ...lines.map(({ name, counts, amounts }) => [name, ...counts.map(String), ...moneyOf(amounts)]),
      [
        say.total,
        String(base.totals.communities),
        String(other.totals.communities),
        ...moneyOf([base.totals.amountFen, other.totals.amountFen]),
      ],
    ]),
    '',
    say.members,
    ...table([
      [say.class, say.amountBase, say.amountWith, say.change],
      ...lines.map(({ name, members }) => [name, ...moneyOf(sumsOf(members))]),
      [say.total, ...moneyOf(sumsOf(known))],
    ]),
    `${say.gains} ${signed(shift.gainsFen)} (${shift.gainers})   ${say.losses} ${signed(-shift.lossesFen)} (${shift.losers})`,
    ...(nothingOpen(base.totals) && nothingOpen(other.totals)
      ? []
      : [
          `${say.undecided} ${base.totals.undecided} → ${other.totals.undecided}   ${say.unknown} ${amountsUnknownIn(base.totals)} → ${amountsUnknownIn(other.totals)}`,
        ]),
  ].join('\n')
}
