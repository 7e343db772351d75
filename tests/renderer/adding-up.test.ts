import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { mostWanDecimals, writtenTable } from '../../src-renderer/format/money.ts'
import { groupByPlace } from '../../src-renderer/format/grouping.ts'
import { changeOf } from '../../src-main/model/compared-rows.ts'
import { shownAmounts, type AmountColumn } from '../../src-renderer/print/displayed.ts'
import { classLines } from '../../src-renderer/modules/comparison/open-classes.ts'
import { comparisonWorkbook } from '../../src-main/documents/comparison-workbook/index.ts'
import { open, rowOf, rowsBelow } from '../documents/workbook/reading.ts'
import { compared } from '../documents/comparison-workbook/compared.ts'
import { MATURE, OLD, smallPlan } from '../support/desk.ts'
import { community } from './results.ts'

afterEach(() => void (mostWanDecimals.value = 2))

/** A shown number in its last decimals, as whole steps; a dash or an empty cell is no number. */
const shown = (text: string): number | null => (/\d/.test(text) ? Math.round(Number(text.replace(/[,+]/g, '')) * 1_000_000) : null)
const added = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + (shown(text) ?? 0), 0)

const fen = fc.integer({ min: 0, max: 500_000_000 })
const unknown = fc.option(fen, { freq: 8 })
const columns = fc.array(fc.tuple(unknown, unknown), { minLength: 1, maxLength: 20 })
const sumOf = (cells: readonly (number | null)[]): number => cells.reduce<number>((sum, each) => sum + (each ?? 0), 0)

describe('a table on the screen', () => {
  it.each([
    ['wan', 2],
    ['wan', 4],
    ['yuan', 2],
  ] as const)('in %s with %i decimals: columns add up as shown, differences are those of their rows', (unit, decimals) => {
    mostWanDecimals.value = decimals
    fc.assert(
      fc.property(columns, (rows) => {
        const [before, now] = [rows.map(([one]) => one), rows.map(([, other]) => other)]
        const change = rows.map(([one, other]) => (one === null || other === null ? null : other - one))
        const table = writtenTable(
          {
            before: { cells: before, total: sumOf(before) },
            now: { cells: now, total: sumOf(now) },
            change: { cells: change, total: sumOf(change), differenceOf: ['now', 'before'] },
          },
          unit,
        )
        for (const { cells, total } of Object.values(table.columns)) {
          expect(added(cells)).toBe(shown(total))
          for (const cell of cells) expect((cell.split('.')[1] ?? '').length).toBeLessThanOrEqual(decimals)
        }
        change.forEach((exact, at) => {
          const [from, to, by] = (['before', 'now', 'change'] as const).map((key) => shown(table.columns[key].cells[at]!))
          if (exact !== null) expect(to! - from!).toBe(by)
        })
      }),
      { numRuns: 200 },
    )
  })
})

describe('a table on paper', () => {
  const AMOUNTS: AmountColumn[] = [
    { key: 'previous', fenOf: (each) => each.previousFen },
    { key: 'amount', fenOf: (each) => each.amountFen },
    { key: 'change', fenOf: changeOf, signed: true, differenceOf: ['amount', 'previous'] },
  ]
  it('adds up on every level as shown, and each change is that of its row', () => {
    fc.assert(
      fc.property(columns, fc.constantFrom<2 | 0 | null>(2, 0, null), (rows, decimals) => {
        const communities = rows.map(([previousFen, amountFen], at) => ({
          ...community(`k${at}`, `区${at % 2}/街${at % 4}`),
          previousFen,
          amountFen,
        }))
        const groups = groupByPlace(communities)
        const { columns: found } = shownAmounts(groups, AMOUNTS, { unit: 'wan', decimals })
        for (const { total, ...levels } of Object.values(found))
          for (const level of Object.values(levels)) if (total !== '') expect(added([...level.values()])).toBe(shown(total))
        const rowsOf = (level: 'communities' | 'subdistricts' | 'districts', key: string) =>
          AMOUNTS.map((column) => shown(found[column.key]![level].get(key)!))
        const lines = [
          ...communities.map((each) => rowsOf('communities', each.key)),
          ...groups.flatMap((group) => [
            rowsOf('districts', group.key),
            ...group.subdistricts.map((part) => rowsOf('subdistricts', part.key)),
          ]),
          AMOUNTS.map((column) => shown(found[column.key]!.total)),
        ]
        // A sum that holds somebody of one year only has no change; every other is the difference of the two beside it.
        for (const [from, to, by] of lines) if (by !== null) expect(to! - from!).toBe(by)
        const isWhole = communities.every((each) => (each.previousFen === null) === (each.amountFen === null))
        if (isWhole && communities.some((each) => changeOf(each) !== null)) expect(lines.at(-1)![2]).not.toBeNull()
      }),
      { numRuns: 200 },
    )
  })
})

describe('the comparison by class', () => {
  it('is the whole of both plans, and its members make up the net change, also while some are undecided', async () => {
    const { ask } = await smallPlan({ 甲: MATURE, 乙: OLD, 丙: { ...MATURE, residents: null, courtyards: null } })
    const comparison = await ask('comparison.get', {
      sides: [
        { kind: 'policy', year: 2025, id: 'reference', version: '1.0.1' },
        { kind: 'policy', year: 2025, id: 'flat-2018', version: '1.0.1' },
      ],
    })
    const lines = classLines(comparison, 1, ['A', 'B', 'C', 'D'])
    for (const [side, { totals }] of comparison.sides.entries()) {
      expect(lines.reduce((sum, line) => sum + line.sides[side]!.count, 0)).toBe(totals.communities)
      expect(lines.reduce((sum, line) => sum + (line.sides[side]!.amountFen ?? 0), 0)).toBe(totals.amountFen)
    }
    expect(lines.reduce((sum, line) => sum + line.members.changeFen, 0)).toBe(comparison.versus[0]!.shift.netFen)
    for (const { members } of lines) expect(members.withFen - members.baseFen).toBe(members.changeFen)
    expect(lines.some((line) => line.isOpen)).toBe(true)
  })
})

it.each([1, 2, 3])('the comparison as a workbook, %i: columns by class add up, each difference is that of its row', async (seed) => {
  const sheet = open(await comparisonWorkbook(compared(seed, 'zh'))).Sheets['总览']!
  const tables = [
    { heading: '按类别', before: '基准金额', now: '对照金额' },
    {
      heading: '对照办法下归入各类的社区：以前、现在、增减（只含双方金额都已知的社区）',
      before: '以前（基准金额）',
      now: '现在（对照金额）',
    },
  ]
  for (const { heading, before, now } of tables) {
    const rows = rowsBelow(sheet, rowOf(sheet, heading) + 1)
    const total = rows.at(-1)!
    for (const column of [before, now, '增减'])
      expect(
        rows.slice(0, -1).reduce((sum, row) => sum + Number(row[column]), 0),
        column,
      ).toBeCloseTo(Number(total[column]), 4)
    for (const row of rows) expect(Number(row[now]) - Number(row[before])).toBeCloseTo(Number(row['增减']), 4)
  }
})
