import { describe, expect, it } from 'vitest'
import { STATISTICS_COLUMNS, type Statistics } from '../../../src-main/model/statistics.ts'
import { statisticsWorkbook } from '../../../src-main/documents/statistics-workbook/index.ts'
import { libreOffice, recalculate, WHY_SKIPPED } from '../workbook/libre-office.ts'
import { cellsOf } from '../workbook/reading.ts'

const cells = (communities: number, amount: number, spent: number): Statistics['total'] => ({
  communities,
  inPlace: communities,
  amount,
  average: communities === 0 ? null : Math.round(amount / communities),
  previous: 2 * amount,
  change: -amount,
  urban: communities,
  urbanAmount: amount,
  township: 0,
  townshipAmount: 0,
  reported: communities,
  allocated: amount,
  spent,
  rate: amount === 0 ? null : spent / amount,
  carried: amount - spent,
})
const row = (key: string, ...of: [number, number, number]): Statistics['sections'][number]['rows'][number] => ({
  key,
  name: { zh: key, en: key },
  cells: cells(...of),
})
const sections: Statistics['sections'] = [
  { key: 'area', rows: [row('城镇', 5, 130_001, 100), row('乡镇', 1, 7, 7)] },
  { key: 'class', rows: [row('A', 6, 130_008, 107)] },
  { key: 'district', rows: [row('东区', 4, 130_001, 107), row('北区', 2, 7, 0), row('西区', 0, 0, 0)] },
]
const total = cells(6, 130_008, 107)
const table = (columns: Statistics['settings']['columns'], more: Partial<Statistics> = {}): Statistics => ({
  year: 2026,
  synthetic: false,
  settings: { title: '', columns, sections: ['area', 'class', 'district'], area: null },
  total,
  sections,
  undecided: 0,
  problems: [],
  ...more,
})

const notKnown = { allocated: null, spent: null, rate: null, carried: null }
const unknownUse = table(['communities', 'allocated', 'spent', 'rate'], {
  total: { ...total, ...notKnown },
  sections: sections.map((each) => ({ ...each, rows: each.rows.map((own) => ({ ...own, cells: { ...own.cells, ...notKnown } })) })),
})

describe('the workbook of the statistics', () => {
  it('has SUM formulas below each section, divisions for rates, and the right values stored beside them', async () => {
    const bytes = await statisticsWorkbook(table(['communities', 'amount', 'allocated', 'spent', 'rate']), 'zh')
    const found = new Map(cellsOf(bytes))
    expect(found.get('B7')).toMatchObject({ f: 'SUM(B5:B6)', v: 6 })
    expect(found.get('C7')).toMatchObject({ f: 'SUM(C5:C6)', v: 1300.08 })
    expect(found.get('F5')).toMatchObject({ f: 'IF(N(D5)=0,"",E5/D5)', v: 100 / 130_001 })
    expect(found.get('F7')).toMatchObject({ f: 'IF(N(D7)=0,"",E7/D7)', v: 107 / 130_008 })
    expect([...found.values()].filter((cell) => cell.f?.startsWith('SUM')).length).toBe(3 * 4)
    expect(found.get('A1')!.v).toBe('2026年社区服务群众专项经费统计表')
  })

  it('leaves empty what is not known: nothing known adds up to nothing, and not to 0', async () => {
    const found = new Map(cellsOf(await statisticsWorkbook(unknownUse, 'zh')))
    for (const address of ['C5', 'D5', 'E5']) expect(found.get(address)?.v ?? '', address).toBe('')
    expect(found.get('C7')).toMatchObject({ f: 'IF(COUNT(C5:C6)=0,"",SUM(C5:C6))', v: '' })
    expect(found.get('E7')).toMatchObject({ f: 'IF(N(C7)=0,"",D7/C7)', v: '' })
    expect(found.get('B7')).toMatchObject({ v: 6 })
  })

  it('gives the value where what it is divided by is not in the table, and marks invented figures', async () => {
    const found = new Map(cellsOf(await statisticsWorkbook(table(['rate'], { synthetic: true }), 'en')))
    expect(found.get('B5')).toMatchObject({ v: 100 / 130_001 })
    expect(found.get('B5')!.f).toBeUndefined()
    expect(found.get('A1')!.v).toContain('Sample data (synthetic)')
  })

  it.skipIf(libreOffice === null)(
    `recalculated by LibreOffice is the same in every cell${WHY_SKIPPED}`,
    async () => {
      const before = [
        await statisticsWorkbook(table([...STATISTICS_COLUMNS]), 'zh'),
        await statisticsWorkbook(table([...STATISTICS_COLUMNS], { sections: [] }), 'en'),
        await statisticsWorkbook(unknownUse, 'zh'),
      ]
      const after = await recalculate(before)
      for (const [position, bytes] of before.entries()) {
        const computed = new Map(cellsOf(after[position]!))
        const stored = cellsOf(bytes)
        expect(stored.filter(([, cell]) => cell.f !== undefined).length).toBeGreaterThan(9)
        for (const [address, { v }] of stored) {
          const other = computed.get(address)?.v
          if (typeof v === 'number') expect(other, address).toBeCloseTo(v, 8)
          else expect(other ?? '', address).toBe(v ?? '')
        }
      }
    },
    240_000,
  )
})
