import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { openAppWindow } from '../../../src-main/hosts/web/browser-window.ts'
import { RESOURCES, ROOT } from '../../support/project.ts'
import { openSession, startWebHostProcess } from '../../support/web-host.ts'
import { runCli } from '../../support/run-cli.ts'
import { Double } from '../../window/open-double.ts'

/** A morning's work in one of the hosts. Arguments: which, a folder of its own, a whole browser. */
const [host = '', folder = '', browser = ''] = process.argv.slice(2)
const data = join(folder, 'data')
mkdirSync(data)
const PAPERS = ['allocation', 'classification', 'payers'] as const

/** The app's own way of opening its window, but that the browser shows it nowhere. */
function headless(): string {
  const program = join(folder, 'browser.sh')
  writeFileSync(program, `#!/bin/sh\nexec "${browser}" --headless=new "$@"\n`)
  chmodSync(program, 0o755)
  return program
}

const check = (isTrue: boolean, what: string): void => {
  if (!isTrue) throw new Error(what)
}

async function web(): Promise<void> {
  const running = await startWebHostProcess(data, join(ROOT, 'out/main/web.js'))
  const call = await openSession(running.address)
  const window = openAppWindow(headless(), running.origin, join(folder, 'profile'))
  for (const table of PAPERS) {
    const { reply } = await call('document.pdf', { table })
    check((reply as { ok: boolean }).ok, JSON.stringify(reply))
  }
  check(window.exitCode === null, 'the window is still there')
  window.kill()
  check((await running.end()) === 0, 'the host ended well')
}

async function double(): Promise<void> {
  const window = new Double(data, join(folder, 'home'))
  const page = await window.page()
  await expect(page.getByRole('heading').first()).toBeVisible()
  const request = JSON.stringify({ name: 'document.pdf', input: { table: 'allocation' } })
  const reply = await page.evaluate(
    (text) => (globalThis as unknown as { bridge: { call(text: string): Promise<string> } }).bridge.call(text),
    request,
  )
  check((JSON.parse(reply) as { ok: boolean }).ok, reply)
  check((await window.end()) === 0, 'the window ended well')
}

function cli(): void {
  const sample = join(RESOURCES, 'sample-city.xlsx')
  const [pdf, workbook] = [join(folder, 'a.pdf'), join(folder, 'a.xlsx')]
  for (const given of [
    ['plan', sample, '--out', workbook],
    ['print', sample, '--table', 'allocation', '--out', pdf],
  ]) {
    const { status, stderr } = runCli(given)
    check(status === 0, stderr)
  }
}

/** What is found must be found: asks for a name, and for an address. */
async function talkative(): Promise<void> {
  await fetch('http://example.com/', { signal: AbortSignal.timeout(3000) }).catch(() => undefined)
  await fetch('http://192.0.2.1/', { signal: AbortSignal.timeout(1000) }).catch(() => undefined)
}

const WORK: Readonly<Record<string, () => unknown>> = { web, double, cli, talkative }
await WORK[host]!()
// Whoever asked for a name would wait for its answer, which nobody gives.
process.exit()
