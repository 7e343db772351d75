import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder, openApp } from '../../support/open-app.ts'
import { runCli } from '../../support/run-cli.ts'
import { ROOT } from '../../support/project.ts'
import { unpackEverything } from './structure.ts'

const SAMPLE = join(ROOT, 'resources/sample-city.xlsx')
const FORMER = 'the workbook of last week'

/** @returns a folder with a former workbook at the place where the new one is to go. */
function formerWorkbook(): { folder: string; path: string } {
  const folder = emptyFolder()
  const path = join(folder, 'plan.xlsx')
  writeFileSync(path, FORMER)
  return { folder, path }
}
function expectUntouched({ folder, path }: { folder: string; path: string }): void {
  expect(readFileSync(path, 'utf8')).toBe(FORMER)
  expect(readdirSync(folder)).toEqual(['plan.xlsx'])
}

describe("where the workbook can't be written, the former one stays whole", () => {
  it('read-only', () => {
    const target = formerWorkbook()
    chmodSync(target.path, 0o444)
    const { status, stderr } = runCli(['plan', SAMPLE, '--out', target.path])
    expect([status, stderr]).toEqual([expect.any(Number), expect.stringMatching(/plan\.xlsx.*can't be written/)])
    expect(status).not.toBe(0)
    expectUntouched(target)
  })

  it.skipIf(process.platform === 'win32')('no more room', () => {
    const target = formerWorkbook()
    // No file of the process may be longer than 20 kilobytes: writing fails half way, as on a full disk.
    const command = 'ulimit -f 40; exec "$0" "$@"'
    const given = ['-c', command, process.execPath, join(ROOT, 'src-main/hosts/cli/main.ts'), 'plan', SAMPLE, '--out', target.path]
    const { status, stderr } = spawnSync('sh', given, {
      encoding: 'utf8',
      env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '' },
    })
    expect([status, stderr]).toEqual([expect.any(Number), expect.stringMatching(/plan\.xlsx.*can't be written/)])
    expect(status).not.toBe(0)
    expectUntouched(target)
  })
})

describe('what the app hands out', () => {
  it('is a draft until this very plan is adopted, and then has the date of its adoption', async () => {
    const { call } = await openApp()
    const parts = async () => unpackEverything(Buffer.from((await call['workbook.export']({ language: 'zh' })).base64, 'base64'))
    const draft = await parts()
    expect(draft.get('xl/worksheets/sheet1.xml')).toContain('草案')
    expect(draft.get('docProps/core.xml')).not.toContain('<dcterms:')
    const { adopted } = await call['plan.adopt']({ title: '定稿' })
    const kept = await parts()
    expect(kept.get('xl/worksheets/sheet1.xml')).not.toContain('草案')
    expect(kept.get('docProps/core.xml')).toContain(`>${adopted.slice(0, 19)}`)
    expect(await parts()).toEqual(kept)
  })
})
