import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { plainLog } from '../../src-main/desk/plain-log.ts'
import { startApp } from '../../src-main/desk/start.ts'
import { dispatch, dispatchContext } from '../../src-main/desk/dispatch.ts'
import { LOG_FILE } from '../../src-main/shared/logger.ts'
import { readStoredZip } from '../../src-main/shared/stored-zip.ts'
import { openDesk } from '../support/desk.ts'
import { emptyFolder, RESOURCES } from '../support/open-app.ts'

const partsOf = (base64: string): Map<string, string> =>
  new Map(
    readStoredZip(Buffer.from(base64, 'base64'), 'bundle', 'about.json').map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
  )

/** What an app writes when something goes wrong, with names and amounts in every place in which they can come to stand. */
const LOG = `2026-11-23T01:00:00.000Z error incident K7Q2MX during result.get: TypeError: Cannot read properties of undefined (reading 'amountFen')
    at amountOf (file:///home/someone/权衡/src-main/engine/allocation/pipeline.ts:12:34)
    at 祁连路西社区 (C:\\Users\\Zhang Min\\Desktop\\plan.ts:3:4)
    at node:internal/process/task_queues:104:5
2026-11-23T01:00:01.000Z error incident ABC234 in the page: SyntaxError: Unexpected token '祁', "祁连路西社区 300000.00" is not valid JSON
2026-11-23T01:00:02.000Z info plan.open: plan.damaged: SQLITE_CORRUPT /home/someone/西宁市.quanheng Riverside 15000000
caused by Error: ENOSPC: no space left on device, write 'C:\\Users\\Zhang Min\\山川社区.xlsx'
Riverside owes 12.5
`

it('without the plan the log says when, where and which kind of error, and nothing of a plan or a person', () => {
  const plain = plainLog(LOG)
  expect(plain.split('\n')).toEqual([
    '2026-11-23T01:00:00.000Z error incident K7Q2MX during result.get TypeError Cannot read properties of undefined reading …',
    '    at amountOf (src-main/engine/allocation/pipeline.ts:12:34)',
    'at …',
    '    at (node:internal/process/task_queues:104:5)',
    '2026-11-23T01:00:01.000Z error incident ABC234 in the page SyntaxError … is not …',
    '2026-11-23T01:00:02.000Z info plan.open plan.damaged SQLITE_CORRUPT …',
    'caused by … ENOSPC no …',
  ])
})

it('holds versions, the state of the plan file and the log; the plan, its names and its amounts only if wanted', async () => {
  const { ask, folder } = await openDesk()
  appendFileSync(join(folder, LOG_FILE), LOG)
  const communities = await ask('communities.list', {})
  const { communities: results } = await ask('result.get')
  const bundle = partsOf((await ask('app.bundle', {})).base64)
  expect([...bundle.keys()]).toEqual(['about.json', 'log.txt'])
  const about = JSON.parse(bundle.get('about.json')!) as { plan: { check: string; format: number; newest: number; rows: object } }
  expect(about).toMatchObject({ app: '0.0.0', host: 'test', started: [], withPlan: false, plan: { check: 'ok', rows: { community: 180 } } })
  expect(about.plan.format).toBe(about.plan.newest)

  const whole = [...bundle.values()].join('\n')
  const names = communities.flatMap(({ name, code, district, subdistrict }) => [name, code, district, subdistrict])
  const amounts = results.flatMap(({ amountFen }) => (amountFen === null ? [] : [String(amountFen), String(amountFen / 100)]))
  const told = [...names, ...amounts, folder, '示例城市', '祁连路西', 'Riverside', 'Zhang', 'someone', '西宁市'].filter(
    (each) => each !== '',
  )
  const numbers = new Set(whole.match(/\d+/g))
  expect(told.filter((each) => (/^\d+$/.test(each) ? numbers.has(each) : whole.includes(each)))).toEqual([])

  const withPlan = partsOf((await ask('app.bundle', { withPlan: true })).base64)
  expect([...withPlan.keys()]).toEqual(['about.json', 'log.txt', 'plan.quanheng'])
  expect(withPlan.get('log.txt')).toBe(LOG)
  expect(withPlan.get('plan.quanheng')).toContain('祁连路西社区')
})

it('is there when the plan is damaged, and when the app has not started at all', async () => {
  const folder = emptyFolder()
  writeFileSync(join(folder, '坏.quanheng'), 'SQLite format 3\0'.padEnd(200, 'x'))
  const { ask } = await openDesk(folder)
  const { startProblems } = await ask('app.status')
  expect(startProblems).not.toEqual([])
  expect(JSON.parse(partsOf((await ask('app.bundle', { withPlan: true })).base64).get('about.json')!)).toMatchObject({
    started: startProblems.map(({ code }) => code),
    withPlan: false,
  })

  const logger = { error: () => undefined, info: () => undefined }
  const options = { dataFolder: folder, resourcesFolder: RESOURCES, version: '0.0.0', now: () => new Date('2026-11-23T01:00:00Z'), logger }
  const failed = await startApp(() => Promise.reject(new Error('no disk')), options)
  const reply = await dispatch(failed.service, 'app.bundle', {}, dispatchContext('test', logger, true))
  expect(reply.ok && JSON.parse(partsOf((reply.value as { base64: string }).base64).get('about.json')!)).toMatchObject({
    started: ['internal.start'],
    plan: null,
  })
})
