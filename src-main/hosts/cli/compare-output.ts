import type { PolicyComparison } from '../../modules/command-line/analysis.ts'
import { amountsUnknownIn, nothingOpen } from '../../model/open-counts.ts'
import { textIn, type Language } from '../../model/text.ts'
import type { Policy } from '../../model/policy.ts'
import { totalsJson } from './plan-json.ts'
import { table, yuanText } from './plan-text.ts'

/** By class: communities of each plan, and the change of those that have the class in the second one. */
function byClassOf({ base, other, rows }: PolicyComparison): Record<string, { countBase: number; countWith: number; changeFen: number }> {
  const keys = [...new Set([...Object.keys(other.totals.byClass), ...Object.keys(base.totals.byClass)])]
  return Object.fromEntries(
    keys.map((key) => [
      key,
      {
        countBase: base.totals.byClass[key]?.count ?? 0,
        countWith: other.totals.byClass[key]?.count ?? 0,
        changeFen: rows.reduce((sum, each) => (each.to === key ? sum + (each.changeFen ?? 0) : sum), 0),
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
    change: '增减（元）',
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
    change: 'Change (yuan)',
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
  const { base, other, shift } = comparison
  const names = new Map([...policies.base.classes, ...policies.other.classes].map((each) => [each.key, textIn(each.name, language)]))
  const signed = (fen: number): string => `${fen > 0 ? '+' : ''}${yuanText(fen)}`
  const line = (name: string, policy: Policy, fen: number): string =>
    `${name}   ${textIn(policy.title, language)} ${policy.version}   ${yuanText(fen)}`
  return [
    line(say.base, policies.base, base.totals.amountFen),
    line(say.with, policies.other, other.totals.amountFen) + (base.input.synthetic ? `   ${say.synthetic}` : ''),
    '',
    ...table([
      [say.class, say.countBase, say.countWith, say.change],
      ...Object.entries(byClassOf(comparison)).map(([key, each]) => [
        names.get(key) ?? key,
        String(each.countBase),
        String(each.countWith),
        signed(each.changeFen),
      ]),
      [say.total, String(base.totals.communities), String(other.totals.communities), signed(shift.netFen)],
    ]),
    `${say.gains} ${signed(shift.gainsFen)} (${shift.gainers})   ${say.losses} ${signed(-shift.lossesFen)} (${shift.losers})`,
    ...(nothingOpen(base.totals) && nothingOpen(other.totals)
      ? []
      : [
          `${say.undecided} ${base.totals.undecided} → ${other.totals.undecided}   ${say.unknown} ${amountsUnknownIn(base.totals)} → ${amountsUnknownIn(other.totals)}`,
        ]),
  ].join('\n')
}
