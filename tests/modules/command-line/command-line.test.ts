import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CommandLine } from '../../../src-main/modules/command-line/index.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'
import { RESOURCES } from '../../support/open-app.ts'

const WAN = 1_000_000
const commandLine = new CommandLine({ resourcesFolder: RESOURCES, version: '0.0.0' })
const sample = { bytes: readFileSync(join(RESOURCES, 'sample-city.xlsx')), fileName: 'sample-city.xlsx', language: 'zh' as const }
const csv = (text: string): Uint8Array => new TextEncoder().encode(text)

describe("last year's amounts", () => {
  const reference = commandLine.policyNamed('reference')

  it('come from the allocation table of our own workbook of last year, with its classes, not from its column of the year before', async () => {
    const lastYear = await (await commandLine.planFromFile({ ...sample, policy: reference })).workbook()
    const { result } = await commandLine.planFromFile({
      ...sample,
      policy: commandLine.policyNamed('points-with-guarantee'),
      previous: { kind: 'file', bytes: lastYear, fileName: '上年.xlsx' },
    })
    expect(result.totals.previousFen).toBe(3590 * WAN)
    const from = new Map<string | null, number>()
    for (const flow of result.flows) from.set(flow.from, (from.get(flow.from) ?? 0) + flow.count)
    expect(Object.fromEntries(from)).toEqual({ A: 72, B: 66, C: 22, D: 20 })
  })

  it('come from the JSON of an earlier plan', async () => {
    const { result: earlier } = await commandLine.planFromFile({ ...sample, policy: reference })
    const { result } = await commandLine.planFromFile({
      ...sample,
      policy: reference,
      previous: { kind: 'file', bytes: csv(JSON.stringify(earlier)), fileName: 'plan.json' },
    })
    expect(result.totals.previousFen).toBe(earlier.totals.amountFen)
    expect(result.flows.every((flow) => flow.from === flow.to && flow.fen === 0)).toBe(true)
  })

  it('come from a short list, in which a community that is missing had none', async () => {
    const list = csv('社区代码,社区,金额（万元）\n630105001002,山川社区,15.5\n')
    const { result } = await commandLine.planFromFile({
      ...sample,
      policy: reference,
      previous: { kind: 'file', bytes: list, fileName: '上年.csv' },
    })
    expect(result.totals.previousFen).toBe(15.5 * WAN)
    expect(result.communities.filter((each) => each.previousFen === null)).toHaveLength(179)
  })

  it('are refused when the list has none of the communities, or no column of amounts', async () => {
    const refused = async (text: string): Promise<string[]> => {
      const plan = commandLine.planFromFile({
        ...sample,
        policy: reference,
        previous: { kind: 'file', bytes: csv(text), fileName: '上年.csv' },
      })
      const error = await plan.then(
        () => null,
        (thrown: unknown) => thrown,
      )
      return error instanceof AppError ? error.problems.map((each) => each.code) : [String(error)]
    }
    expect(await refused('街道,社区,金额（元）\n别处街道,别处社区,1\n')).toEqual(['import.noRows'])
    expect(await refused('街道,社区,常住人口\n朝阳街道,山川社区,17000\n')).toEqual(['import.columnMissing'])
  })

  it('can be one amount for all, which takes the place of what the sheet says', async () => {
    const { result } = await commandLine.planFromFile({ ...sample, policy: reference, previous: { kind: 'amount', fen: 10 * WAN } })
    expect(result.totals.previousFen).toBe(1800 * WAN)
  })
})

it('the order of rows and of columns changes neither hash nor result', async () => {
  const policy = commandLine.policyNamed('reference')
  const plan = async (text: string) =>
    (await commandLine.planFromFile({ bytes: csv(text), fileName: 'a.csv', policy, language: 'zh' })).result
  const one = await plan('区县,街道,社区,常住人口,区位\n甲区,一街道,东,2000,乡镇\n甲区,一街道,西,2500,乡镇\n')
  const other = await plan('社区,区位,区县,街道,常住人口\n西,乡镇,甲区,一街道,2500\n东,乡镇,甲区,一街道,2000\n')
  expect(other).toEqual(one)
})
