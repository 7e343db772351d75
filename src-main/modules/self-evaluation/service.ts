import { districtsOf } from '../../model/places.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { SHARES, type EvaluationAnswer, type EvaluationItem } from '../../model/self-evaluation.ts'
import { evaluationWorkbook } from '../../documents/self-evaluation/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import { refusePersonal } from '../../desk/personal.ts'
import type { Service } from '../../desk/service.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { Scope } from './figures.ts'
import { formOf, itemsOf } from './form.ts'

/** @throws plan.yearUnknown, selfEvaluation.districtUnknown */
function scopeOf(desk: Desk, { year = desk.year.year, district }: { year?: number | undefined; district: string }): Scope {
  const known = districtsOf(desk.factsOf(desk.yearOf(year).year))
  if (district !== '' && !known.includes(district))
    throw appError('selfEvaluation.districtUnknown', { value: district, options: known.join('、') })
  return { year, district }
}
const placed = ({ year, district }: Scope) => ({ year, ...(district !== '' && { district }) })

/** What is wrong with items before they are kept: those that could never have points, and shares in another unit. */
function problemsOf(items: readonly EvaluationItem[]): Problem[] {
  return items.flatMap((item): Problem[] => {
    const place = { path: item.name }
    if (item.way === 'grade')
      return item.target !== null || item.figure !== null ? [problem('selfEvaluation.gradeOnly', { name: item.name }, place)] : []
    return [
      ...(item.target === null && !isCounted(item) ? [problem('selfEvaluation.targetMissing', { name: item.name }, place)] : []),
      ...(item.figure !== null && SHARES.includes(item.figure) && item.unit !== '%'
        ? [problem('selfEvaluation.unitWrong', { name: item.name, value: item.unit }, place)]
        : []),
    ]
  })
}
/** A counted figure says itself what was meant, as soon as the year has anything of it. */
const isCounted = ({ figure }: EvaluationItem): boolean => figure !== null && !SHARES.includes(figure)

/** @throws selfEvaluation.itemUnknown, selfEvaluation.gradeOnly, selfEvaluation.numberOnly */
function itemFor(desk: Desk, year: number, id: number, { target, result, percent }: EvaluationAnswer): EvaluationItem {
  const item = itemsOf(desk, year).items.find((each) => each.id === id)
  if (item === undefined) throw appError('selfEvaluation.itemUnknown', { value: id, year })
  if (item.way === 'grade' && (target !== null || result !== null)) throw appError('selfEvaluation.gradeOnly', { name: item.name })
  if (item.way !== 'grade' && percent !== null) throw appError('selfEvaluation.numberOnly', { name: item.name })
  return item
}

export const selfEvaluation = (desk: Desk) =>
  ({
    'selfEvaluation.get': (given) => formOf(desk, scopeOf(desk, given)),
    'selfEvaluation.items': ({ year = desk.year.year }) => {
      const { items, from } = itemsOf(desk, desk.yearOf(year).year)
      return { year, from, items: [...items] }
    },
    'selfEvaluation.saveItems': async ({ year = desk.year.year, items }) => {
      desk.yearOf(year)
      const problems = problemsOf(items)
      if (problems.length > 0) throw new AppError(problems)
      refusePersonal({ 三级指标: items.map((each) => each.name).join('\n') })
      const summary = { key: 'selfEvaluationItems' as const, params: { year, count: items.length } }
      await desk.store.command('selfEvaluation.saveItems', summary, (plan) => plan.selfEvaluation.saveItems(year, items))
      return {}
    },
    'selfEvaluation.answer': async ({ item: id, answer, ...given }) => {
      const scope = scopeOf(desk, given)
      const { name } = itemFor(desk, scope.year, id, answer)
      refusePersonal({ 偏差原因分析及改进措施: answer.reason })
      await desk.store.command('selfEvaluation.answer', { key: 'selfEvaluationAnswer', params: { ...placed(scope), name } }, (plan) =>
        plan.selfEvaluation.saveAnswer(scope.year, scope.district, id, answer),
      )
      return {}
    },
    'selfEvaluation.texts': async ({ texts, ...given }) => {
      const scope = scopeOf(desk, given)
      refusePersonal({ 预期目标: texts.goal, 实际完成情况: texts.achieved, 项目名称: texts.project, 实施单位: texts.unit })
      await desk.store.command('selfEvaluation.texts', { key: 'selfEvaluationTexts', params: placed(scope) }, (plan) =>
        plan.selfEvaluation.saveTexts(scope.year, scope.district, texts),
      )
      return {}
    },
    'selfEvaluation.export': async ({ language, ...given }) => {
      const form = formOf(desk, scopeOf(desk, given))
      const place = form.district === '' ? '' : `（${form.district}）`
      const title =
        language === 'zh'
          ? `${form.year}年项目支出绩效自评表${place}`
          : `Self-evaluation ${form.year}${form.district && ` ${form.district}`}`
      const { synthetic } = desk.yearOf(form.year)
      return fileAnswer(title, 'xlsx', await evaluationWorkbook(form, { title, synthetic, language }))
    },
  }) satisfies Partial<Service>
