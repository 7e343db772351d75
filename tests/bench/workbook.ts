import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { planWorkbook } from '../../src-main/documents/workbook/index.ts'
import type { WorkbookInput } from '../../src-main/documents/workbook/index.ts'
import { cityPlan } from '../documents/workbook/real-plans.ts'
import { manyCommunities } from './many-communities.ts'

/**
 * How long the workbook of many communities takes, against writing rows of the same number and width plain: no formulas, no
 * styles, no second
 * pass. Each is done in a process of its own, so that neither sees the other's
 * memory; the plan itself is there before the clock starts, and is most of the memory. Run by hand: `node tests/bench/workbook.ts
 * [COMMUNITIES] [PRESET]`
 */
const [COMMUNITIES, PRESET] = [Number(process.argv[2] ?? 100_000), process.argv[3] ?? 'reference']

const MEGABYTE = 1024 * 1024

const whole = async (input: WorkbookInput): Promise<number> => (await planWorkbook(input)).byteLength

/** The rows and columns that the workbook has, as numbers and texts. */
async function plain(input: WorkbookInput): Promise<number> {
  const { default: exceljs } = await import('exceljs')
  const chunks: Uint8Array[] = []
  const { Writable } = await import('node:stream')
  const stream = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      chunks.push(chunk)
      done()
    },
  })
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream })
  const place = (each: (typeof input.result.communities)[number]): unknown[] => [
    each.district,
    each.subdistrict,
    each.name,
    each.code,
    each.class,
    each.previousFen,
  ]
  const tables = [
    input.result.communities.map((each, i) => [i + 1, ...place(each), each.amountFen, each.cityFen, each.districtFen, '']),
    input.result.communities.map((each, i) => [i + 1, ...place(each), each.rule, '', '', '']),
    input.result.communities.map((each, i) => [i + 1, ...place(each), ...each.trace.map((line) => line.fen), each.amountFen, '']),
    input.facts.map((each) => [each.code, each.name, each.district, each.subdistrict, ...Object.values(each.values), each.previousFen]),
  ]
  for (const [i, rows] of tables.entries()) {
    const sheet = workbook.addWorksheet(`${i}`)
    for (const [at, row] of rows.entries()) {
      sheet.addRow(row).commit()
      if (at % 200 === 199) await new Promise(setImmediate)
    }
    sheet.commit()
  }
  await workbook.commit()
  return chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
}

/** Seconds of the clock and of the processor: on a busy machine only the latter can be compared. */
interface Measured {
  seconds: number
  cpuSeconds: number
  planMegabytes: number
  megabytes: number
  fileMegabytes: number
}

function measure(what: 'whole' | 'plain'): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(COMMUNITIES), PRESET], {
    env: { ...process.env, BENCH_WORKBOOK: what },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Measured
}

const asked = process.env['BENCH_WORKBOOK']
if (asked === undefined) {
  const [own, rows] = [measure('whole'), measure('plain')]
  const line = (name: string, { seconds, cpuSeconds, planMegabytes, megabytes, fileMegabytes }: Measured): string =>
    `${name.padEnd(10)}${seconds.toFixed(1)} s  processor ${cpuSeconds.toFixed(1)} s  ${planMegabytes.toFixed(0)} MB with the plan, ${megabytes.toFixed(0)} MB at most  file ${fileMegabytes.toFixed(1)} MB`
  process.stdout.write(`${COMMUNITIES} communities, ${PRESET}\n${line('workbook', own)}\n${line('plain', rows)}\n`)
  process.stdout.write(
    `ratio     processor time ${(own.cpuSeconds / rows.cpuSeconds).toFixed(2)}x  memory ${(own.megabytes / rows.megabytes).toFixed(2)}x\n`,
  )
} else {
  const input = cityPlan(PRESET, { facts: manyCommunities(COMMUNITIES) })
  const planMegabytes = process.memoryUsage.rss() / MEGABYTE
  const since = performance.now()
  const before = process.cpuUsage()
  const bytes = await (asked === 'whole' ? whole(input) : plain(input))
  const { maxRSS } = process.resourceUsage()
  const { user, system } = process.cpuUsage(before)
  process.stdout.write(
    JSON.stringify({
      seconds: (performance.now() - since) / 1000,
      cpuSeconds: (user + system) / 1e6,
      planMegabytes,
      megabytes: maxRSS / 1024,
      fileMegabytes: bytes / MEGABYTE,
    } satisfies Measured),
  )
}
