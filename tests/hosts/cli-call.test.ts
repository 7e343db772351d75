import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { operations } from '../../src-main/contract/operations.ts'
import { readStoredZip } from '../../src-main/shared/stored-zip.ts'
import { openDesk } from '../support/desk.ts'
import { emptyFolder } from '../support/open-app.ts'
import { runCli } from '../support/run-cli.ts'
import { partsOf } from '../support/zip.ts'

/** A plan of its own, and the same plan beside it, closed. */
async function twoOfOnePlan() {
  const desk = await openDesk()
  const { file } = (await desk.ask('app.status')).plan!
  await desk.close()
  const copy = join(emptyFolder(), '城市.quanheng')
  copyFileSync(file, copy)
  return { plan: copy, desk: await openDesk(desk.folder) }
}

const json = ({ stdout, stderr, status }: ReturnType<typeof runCli>): unknown => {
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout)
}

it('call answers what the dispatch of the app answers, one operation after the other, and signs what it changes', async () => {
  const { plan, desk } = await twoOfOnePlan()
  const key = (await desk.ask('communities.list')).find((each) => each.name === '祁连路西社区')!.key
  const search = { kind: 'amounts', unitFen: 100_000 } as const
  const demands = [{ kind: 'totalAtMost', fen: 3_500_000_00 * 10 } as const]
  const asked = [
    ['overrides.set', { key, class: 'C', reason: '核实' }],
    ['overrides.report', {}],
    ['scenarios.create', { name: '试算', numbers: [] }],
    ['scenarios.list', {}],
    ['goal.solve', { search, demands }],
    ['analysis.equity', {}],
    ['ledger.update', { edits: [{ key, field: 'spent', fen: 12_345 }] }],
    ['ledger.list', {}],
    ['statistics.get', {}],
    ['rollup.list', {}],
    ['history.list', {}],
  ] as const
  const inputs = join(emptyFolder(), 'inputs.json')
  writeFileSync(inputs, JSON.stringify(asked.map(([, input]) => input)))
  const names = asked.map(([name]) => name)
  const answers = json(runCli(['call', ...names, '--plan', plan, '--input', `@${inputs}`, '--operator', '王', '--json'])) as unknown[]

  await desk.ask('app.rename', { operator: '王' })
  const direct: unknown[] = []
  for (const [name, input] of asked) direct.push(await desk.ask(name, input as never))
  const timeless = (values: unknown[]): unknown => JSON.parse(JSON.stringify(values).replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"-"'))
  expect(timeless(answers)).toEqual(timeless(direct))
  const steps = answers.at(-1) as { operation: string; operator: string }[]
  expect(steps.slice(0, 3).map((each) => [each.operation, each.operator])).toEqual([
    ['ledger.update', '王'],
    ['scenarios.create', '王'],
    ['overrides.set', '王'],
  ])
})

it('call hands a file over, hands the id on, and writes the file that is answered', async () => {
  const { plan, desk } = await twoOfOnePlan()
  const sheet = join(emptyFolder(), '支出.csv')
  writeFileSync(sheet, '社区名称,支出（元）\n祁连路西社区,123.45\n')
  const applied = ['call', 'ledger.preview', 'ledger.apply', '--plan', plan, '--file', sheet, '--operator', '王', '--json']
  expect((json(runCli(applied)) as unknown[])[1]).toEqual({ changed: 1 })
  const note = join(emptyFolder(), '说明.docx')
  expect(runCli(['call', 'report.export', '--plan', plan, '--input', '{"language":"zh"}', '--out', note])).toMatchObject({ status: 0 })
  const { base64 } = await desk.ask('report.export', { language: 'zh' })
  const text = async (bytes: Uint8Array): Promise<string> => (await partsOf(bytes))['word/document.xml']!
  expect(await text(readFileSync(note))).toBe(await text(Buffer.from(base64, 'base64')))
})

it('call refuses as the app refuses, with the status of the other commands', async () => {
  const { plan, desk } = await twoOfOnePlan()
  const before = readFileSync(plan)
  const set = ['call', 'overrides.set', '--plan', plan, '--input']
  const { key } = (await desk.ask('communities.list'))[0]!
  const given = JSON.stringify({ key, class: 'C', reason: '核实' })
  expect(runCli([...set, given])).toMatchObject({ status: 2, stderr: expect.stringContaining('--operator NAME') })
  expect(runCli([...set, JSON.stringify({ key }), '--operator', '王'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('class'),
  })
  expect(readFileSync(plan).equals(before)).toBe(true)
  expect((await desk.ask('app.status')).plan).not.toBeNull()
  const open = (await desk.ask('app.status')).plan!.file
  expect(runCli(['call', 'app.status', '--plan', open])).toMatchObject({ status: 1, stderr: expect.stringContaining('another window') })
})

it.each([
  [['call'], 2, 'OPERATION'],
  [['call', 'overrides.list'], 2, '--plan FILE'],
  [['call', 'nothing.at.all', '--plan', 'x'], 2, 'nothing.at.all'],
  [['call', 'overrides.list', '--plan', 'x.quanheng', '--data', 'y'], 2, '--data'],
  [['call', 'overrides.list', '--plan', 'x.quanheng', '--input', '{'], 2, "can't be read"],
  [['call', 'overrides.list', 'ledger.list', '--plan', 'x.quanheng', '--input', '[{}]'], 2, 'as many items'],
  [['call', 'overrides.list', '--plan', 'nobody.quanheng'], 1, 'nobody.quanheng'],
])('%j is refused with status %i and words', (given, wanted, words) => {
  const { status, stderr } = runCli(given)
  expect({ status, stderr }).toMatchObject({ status: wanted, stderr: expect.stringContaining(words) })
})

it('operations lists every operation, and says what one takes and answers', () => {
  const listed = json(runCli(['operations', '--json'])) as { name: string; kind: string; summary: string }[]
  expect(listed).toEqual(Object.entries(operations).map(([name, { kind, summary }]) => ({ name, kind, summary })))
  expect(json(runCli(['operations', 'overrides.set']))).toMatchObject({
    kind: 'command',
    input: { required: ['key', 'class', 'reason'], additionalProperties: false },
  })
})

it('makes the bundle for whoever maintains the program also of a plan that can not be opened', () => {
  const folder = emptyFolder()
  const [plan, out] = [join(folder, '西宁市.quanheng'), join(folder, 'bundle.zip')]
  writeFileSync(plan, 'SQLite format 3\0'.padEnd(5000, 'x'))
  const { status, stderr } = runCli(['call', 'app.bundle', '--plan', plan, '--out', out])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const [about] = readStoredZip(readFileSync(out), 'bundle', 'about.json')
  const told = new TextDecoder().decode(about!.bytes)
  expect(JSON.parse(told)).toMatchObject({ host: 'web', started: ['plan.notOurs'], withPlan: false })
  expect(told).not.toContain('西宁')
})
