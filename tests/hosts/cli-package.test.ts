import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder } from '../support/open-app.ts'
import { forged } from '../support/package-files.ts'
import { RESOURCES } from '../support/project.ts'
import { runCli } from '../support/run-cli.ts'
import { smallPackage } from '../support/small-package.ts'

const SAMPLE = join(RESOURCES, 'sample-city.xlsx')
const written = (bytes: Uint8Array, name = '全市.quanheng-package'): string => {
  const file = join(emptyFolder(), name)
  writeFileSync(file, bytes)
  return file
}

describe('package', () => {
  it('writes a sheet, its policy and its result as one file, the same bytes each time, and verify finds that it adds up', () => {
    const [first, second] = [join(emptyFolder(), 'a.quanheng-package'), join(emptyFolder(), 'b.quanheng-package')]
    for (const out of [first, second])
      expect(runCli(['package', SAMPLE, '--previous-amount', '200000', '--out', out])).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true)
    const found = runCli(['verify', first])
    expect(found).toMatchObject({ status: 0, stderr: '' })
    expect(found.stdout).toMatch(/Communities +180 +35,900,000\.00 +35,900,000\.00 +0\.00/)
    expect(found.stdout).toContain('same byte for byte')
    expect(runCli(['verify', first, '--lang', 'zh']).stdout).toContain('各项相符')
  })

  it('is used with a sheet and --out, and leaves nothing where communities are undecided', () => {
    expect(runCli(['package', SAMPLE])).toMatchObject({ status: 2, stderr: expect.stringContaining('--out') })
    expect(runCli(['package'])).toMatchObject({ status: 2 })
    const sheet = join(emptyFolder(), 'sheet.csv')
    writeFileSync(sheet, '\ufeff区县,街道,社区,常住人口\n城北区,朝阳街道,甲社区,100\n')
    const out = join(emptyFolder(), 'x.quanheng-package')
    const refused = runCli(['package', sheet, '--out', out])
    expect(refused).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('communities without a class: 1; communities without an amount: 1'),
    })
    expect(existsSync(out)).toBe(false)
    expect(runCli(['package', sheet, '--out', out, '--confirmed'])).toMatchObject({ status: 0 })
    expect(runCli(['verify', out])).toMatchObject({ status: 0, stdout: expect.stringContaining('1 without a class, 1 without an amount') })
  })
})

describe('verify', () => {
  it('prints the certificate as JSON', () => {
    const { status, stdout } = runCli(['verify', written(smallPackage()), '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'quanheng-certificate',
      holds: true,
      reproduced: true,
      problems: [],
      totalFen: 105_000_000,
      file: '全市.quanheng-package',
      lines: expect.arrayContaining([expect.objectContaining({ key: 'payers', differenceFen: 0 })]),
    })
  })

  it('ends with 1 where a sum is off, a byte was changed, or the result does not follow from the facts, and says where', () => {
    const off = runCli([
      'verify',
      written(
        forged(smallPackage(), 'result.json', (result) => {
          result.communities[0].paid.city += 1
        }),
      ),
    ])
    expect(off).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('differs by 0.01 yuan'),
      stdout: expect.stringContaining('Something does not agree'),
    })
    const bytes = smallPackage()
    const altered = bytes.slice()
    altered[altered.indexOf(0x7b, 2000)]! ^= 1
    expect(runCli(['verify', written(altered)])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('全市.quanheng-package'),
    })
    const swapped = runCli([
      'verify',
      written(
        forged(bytes, 'result.json', (result) => {
          result.communities[0].rule = 'other'
        }),
      ),
      '--json',
    ])
    expect(swapped).toMatchObject({ status: 1, stderr: expect.stringContaining('community ') })
    expect(JSON.parse(swapped.stdout)).toMatchObject({ holds: true, reproduced: false, problems: [{ code: 'package.resultDiffers' }] })
  })

  it('ends with 1 for a file that is none, and with 2 for wrong use', () => {
    expect(runCli(['verify', SAMPLE])).toMatchObject({ status: 1, stderr: expect.stringContaining('not a plan package') })
    expect(runCli(['verify', join(emptyFolder(), 'none.quanheng-package')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('none.quanheng-package'),
    })
    expect(runCli(['verify'])).toMatchObject({ status: 2 })
    expect(runCli(['verify', SAMPLE, '--deep'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--deep') })
  })
})
