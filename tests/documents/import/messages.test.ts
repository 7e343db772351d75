import { expect, test } from 'vitest'
import { describeProblem } from '../../../src-main/words/problems.ts'
import { PROBLEM_WORDS } from '../../../src-main/modules/words.ts'
import { FRAMES } from '../../../src-main/words/frame.ts'
import { imported, oneSheet, refusal, workbookBytes, type CellInput } from '../../support/spreadsheet-files.ts'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const HEADER = [
  '社区代码',
  '街道',
  '社区名称',
  '常住人口',
  '户籍人口',
  '楼院',
  '老旧楼院',
  '流动人口占比',
  '有无物业',
  '区位',
  '上年结余',
  '上年经费',
]

/** A workbook with nearly everything wrong that can be wrong with a sheet. */
async function everythingWrong() {
  const row = (name: string, change: Record<string, CellInput>): CellInput[] =>
    HEADER.map((heading) => change[heading] ?? { 街道: '朝阳街道', 社区名称: name }[heading] ?? null)
  const bytes = workbookBytes([
    {
      name: '表一',
      hiddenRows: [3],
      merges: ['F15:F16'],
      rows: [
        [...HEADER, '常住人口（万人）', '网格长', '人口密度', '辖区面积（户）', '某列'],
        row('甲社区', { 社区代码: '123' }),
        row('乙社区', { 常住人口: '约20' }),
        row('丙社区', { 常住人口: 1.5 }),
        row('丁社区', { 常住人口: -1 }),
        row('丁', {}),
        row('戊社区', { 楼院: 1, 老旧楼院: 2 }),
        row('己社区', { 流动人口占比: 35 }),
        row('庚社区', { 有无物业: '半' }),
        row('辛社区', { 区位: '山上' }),
        row('壬社区', { 上年经费: '若干' }),
        row('癸社区', { 上年经费: 20, 上年结余: { t: 'e', v: 7 } }),
        row('', { 社区名称: '', 常住人口: 1 }),
        row('子社区', { 街道: '', 社区代码: '' }),
        row('丑社区', { 楼院: 5 }),
        row('寅社区', {}),
      ],
    },
    {
      name: '表二',
      rows: [
        ['社区名称', '街道', '常住人口'],
        ['卯社区', '朝阳街道', 1],
      ],
    },
  ])
  const { problems, headingProblems } = await imported(bytes, '交表.xlsx', { fields: { D: 'residents', Q: 'nothing' } })
  return [...problems, ...headingProblems]
}

test('every message is complete in both languages', async () => {
  const problems = [
    ...(await everythingWrong()),
    ...(await imported(oneSheet([['总结'], ['一切正常']]))).headingProblems,
    ...(
      await imported(
        oneSheet([
          ['户籍人口', '楼院'],
          [1, 2],
        ]),
      )
    ).headingProblems,
    ...(await imported(oneSheet([['社区名称', '街道']]))).problems,
    ...(
      await imported(
        oneSheet([
          ['社区名称', '街道', '流动人口占比（%）'],
          ['甲', '乙', 0.1],
          ['乙', '乙', 0.1],
          ['丙', '乙', 0.1],
        ]),
      )
    ).problems,
    ...(await refusal(text('%PDF-1.7'))),
    ...(await refusal(new Uint8Array())),
    ...(await refusal(text('甲,"乙'))),
    ...(await refusal(oneSheet([['甲']]).slice(0, 200))),
    ...(await refusal(new Uint8Array(81 * 1024 * 1024))),
  ]
  const codes = new Set(problems.map(({ code }) => code))
  for (const code of [
    'import.columnTwice',
    'import.columnUnknown',
    'import.columnDerived',
    'import.unitUnfit',
    'import.codeWrong',
    'import.numberExpected',
    'import.wholeNumberExpected',
    'import.outOfRange',
    'import.communityTwice',
    'import.aboveOther',
    'import.shareOrPercent',
    'import.yesOrNoExpected',
    'import.optionUnknown',
    'import.amountExpected',
    'import.amountUnit',
    'import.formulaError',
    'import.nameMissing',
    'import.placeMissing',
    'import.mergedValue',
    'import.sheetsNotRead',
    'import.hiddenRead',
    'import.mappingWrong',
    'import.valueMissing',
    'import.noHeader',
    'import.noNameColumn',
    'import.noPlaceColumn',
    'import.noRows',
    'import.columnMissing',
    'import.sharesVerySmall',
    'file.notSpreadsheet',
    'file.empty',
    'file.corrupt',
    'file.tooLarge',
  ] as const)
    expect(codes, code).toContain(code)
  for (const problem of problems) {
    for (const language of ['zh', 'en'] as const) {
      const gaps = PROBLEM_WORDS[problem.code][language].replaceAll(/\[[^\]]*\]/g, '').match(/(?<=\{)\w+(?=\})/g) ?? []
      for (const gap of gaps) expect(problem.params, `${problem.code} ${gap}`).toHaveProperty(gap)
      const line = describeProblem(problem, language)
      expect(line, problem.code).not.toContain('{')
      expect(line, problem.code).not.toContain(FRAMES[language].unknown)
    }
  }
})
