import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAppeals } from '../../src-main/documents/appeals/index.ts'
import { readSpreadsheet } from '../../src-main/documents/import/read-spreadsheet.ts'
import { bookBytes } from '../support/register-sheet.ts'

/**
 * How much longer the tickets of a hotline take to be read and counted than the same file takes to be parsed and each of its cells to be
 * looked at once; both in one run, the quickest of several. The aim is at most 1.3 times.
 * Run by hand: `node tests/bench/appeals.ts [TICKETS] [COMMUNITIES]`
 */
const TICKETS = Number(process.argv[2] ?? 100_000)
const COMMUNITIES = Number(process.argv[3] ?? 180)
const RUNS = 4
const MOST = 1.3

const two = (number: number): string => String(number).padStart(2, '0')
const dayOf = (at: number): string => `2026-${two(1 + (at % 12))}-${two(1 + (at % 28))}`
const HEAD = [
  '工单编号',
  '受理时间',
  '街道',
  '承办社区',
  '诉求类别',
  '诉求来源',
  '诉求人姓名',
  '诉求内容',
  '办结时间',
  '是否按时',
  '是否重复',
]
const SUBJECTS = ['物业管理', '环境卫生', '设施维修', '其他']
const rows = Array.from({ length: TICKETS }, (_, at) => [
  ...[`R${at}`, `${dayOf(at)} 09:${two(at % 60)}`, `街道${at % 12}`, `社区${at % COMMUNITIES}`, SUBJECTS[at % SUBJECTS.length]],
  ...['12345热线', '某某', `楼道灯不亮第${at}次反映`, dayOf(at), at % 9 === 0 ? '否' : '是', at % 20 === 0 ? '是' : '否'],
])

const folder = mkdtempSync(join(tmpdir(), 'quanheng-bench-'))
const bytes = Buffer.from(await bookBytes({ 工单: [HEAD, ...rows] }), 'base64')
writeFileSync(join(folder, 'tickets.xlsx'), bytes)

/** The parse alone, with every cell looked at as a reader sees it. */
async function raw(): Promise<number> {
  const begun = performance.now()
  const { sheets } = await readSpreadsheet(bytes, 'tickets.xlsx')
  let signs = 0
  for (const sheet of sheets)
    for (const row of sheet.rows) for (let column = 1; column <= sheet.columns; column++) signs += sheet.shown(row, column).length
  if (signs === 0) throw new Error('nothing was read')
  return performance.now() - begun
}

async function counted(): Promise<number> {
  const begun = performance.now()
  const book = await readSpreadsheet(bytes, 'tickets.xlsx')
  const { rows: taken, places } = readAppeals(book, { file: 'tickets.xlsx', year: 2026, source: 'hotline' })
  if (taken !== TICKETS || places.length < COMMUNITIES) throw new Error(`${taken} tickets of ${places.length} places`)
  return performance.now() - begun
}

const times = { raw: [] as number[], counted: [] as number[] }
for (let run = 0; run < RUNS; run++) {
  times.raw.push(await raw())
  times.counted.push(await counted())
}
rmSync(folder, { recursive: true })
const [parse, count] = [Math.min(...times.raw), Math.min(...times.counted)]
const ratio = count / parse
process.stdout.write(
  `${TICKETS} tickets: parsed in ${parse.toFixed(0)} ms, counted in ${count.toFixed(0)} ms, ratio ${ratio.toFixed(2)} (at most ${MOST})\n`,
)
if (ratio > MOST) process.exitCode = 1
