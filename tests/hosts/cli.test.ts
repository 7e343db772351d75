import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Excel from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { fenFromYuan } from '../../src-main/hosts/cli/amount.ts'
import { yuanText } from '../../src-main/hosts/cli/plan-text.ts'
import { RESOURCES, temporaryFolder } from '../support/project.ts'
import { COMMAND_LINE, runCli } from '../support/run-cli.ts'

const SAMPLE = join(RESOURCES, 'sample-city.xlsx')
const WAN = 1_000_000
const { folder, remove } = temporaryFolder('cli')
afterAll(remove)
const inFolder = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** Nothing of ours may show its inside, whatever was given. */
const expectRefused = ({ status, stdout, stderr }: ReturnType<typeof runCli>, expected: 1 | 2): void => {
  expect({ status, stdout }).toEqual({ status: expected, stdout: '' })
  expect(stderr.trim()).not.toBe('')
  expect(stderr).not.toMatch(/\n\s+at |node:internal|undefined|\[object/)
}

describe('plan', () => {
  it('gives the reference case exactly, as one JSON document', () => {
    const { status, stdout, stderr } = runCli(['plan', SAMPLE, '--json'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.trimEnd()).not.toContain('\n')
    const plan = JSON.parse(stdout) as Record<string, never>
    expect(plan).toMatchObject({
      policy: { id: 'reference', version: '1.0.1', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      input: { rows: 180, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      totals: {
        communities: 180,
        amountFen: 3590 * WAN,
        previousFen: 3600 * WAN,
        byClass: {
          A: { count: 72, amountFen: 72 * 15 * WAN, previousFen: 72 * 20 * WAN },
          B: { count: 66, amountFen: 66 * 30 * WAN, previousFen: 66 * 20 * WAN },
          C: { count: 22, amountFen: 22 * 15 * WAN, previousFen: 22 * 20 * WAN },
          D: { count: 20, amountFen: 20 * 10 * WAN, previousFen: 20 * 20 * WAN },
        },
      },
    })
    const { communities, totals } = plan as unknown as {
      communities: {
        code: string
        name: string
        class: string
        amountFen: number
        cityFen: number
        districtFen: number
        trace: { step: string; fen: number }[]
        needs: string[]
      }[]
      totals: { cityFen: number; districtFen: number }
    }
    expect(communities).toHaveLength(180)
    for (const each of communities) {
      expect(
        each.trace.reduce((sum, line) => sum + line.fen, 0),
        each.code,
      ).toBe(each.amountFen)
      expect(each.cityFen + each.districtFen, each.code).toBe(each.amountFen)
      expect(each.needs).toEqual([])
    }
    expect(totals.cityFen + totals.districtFen).toBe(3590 * WAN)
    expect(Object.keys(communities[0]!)).toEqual([
      'code',
      'name',
      'district',
      'subdistrict',
      'class',
      'rule',
      'amountFen',
      'previousFen',
      'cityFen',
      'districtFen',
      'trace',
      'needs',
    ])
    expect(communities.find((each) => each.name === '祁连路西社区')).toMatchObject({ class: 'B', amountFen: 30 * WAN })
  })

  it('takes last year from an amount, exactly', () => {
    const { stdout } = runCli(['plan', SAMPLE, '--previous-amount', '123456.78', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ totals: { previousFen: 180 * 12_345_678 } })
  })

  it('takes last year from the document of another plan, with its classes', () => {
    const before = inFolder('before.json', runCli(['plan', SAMPLE, '--policy', 'flat-2018', '--json']).stdout)
    const { status, stdout } = runCli(['plan', SAMPLE, '--previous', before, '--json'])
    expect(status).toBe(0)
    const { flows, totals } = JSON.parse(stdout) as {
      flows: { from: string | null; count: number; fen: number }[]
      totals: { previousFen: number }
    }
    expect(totals.previousFen).toBe(3600 * WAN)
    expect(flows.reduce((sum, flow) => sum + flow.count, 0)).toBe(180)
    expect(flows.reduce((sum, flow) => sum + flow.fen, 0)).toBe(-10 * WAN)
  })

  it('takes the year and a policy file', () => {
    const policy = inFolder(
      'own.json',
      JSON.stringify({ ...(JSON.parse(runCli(['policy', 'show', 'flat-2015']).stdout) as object), id: 'own' }),
    )
    const { status, stdout } = runCli(['plan', SAMPLE, '--policy', policy, '--year', '2031', '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ year: 2031, policy: { id: 'own' }, totals: { amountFen: 180 * 10 * WAN } })
  })

  it('writes a workbook that can be opened, and says so', async () => {
    const out = join(folder, 'plan.xlsx')
    const { status, stdout } = runCli(['plan', SAMPLE, '--out', out])
    expect(status).toBe(0)
    expect(stdout).toContain('35,900,000.00')
    const workbook = new Excel.Workbook()
    await workbook.xlsx.readFile(out)
    expect(workbook.worksheets.length).toBeGreaterThan(2)
  })

  it('prints only the document with --json, also when it writes a workbook', () => {
    const { stdout } = runCli(['plan', SAMPLE, '--json', '--out', join(folder, 'both.xlsx')])
    expect(JSON.parse(stdout)).toMatchObject({ totals: { communities: 180 } })
  })

  it('speaks Chinese unless told otherwise, and marks made-up data', () => {
    expect(runCli(['plan', SAMPLE], { env: { LANG: 'C.UTF-8' } }).stdout).toMatch(/示例数据.*[^]*合计 +180/)
    expect(runCli(['plan', SAMPLE, '--lang', 'en'], { env: { LANG: 'zh_CN.UTF-8' } }).stdout).toMatch(/Synthetic sample data[^]*Total +180/)
    expect(runCli(['plan', SAMPLE, '--lang=zh']).stdout).toContain('合计')
  })

  it('refuses a sheet with errors as a whole: each error a line with its place, no result, no file', () => {
    const sheet = inFolder(
      'wrong.csv',
      '社区代码,社区名称,区县,街道,常住人口,楼院数\n630105001001,甲社区,城北区,朝阳街道,许多,3\n630105001002,乙社区,城北区,朝阳街道,-5,3\n',
    )
    const out = join(folder, 'never.xlsx')
    const result = runCli(['plan', sheet, '--out', out, '--json'])
    expectRefused(result, 1)
    expect(result.stderr).toMatch(/"许多".*wrong\.csv.*row 2, column E/)
    expect(result.stderr).toMatch(/row 3, column E/)
    expect(existsSync(out)).toBe(false)
  })

  it.each([
    ['a file that is not there', ['plan', 'nothing.xlsx'], /nothing\.xlsx/],
    ['a folder', ['plan', '.'], /can't be read/],
    ['something that is no spreadsheet', ['plan', join(RESOURCES, 'policies', 'reference.json'), '--policy', 'flat-2015'], /header/],
    ['an unknown policy', ['plan', SAMPLE, '--policy', 'nothing'], /"nothing".*flat-2018.*reference/],
    ['a policy file that is not there', ['plan', SAMPLE, '--policy', './nothing.json'], /nothing\.json/],
    ['a list of last year that is not there', ['plan', SAMPLE, '--previous', 'nothing.xlsx'], /nothing\.xlsx/],
    ['a place where nothing can be written', ['plan', SAMPLE, '--out', join('nowhere', 'x.xlsx')], /There is no folder ".*nowhere"/],
    ['a folder as output', ['plan', SAMPLE, '--out', '.'], /is a folder/],
  ])('refuses %s as wrong data', (_, given, words) => {
    const result = runCli(given, { cwd: folder })
    expectRefused(result, 1)
    expect(result.stderr).toMatch(words)
  })
})

describe('wrong use', () => {
  it.each([
    ['an unknown command', ['nothing'], /"nothing"/],
    ['no command', ['--lang', 'en'], /plan \| compare \| explain \| sweep \| check/],
    ['no input', ['plan'], /INPUT/],
    ['too many inputs', ['plan', 'a', 'b'], /"b"/],
    ['an unknown option', ['plan', SAMPLE, '--nothing'], /--nothing/],
    ['a short option', ['plan', SAMPLE, '-x'], /-x/],
    ['an option without value', ['plan', SAMPLE, '--out'], /--out/],
    ['an option in place of a value', ['plan', SAMPLE, '--out', '--json'], /--out/],
    ['an option twice', ['plan', SAMPLE, '--json', '--json'], /--json/],
    ['a value for a flag', ['plan', SAMPLE, '--json=yes'], /--json/],
    ['two sources of last year', ['plan', SAMPLE, '--previous', 'x', '--previous-amount', '1'], /together/],
    ['a year that is none', ['plan', SAMPLE, '--year', '26'], /1990 - 2200/],
    ['an amount with three decimals', ['plan', SAMPLE, '--previous-amount', '1.005'], /1\.005/],
    ['a negative amount', ['plan', SAMPLE, '--previous-amount=-5'], /-5/],
    ['a language we do not speak', ['plan', SAMPLE, '--lang', 'fr'], /zh \| en/],
    ['template without a place', ['template'], /--out FILE\.xlsx/],
    ['policy without an action', ['policy'], /list \| show \| check/],
    ['an unknown action', ['policy', 'nothing'], /policy nothing/],
    ['a port that is none', ['serve', '--port', '70000'], /65535/],
  ])('%s ends with 2 and says what is wrong', (_, given, words) => {
    const result = runCli(given)
    expectRefused(result, 2)
    expect(result.stderr).toMatch(words)
  })

  it.each([[[]], [['--help']], [['plan', '--help']]])('help for %j is no error', (given) => {
    const { status, stdout, stderr } = runCli(given)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain(
      'plan INPUT [--policy NAME|FILE.json] [--previous-amount YUAN | --previous FILE] [--year YEAR] [--json] [--out FILE.xlsx]',
    )
  })
})

describe('check', () => {
  it('has nothing to say about a good sheet', () => {
    expect(runCli(['check', SAMPLE])).toEqual({ status: 0, stdout: 'No problems found.\n', stderr: '' })
    expect(runCli(['check', SAMPLE, '--json'])).toEqual({ status: 0, stdout: '{"problems":[]}\n', stderr: '' })
  })

  it('lists every problem, as a document too', () => {
    const sheet = inFolder(
      'doubtful.csv',
      '社区代码,社区名称,区县,街道,常住人口\n630105001001,甲社区,城北区,朝阳街道,x\n630105001001,乙社区,城北区,朝阳街道,5\n',
    )
    const { status, stdout, stderr } = runCli(['check', sheet, '--json'])
    expect(status).toBe(1)
    const { problems } = JSON.parse(stdout) as { problems: { code: string; level: string }[] }
    const codes = problems.filter((each) => each.level === 'error').map((each) => each.code)
    expect(codes).toEqual(expect.arrayContaining(['import.numberExpected', 'import.communityTwice']))
    expect(stderr.trimEnd().split('\n')).toHaveLength(problems.length)
  })

  it('gives a file that cannot be read as a problem, not as an empty answer', () => {
    const { status, stdout } = runCli(['check', join(folder, 'gone.xlsx'), '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'file.missing' }] })
  })
})

describe('template and policy', () => {
  it('writes a template that reads back as a sheet without rows', () => {
    const out = join(folder, 'template.xlsx')
    expect(runCli(['template', '--out', out]).status).toBe(0)
    const result = runCli(['check', out, '--json'])
    expect(JSON.parse(result.stdout)).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ code: 'import.noRows' })]),
    })
  })

  it('lists the policies that come with it, and each passes its own check', () => {
    const policies = JSON.parse(runCli(['policy', 'list', '--json']).stdout) as { name: string }[]
    const names = policies.map((each) => each.name)
    expect(names).toEqual(expect.arrayContaining(['reference', 'flat-2015', 'flat-2018']))
    expect(names.length).toBeGreaterThanOrEqual(5)
    for (const name of names) {
      const file = inFolder(`${name}.json`, runCli(['policy', 'show', name]).stdout)
      expect(runCli(['policy', 'check', file]), name).toMatchObject({ status: 0, stdout: 'No problems found.\n' })
    }
    expect(runCli(['policy', 'list']).stdout.trimEnd().split('\n')).toHaveLength(names.length)
  })

  it('refuses a policy file that fails its own tests, whatever it is used for', () => {
    const document = JSON.parse(runCli(['policy', 'show', 'reference']).stdout) as {
      examples: Array<{ key: string; expect: { amountFen: number } }>
    }
    document.examples.find(({ key }) => key === 'ganhetan')!.expect.amountFen -= 1
    const file = inFolder('failing.json', JSON.stringify(document))
    for (const given of [
      ['policy', 'check', file],
      ['plan', SAMPLE, '--policy', file],
      ['template', '--policy', file, '--out', join(folder, 'none.xlsx')],
    ])
      expect(runCli(given), given.join(' ')).toMatchObject({ status: 1, stderr: expect.stringContaining('甘河滩') })
  })

  it('says what is wrong in a policy file, with the path', () => {
    const document = JSON.parse(runCli(['policy', 'show', 'reference']).stdout) as { classification: { fallback: string } }
    document.classification.fallback = 'Z'
    const { status, stderr } = runCli(['policy', 'check', inFolder('z.json', JSON.stringify(document))])
    expect(status).toBe(1)
    expect(stderr).toMatch(/"Z".*\/classification\/fallback/)
    expect(runCli(['policy', 'check', inFolder('broken.json', '{"a":')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('not a policy file that can be read'),
    })
  })
})

it('leaves nothing behind in the folder where it writes', () => {
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
})

it('is not disturbed by a reader that stops reading', async () => {
  const { spawn } = await import('node:child_process')
  const child = spawn(process.execPath, [COMMAND_LINE, 'plan', SAMPLE, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let stderr = ''
  child.stderr.on('data', (text: Buffer) => {
    stderr += text.toString()
  })
  const status = await new Promise((resolve) => {
    child.on('exit', resolve)
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

describe('amounts', () => {
  it.each([
    ['0', 0],
    ['200000', 20_000_000],
    ['200,000', 20_000_000],
    ['200000.5', 20_000_050],
    ['0.01', 1],
    ['1.10', 110],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s yuan are %i fen', (text, fen) => {
    expect(fenFromYuan('--x', text)).toBe(fen)
    expect(yuanText(fen).replaceAll(',', '')).toBe(
      Number.isInteger(Number(text.replaceAll(',', '')))
        ? `${text.replaceAll(',', '')}.00`
        : text.length - text.indexOf('.') === 2
          ? `${text}0`
          : text,
    )
  })
  it.each(['', ' ', '-1', '1.', '.5', '1.005', '1e5', '1,00', '２０', '0x10', '90071992547409.92', 'NaN'])('%j is no amount', (text) => {
    expect(() => fenFromYuan('--x', text)).toThrow('usage.valueWrong')
  })
  it('shows negative fen', () => expect(yuanText(-5)).toBe('-0.05'))
})

it('reads the sample it was tested with', () => expect(readFileSync(SAMPLE).length).toBeGreaterThan(10_000))
