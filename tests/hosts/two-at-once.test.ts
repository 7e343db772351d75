import { hostname } from 'node:os'
import { join } from 'node:path'
import { symlinkSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { MATURE, smallPlan } from '../support/desk.ts'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/project.ts'
import { openSession, startWebHostProcess, type RunningWebHost } from '../support/web-host.ts'

const started = async (folder: string): Promise<RunningWebHost> => {
  const window = await startWebHostProcess(folder)
  onTestFinished(() => void window.process.kill('SIGKILL'))
  return window
}
/** A window of its own over a data folder with one plan, signed by whoever opened it. */
async function withWindow() {
  const desk = await smallPlan({ 甲: MATURE })
  const { file } = (await desk.ask('app.status')).plan!
  await desk.ask('app.rename', { operator: '王建国' })
  await desk.close()
  const window = await started(desk.folder)
  return { folder: desk.folder, file, window, ask: await openSession(window.address) }
}
const statusOf = async (window: RunningWebHost) =>
  (
    (await (await openSession(window.address))('app.status')).reply as {
      value: { plan: { name: string } | null; startProblems: unknown[] }
    }
  ).value

it('of two windows over one data folder the first works and the second is told who, and opens the plan when the first is gone', async () => {
  const { folder, file, window, ask } = await withWindow()
  const second = await started(folder)
  const { plan, startProblems } = await statusOf(second)
  expect(plan).toBeNull()
  const who = { host: hostname(), process: window.process.pid, operator: '王建国', since: expect.stringMatching(/^20\d\d-/) }
  expect(startProblems).toMatchObject([{ code: 'plan.locked', params: who }])
  expect((await ask('communities.add', { code: '', name: '乙', district: '东区', subdistrict: '一街道' })).reply).toMatchObject({
    ok: true,
  })
  // Also by a link, which is the same plan.
  const { folder: elsewhere, remove } = temporaryFolder('links')
  onTestFinished(remove)
  symlinkSync(file, join(elsewhere, '链接.quanheng'))
  const asSecond = await openSession(second.address)
  const byLink = () => asSecond('plan.open', { file: join(elsewhere, '链接.quanheng') })
  expect((await byLink()).reply).toMatchObject({ ok: false, problems: [{ code: 'plan.locked', params: who }] })
  window.process.kill('SIGKILL')
  await new Promise((resolve) => window.process.once('exit', resolve))
  expect((await byLink()).reply).toMatchObject({ ok: true })
  expect((await asSecond('communities.list')).reply).toMatchObject({ value: { length: 2 } })
})

it('while a window has the plan the command line only reads it, and says who has it where it would write', async () => {
  const { file, window, folder } = await withWindow()
  expect(runCli(['log', 'verify', file]).status).toBe(0)
  expect(JSON.parse(runCli(['backups', file, '--json']).stdout)).toHaveLength(1)
  for (const refused of [
    runCli(['call', 'communities.list', '--plan', file]),
    runCli(['backups', file, '--restore', JSON.parse(runCli(['backups', file, '--json']).stdout)[0].backup]),
  ])
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringMatching(/open in another window.*王建国/) })
  expect(runCli(['copy', file, '--out', join(folder, 'copy.quanheng')]).stderr).toMatch(/王建国/)
  expect(await window.end()).toBe(0)
  expect(runCli(['call', 'communities.list', '--plan', file]).status).toBe(0)
})
