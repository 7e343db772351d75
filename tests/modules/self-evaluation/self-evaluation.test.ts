import { expect, it } from 'vitest'
import type { EvaluationAnswer } from '../../../src-main/model/self-evaluation.ts'
import { codesOf, keyOf } from '../../support/desk.ts'
import { decided, goOn, paidPlan, proposed, step, toTheEnd } from '../projects/quarter.ts'

type Desk = Awaited<ReturnType<typeof paidPlan>>
const lineOf = async (desk: Desk, name: string, district = '') =>
  (await desk.ask('selfEvaluation.get', { district })).lines.find((each) => each.name === name)!
const NOTHING: EvaluationAnswer = { target: null, result: null, percent: null, reason: '' }
const answer = async (desk: Desk, name: string, given: Partial<EvaluationAnswer>) =>
  desk.ask('selfEvaluation.answer', { item: (await lineOf(desk, name)).id, answer: { ...NOTHING, ...given } })

it('is filled from plan, receipts and register, with what every figure rests on', async () => {
  const desk = await paidPlan()
  const project = await proposed(desk, '甲', 60_000)
  await goOn(desk, project, ...toTheEnd(60_000))
  const other = await proposed(desk, '乙', 100_000)
  await goOn(desk, other, decided(100_000), step('filed', '2026-04-15'))
  const form = await desk.ask('selfEvaluation.get', {})
  // 150,000 + 300,000 + 150,000 were planned and 60,000 paid.
  expect(form.budget).toMatchObject({
    plannedFen: 60_000_000,
    carryFen: 0,
    wholeFen: 60_000_000,
    paidFen: 6_000_000,
    paidFrom: 'register',
    rate: 0.1,
  })
  expect(form.budget.hundredths).toBe(100)
  expect(await lineOf(desk, '受益社区数')).toMatchObject({ target: 3, result: 3, hundredths: 1000, remark: null })
  expect(await lineOf(desk, '完成项目数')).toMatchObject({ target: 2, result: 1, hundredths: 500, remark: 'below' })
  expect(await lineOf(desk, '资金到位率')).toMatchObject({ target: 100, result: 100, hundredths: 500 })
  expect(await lineOf(desk, '决算占批准金额')).toMatchObject({ result: 100, hundredths: 1000 })
  expect(await lineOf(desk, '居民满意度')).toMatchObject({ result: null, hundredths: null })
  const known = form.lines.filter((each) => each.hundredths !== null)
  expect(form.total).toEqual({
    tenths: 1000,
    hundredths: known.reduce((sum, each) => sum + each.hundredths!, 100),
    open: form.lines.length - known.length,
  })
})

it('an unknown is no zero: without a register nothing is paid, accepted or received', async () => {
  const desk = await paidPlan()
  await desk.ask('history.undo')
  const form = await desk.ask('selfEvaluation.get', {})
  expect(form.budget).toMatchObject({ paidFen: null, paidFrom: null, rate: null, hundredths: null, paidUnknown: 3 })
  expect(await lineOf(desk, '完成项目数')).toMatchObject({ target: null, result: null, hundredths: null })
  expect(await lineOf(desk, '资金到位率')).toMatchObject({ result: null, hundredths: null })
})

it('what is typed counts before what the plan knows, is logged, and is taken back', async () => {
  const desk = await paidPlan()
  await answer(desk, '居民满意度', { result: 88.2, reason: '老旧院落施工影响出行' })
  await answer(desk, '资金到位率', { result: 80 })
  await answer(desk, '社区环境和服务持续改善', { percent: 70 })
  expect(await lineOf(desk, '居民满意度')).toMatchObject({ result: 88.2, typed: true, hundredths: 980, remark: 'below' })
  expect(await lineOf(desk, '资金到位率')).toMatchObject({ result: 80, typed: true, state: { value: 100 }, hundredths: 400 })
  expect(await lineOf(desk, '社区环境和服务持续改善')).toMatchObject({ hundredths: 700 })
  const [last] = await desk.ask('history.list', {})
  expect(last!.said.zh).toBe('2026年绩效自评：社区环境和服务持续改善')
  await desk.ask('history.undo')
  expect(await lineOf(desk, '社区环境和服务持续改善')).toMatchObject({ hundredths: null })
})

it('knows of appeals what the months count, and nothing where one of them does not', async () => {
  const desk = await paidPlan()
  const enter = (field: 'received' | 'solved', month: number, text: string) =>
    desk.ask('appeals.enter', { month, source: 'hotline', subject: '', cells: [{ key: keyOf('甲'), field, text }] })
  await enter('received', 3, '30')
  await enter('solved', 3, '27')
  expect(await lineOf(desk, '群众诉求办结率')).toMatchObject({ result: 90, state: { planned: 30, done: 27 }, hundredths: 947 })
  await enter('received', 4, '10')
  expect(await lineOf(desk, '群众诉求办结率')).toMatchObject({ result: null, hundredths: null })
})

it('a district has results and targets of its own', async () => {
  const desk = await paidPlan()
  const { id } = await lineOf(desk, '居民满意度')
  await desk.ask('selfEvaluation.answer', { district: '东区', item: id, answer: { ...NOTHING, target: 85, result: 85 } })
  expect(await lineOf(desk, '居民满意度', '东区')).toMatchObject({ target: 85, ownTarget: true, hundredths: 1000 })
  expect(await lineOf(desk, '居民满意度')).toMatchObject({ target: 90, ownTarget: false, hundredths: null })
  expect(await codesOf(desk.ask('selfEvaluation.get', { district: '西区' }))).toEqual(['selfEvaluation.districtUnknown'])
})

it("items are the department's, hold on for later years, and are refused where they could never have points", async () => {
  const desk = await paidPlan()
  const { items } = await desk.ask('selfEvaluation.items', {})
  const own = [...items.slice(0, 2), { ...items[9]!, tenths: 75, target: 92 }]
  await desk.ask('selfEvaluation.saveItems', { items: own })
  expect(await desk.ask('selfEvaluation.items', {})).toEqual({ year: 2026, from: 2026, items: own })
  await desk.ask('years.start', { year: 2027 })
  expect(await desk.ask('selfEvaluation.items', {})).toMatchObject({ year: 2027, from: 2026, items: own })
  const refused = (more: object) => codesOf(desk.ask('selfEvaluation.saveItems', { items: [{ ...items[9]!, ...more }] }))
  expect(await refused({ target: null })).toEqual(['selfEvaluation.targetMissing'])
  expect(await refused({ way: 'grade' })).toEqual(['selfEvaluation.gradeOnly'])
  expect(await refused({ figure: 'published', unit: '件' })).toEqual(['selfEvaluation.unitWrong'])
  expect(await refused({ name: '回访13812345678' })).toEqual(['text.mobile'])
  expect(await codesOf(answer(desk, '受益社区数', { percent: 90 }))).toEqual(['selfEvaluation.numberOnly'])
  expect(await codesOf(desk.ask('selfEvaluation.answer', { item: 99, answer: NOTHING }))).toEqual(['selfEvaluation.itemUnknown'])
})
