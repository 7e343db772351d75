import {
  ASPECTS,
  BUDGET_POINTS,
  HUNDREDTHS,
  TENTHS,
  type EvaluationBudget,
  type EvaluationLine,
  type SelfEvaluation,
} from '../../model/self-evaluation.ts'
import { textIn, type Language } from '../../model/text.ts'
import { ASPECT_WORDS, EVALUATION_PARTS, LEVEL_WORDS, WAY_WORDS } from '../../words/self-evaluation.ts'
import { cell, range } from '../workbook/address.ts'
import { BODY_SIZE, CENTRED, fontOf, MONEY, NUMBER, TEXT, type Look } from '../workbook/look.ts'
import { putLine, yuan, type Content, type Page } from '../workbook/page.ts'
import { FIRST_SECTION_ROW, placesOf, writeSections, type Section } from '../workbook/sections.ts'
import { linesIn } from '../workbook/width.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'

const SAY = {
  zh: {
    sheet: '绩效自评表',
    budget: '预算执行',
    items: '绩效指标',
    unit: '金额单位：元',
    of: '其中：',
    kind: '资金来源',
    way: '判定',
    measure: '单位',
    total: '总分',
    colon: '：',
    gradeUnit: '评分比例 %',
  },
  en: {
    sheet: 'Self-evaluation',
    budget: 'Use of the budget',
    items: 'Items',
    unit: 'Amounts in yuan',
    of: 'of which: ',
    kind: 'Money',
    way: 'Judged',
    measure: 'Unit',
    total: 'Total',
    colon: ': ',
    gradeUnit: 'share of the points, %',
  },
} as const

const POINTS: Look = { align: 'right', format: '0.00_ ' }
const RATE: Look = { align: 'right', format: '0.00%_ ' }
const COLUMNS = 10
/** Columns of the items that points follow from. */
const [TARGET, RESULT, WORTH, SCORE] = [5, 6, 8, 9] as const
const WHOLE_GRADE = 100
const points = (hundredths: number | null): number | string => (hundredths === null ? '' : hundredths / HUNDREDTHS)

/** The points of an item as a formula over its own row; empty while what they follow from is. */
function scoreOf({ way, hundredths }: EvaluationLine, at: number): Content {
  const [target, result, worth] = [TARGET, RESULT, WORTH].map((column) => cell(column, at)) as [string, string, string]
  const part = {
    atLeast: `IF(${result}>=${target},${worth},${worth}*${result}/${target})`,
    atMost: `IF(${result}<=${target},${worth},${worth}*${target}/${result})`,
    grade: `${worth}*${result}/${WHOLE_GRADE}`,
  }[way]
  const needed = way === 'grade' ? `${result}=""` : `OR(${target}="",${result}="")`
  return { formula: `IF(${needed},"",ROUND(${part},2))`, result: points(hundredths) }
}

function budgetSection({ plannedFen, carryFen, wholeFen, paidFen, rate, hundredths }: EvaluationBudget, language: Language): Section {
  const say = SAY[language]
  const part = (key: 'wholeFen' | 'plannedFen' | 'carryFen'): string => textIn(EVALUATION_PARTS[key], language)
  const [budget, paid] = [2, 3]
  return {
    heading: say.budget,
    columns: [
      { heading: say.kind, look: TEXT, widest: 24 },
      { heading: part('wholeFen'), look: MONEY },
      { heading: textIn(EVALUATION_PARTS.paidFen, language), look: MONEY },
      { heading: textIn(EVALUATION_PARTS.rate, language), look: RATE },
      { heading: textIn(EVALUATION_PARTS.points, language), look: POINTS },
      { heading: textIn(EVALUATION_PARTS.score, language), look: POINTS },
    ],
    rows: [
      (at) => {
        const [from, of] = [cell(paid, at), cell(budget, at)]
        const needed = `OR(${from}="",N(${of})=0)`
        return [
          part('wholeFen'),
          wholeFen === null ? null : { formula: `SUM(${range(budget, at + 1, at + 2)})`, result: yuan(wholeFen) },
          yuan(paidFen),
          { formula: `IF(${needed},"",${from}/${of})`, result: rate ?? '' },
          BUDGET_POINTS,
          { formula: `IF(${needed},"",ROUND(MIN(${from},${of})*${BUDGET_POINTS}/${of},2))`, result: points(hundredths) },
        ]
      },
      () => [`${say.of}${part('plannedFen')}`, yuan(plannedFen)],
      () => [`${say.of}${part('carryFen')}`, yuan(carryFen)],
    ],
  }
}

function itemsSection({ lines, total }: SelfEvaluation, language: Language, budgetScore: string): Section {
  const say = SAY[language]
  const of = (key: keyof typeof EVALUATION_PARTS): string => textIn(EVALUATION_PARTS[key], language)
  const column = (heading: string, look: Look = TEXT, widest = 24) => ({ heading, look, widest })
  return {
    heading: say.items,
    columns: [
      column(of('level')),
      column(of('aspect')),
      column(of('name'), TEXT, 30),
      column(say.way, CENTRED),
      column(of('target'), NUMBER),
      column(of('result'), NUMBER),
      column(say.measure, CENTRED),
      column(of('points'), POINTS),
      column(of('score'), POINTS),
      column(of('reason'), TEXT, 40),
    ],
    rows: lines.map((line) => (at) => [
      textIn(LEVEL_WORDS[ASPECTS[line.aspect]], language),
      textIn(ASPECT_WORDS[line.aspect], language),
      line.name,
      textIn(WAY_WORDS[line.way], language),
      line.target,
      line.way === 'grade' ? line.percent : line.result,
      line.way === 'grade' ? say.gradeUnit : line.unit,
      line.tenths / TENTHS,
      scoreOf(line, at),
      line.reason,
    ]),
    total: ({ first, last }) => [
      say.total,
      null,
      null,
      null,
      null,
      null,
      null,
      { formula: `SUM(${range(WORTH, first, last)})+${BUDGET_POINTS}`, result: total.tenths / TENTHS },
      { formula: `SUM(${range(SCORE, first, last)},${budgetScore})`, result: total.hundredths / HUNDREDTHS },
      null,
    ],
  }
}

interface Input {
  title: string
  synthetic: boolean
  language: Language
}

/** @returns the form on one sheet; points are formulas over targets and results, so that whoever corrects one sees what it is worth */
export function evaluationWorkbook(form: SelfEvaluation, { title, synthetic, language }: Input): Promise<Uint8Array> {
  const say = SAY[language]
  const head = (['project', 'department', 'unit', 'goal', 'achieved'] as const).map(
    (key) => `${textIn(EVALUATION_PARTS[key], language)}${say.colon}${form.texts[key]}`,
  )
  const first = FIRST_SECTION_ROW + head.length
  const budget = budgetSection(form.budget, language)
  const budgetRow = placesOf([budget], first)[0]!.first
  const sections = [budget, itemsSection(form, language, cell(budget.columns.length, budgetRow))]
  function* rows(page: Page): Generator<void> {
    const width = page.widths.reduce((sum, each) => sum + each + 2, 0)
    for (const [position, line] of head.entries()) {
      const height = Math.max(1, linesIn(line, width)) * 15
      putLine(page, FIRST_SECTION_ROW + position, 1, COLUMNS, line, 'left', fontOf(language, 'body', BODY_SIZE), height)
      yield
    }
    yield* writeSections(page, sections, first)
  }
  const frame = { name: say.sheet, title, left: '', right: say.unit, columns: COLUMNS, oneTable: false, onePage: true, synthetic, language }
  return wholeBook(writtenBook([{ frame, rows }], { title, creator: 'Quanheng' }))
}
