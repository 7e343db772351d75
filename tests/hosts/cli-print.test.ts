import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { RESOURCES, ROOT, temporaryFolder } from '../support/project.ts'
import { runCli } from '../support/run-cli.ts'
import { installedBrowser } from '../support/tools.ts'

const { folder, remove } = temporaryFolder('print')
afterAll(remove)
const sample = join(RESOURCES, 'sample-city.xlsx')
const canPrint = installedBrowser() !== null && existsSync(join(ROOT, 'out', 'renderer', 'index.html'))

describe('print', () => {
  it.skipIf(!canPrint)('makes the PDF of a sheet, and leaves nothing beside it', () => {
    const out = join(folder, 'a.pdf')
    expect(runCli(['print', sample, '--table', 'payers', '--previous-year', 'x'])).toMatchObject({ status: 2 })
    const { status, stderr } = runCli(['print', sample, '--table', 'payers', '--out', out])
    expect({
      status,
      stderr: stderr.split('\n').filter((line) => !line.startsWith('提醒') && !line.startsWith('Note') && line !== ''),
    }).toEqual({ status: 0, stderr: [] })
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })

  it.each([
    [['print'], 2, 'INPUT'],
    [['print', sample], 2, '--table'],
    [['print', sample, '--table', 'nothing', '--out', 'x.pdf'], 2, 'allocation | classification | comparison | payers |'],
    [['print', sample, '--table', 'payers'], 2, '--out'],
    [['print', sample, '--plan', 'x', '--table', 'payers', '--out', 'x.pdf'], 2, '--plan'],
  ])('%j is refused with status %i and words', (given, wanted, words) => {
    const { status, stderr } = runCli(given)
    expect(status).toBe(wanted)
    expect(stderr).toContain(words)
  })

  it.skipIf(!canPrint)("leaves the former file whole where it can't be written, and names an unknown community", () => {
    const out = join(folder, 'kept.pdf')
    writeFileSync(out, 'former')
    chmodSync(out, 0o444)
    expect(runCli(['print', sample, '--table', 'payers', '--out', out])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('kept.pdf'),
    })
    expect(readFileSync(out, 'utf8')).toBe('former')
    mkdirSync(join(folder, 'more'))
    expect(
      runCli(['print', sample, '--table', 'statement', '--community', '没有社区', '--out', join(folder, 'more', 'b.pdf')]),
    ).toMatchObject({ status: 1, stderr: expect.stringContaining('没有社区') })
    expect(readdirSync(join(folder, 'more'))).toEqual([])
  })
})
