import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { describePlace, describeProblem, problemMessage } from '../../src-main/words/problems.ts'
import { PROBLEM_WORDS } from '../../src-main/modules/words.ts'
import { problem, PROBLEM_CODES, warning, type ProblemCode } from '../../src-main/model/problem.ts'
import { exitStatusOf, exitStatusOfCode } from '../../src-main/hosts/cli/exit-status.ts'
import { statusOf } from '../../src-main/hosts/web/status.ts'
import { ROOT } from '../support/project.ts'

const gapsIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
const withoutOptionalParts = (text: string): string => text.replace(/\[[^\]]*\]/g, '')

it.each(PROBLEM_CODES)('%s has its words in both languages, an HTTP status and an exit status', (code) => {
  const { zh, en } = PROBLEM_WORDS[code]
  expect(zh).toMatch(/[\u4e00-\u9fff].*。$/)
  expect(en.replace(/[（(]?[元万]+[）)]?/g, '')).toMatch(/^["{[A-Z][^\u4e00-\u9fff]*\.$/)
  expect(new Set(gapsIn(en)), 'the same parameters in both languages').toEqual(new Set(gapsIn(zh)))
  for (const language of ['zh', 'en'] as const) {
    expect(describeProblem(problem(code), language), 'a gap that nobody filled').not.toMatch(/[{}[\]]|undefined|NaN|null/)
  }
  expect(statusOf(code)).toBeGreaterThanOrEqual(400)
  expect([1, 2]).toContain(exitStatusOfCode(code))
})

describe('a problem in words', () => {
  it('says what, which value, and where', () => {
    const found = problem(
      'import.numberExpected',
      { heading: '住户数', value: '约500' },
      { file: '/home/someone/表.xlsx', sheet: 'Sheet1', row: 7, column: 'D', community: '630105001' },
    )
    expect(describeProblem(found, 'zh')).toBe(
      '“住户数”应填数字，却是“约500”。请改为数字；没有数据时留空即可。（表.xlsx，工作表“Sheet1”，第 7 行 D 列，社区 630105001）',
    )
    expect(describeProblem(found, 'en')).toBe(
      '住户数: a number is needed, not "约500". Please correct it; leave it empty where there is no figure. (表.xlsx, sheet "Sheet1", row 7, column D, community 630105001)',
    )
    expect(problemMessage(found, 'zh')).not.toContain('Sheet1')
  })

  it('names placeholders of papers as they are typed', () => {
    const found = problem('document.gapUnknown', { text: '{yaer}年{table:classes}', gap: '{yaer}', known: '{year} {table:classes}' })
    expect(describeProblem(found, 'zh')).toMatch(/“\{yaer\}年\{表：按类别\}”.*\{yaer\}.*\{年度\} \{表：按类别\}/)
    expect(describeProblem(found, 'en')).toContain('There are: {year} {table by class}')
  })

  it('gives money exactly, to the fen', () => {
    const text = (fen: number, language: 'zh' | 'en'): string =>
      describeProblem(problem('allocation.nothingToShare', { step: '合计', byFen: fen }), language)
    expect(text(3_590_000_000, 'zh')).toContain('有 3,590万元 无处')
    expect(text(3_590_000_000, 'en')).toContain('35,900,000 yuan')
    expect(text(1_234_505, 'zh')).toContain('12,345.05元')
    expect(text(-50, 'zh')).toContain('有 -0.50元')
    expect(text(-50, 'en')).toContain(' -0.50 yuan')
    expect(text(-0, 'zh')).toContain('有 0元')
    expect(text(0, 'zh')).toContain(' 0元')
    expect(text(Number.MAX_SAFE_INTEGER, 'zh')).toContain('90,071,992,547,409.91元')
  })

  it('takes the English form of a name where there is one, and words for kinds', () => {
    const missing = warning('import.columnMissing', { label: '面积', labelEn: 'Area' })
    expect(describeProblem(missing, 'en')).toBe(
      'Note: A column is missing: "Area". Its values count as unknown; please add it if you have the figures.',
    )
    expect(describeProblem(missing, 'zh')).toContain('“面积”')
    expect(describeProblem(problem('file.notSpreadsheet', { file: 'a.pdf', found: 'pdf' }), 'zh')).toContain('而是PDF 文档')
    expect(
      describeProblem(problem('policy.indicatorKind', { indicator: 'x', kind: 'category', expected: 'number | share' }), 'zh'),
    ).toContain('需要数值 | 比例')
  })

  it('shows values as they are, also when they look like a gap or a mark of ours', () => {
    expect(describeProblem(problem('plan.communityTwice', { value: '{value} [x]' }), 'zh')).toBe('方案中已经有社区“{value} [x]”。')
    expect(describeProblem(problem('plan.communityTwice', { value: '' }), 'en')).toContain('"(empty)"')
  })

  it('names fields that nobody knows', () => {
    const found = problem(
      'policy.shape',
      { expected: 'stepps', value: '{"stepps":[]}', kind: 'unrecognized_keys' },
      { path: '/allocation' },
    )
    expect(describeProblem(found, 'zh')).toBe('不认识的内容：stepps。请核对拼写，或删去。（位置 /allocation）')
  })

  it('stays on one line', () => {
    expect(describeProblem(problem('policy.notJson', { detail: 'line one\nline two' }), 'en')).not.toContain('\n')
  })

  it('leaves out what is not known of a place', () => {
    expect(describePlace({}, 'zh')).toBe('')
    expect(describePlace({ path: '/classes/0' }, 'zh')).toBe('（位置 /classes/0）')
    expect(describePlace({ column: 'C' }, 'en')).toBe(' (column C)')
  })
})

describe('exit status', () => {
  it('is that of the errors; warnings alone are fine', () => {
    expect(exitStatusOf([warning('import.valueMissing')])).toBe(0)
    expect(exitStatusOf([warning('import.valueMissing'), problem('import.codeWrong')])).toBe(1)
    expect(exitStatusOf([problem('import.codeWrong'), problem('usage.option')])).toBe(2)
  })
})

/** Every place in the sources that names a code together with its parameters: problem(...), warning(...), appError(...). */
function callsIn(folder: string): { where: string; code: string; params: string[] }[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return files.flatMap((name) => {
    const source = ts.createSourceFile(name, readFileSync(join(ROOT, folder, name), 'utf8'), ts.ScriptTarget.Latest, true)
    const found: { where: string; code: string; params: string[] }[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ['problem', 'warning', 'appError'].includes(node.expression.getText())) {
        const [code, params] = node.arguments
        const literal =
          params === undefined || (ts.isObjectLiteralExpression(params) && params.properties.every((each) => !ts.isSpreadAssignment(each)))
        if (code !== undefined && ts.isStringLiteral(code) && literal) {
          const names = params === undefined ? [] : (params as ts.ObjectLiteralExpression).properties.map((each) => each.name!.getText())
          found.push({
            where: `${folder}/${name}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
            code: code.text,
            params: names,
          })
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

describe('parameters', () => {
  const calls = ['src-main', 'src-renderer'].flatMap(callsIn)

  it('are found in the sources', () => expect(calls.length).toBeGreaterThan(80))

  it('fill every gap of their message that is not optional, in both languages', () => {
    const unfilled = calls.flatMap(({ where, code, params }) =>
      (['zh', 'en'] as const).flatMap((language) => {
        const said = PROBLEM_WORDS[code as ProblemCode]?.[language] ?? '{a text for this code}'
        const needed = gapsIn(withoutOptionalParts(said))
        return needed.filter((name) => !params.includes(name)).map((name) => `${where}: ${code} needs the parameter '${name}'`)
      }),
    )
    expect(unfilled).toEqual([])
  })
})
