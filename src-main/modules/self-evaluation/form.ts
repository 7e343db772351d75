import { budgetPointsOf, pointsOf, pointSum, remarkOf } from '../../engine/self-evaluation/index.ts'
import { addedUp, districtsOf, sumOfAll, unknownIn } from '../../model/places.ts'
import {
  ASPECTS,
  BUDGET_POINTS,
  LEVEL_NAMES,
  NO_ANSWER,
  TENTHS,
  type EvaluationAnswer,
  type EvaluationBudget,
  type EvaluationItem,
  type EvaluationLine,
  type EvaluationTexts,
  type SelfEvaluation,
} from '../../model/self-evaluation.ts'
import { textIn } from '../../model/text.ts'
import type { Desk } from '../../desk/desk.ts'
import { settingsOf } from '../documents/index.ts'
import { ledgerOfYear } from '../ledger/index.ts'
import { accountsAt, dayOf, isKept, plannedDues, yearsOf } from '../projects/index.ts'
import { DELIVERED_ITEMS } from './delivered.ts'
import { figureState, isIn, type Scope } from './figures.ts'

/** What is judged in a year: its own items, else those of the last year that had some, else as delivered. */
export function itemsOf(desk: Desk, year: number): { items: readonly EvaluationItem[]; from: number | null } {
  for (const each of yearsOf(desk)
    .filter((own) => own <= year)
    .toReversed()) {
    const items = desk.store.read.selfEvaluation.items(each)
    if (items !== null) return { items, from: each }
  }
  return { items: DELIVERED_ITEMS, from: null }
}

/** The money of a year in a part of the plan: planned and carried over against what was paid. */
function budgetOf(desk: Desk, scope: Scope): EvaluationBudget {
  const { year } = scope
  const dues = plannedDues(desk, year)
  const facts = desk.factsOf(year).filter((each) => isIn(scope, each))
  const planned = facts.map(({ key }): number | null => {
    const due = dues.get(key) ?? null
    return due === null ? null : addedUp(Object.values(due))
  })
  const accounts = accountsAt(desk, year, dayOf(desk, year)).filter((each) => isIn(scope, each))
  const hasRegister = isKept(desk, year)
  const paid: (number | null)[] = hasRegister
    ? accounts.map((each) => each.paidFen)
    : ledgerOfYear(desk, year)
        .rows.filter((each) => isIn(scope, each))
        .map((each) => each.spentFen)
  const [plannedFen, paidFen] = [sumOfAll(planned), paid.length === 0 ? null : sumOfAll(paid)]
  const carryFen = addedUp(accounts.map((each) => each.carryFen))
  const wholeFen = plannedFen === null ? null : plannedFen + carryFen
  const isRated = paidFen !== null && wholeFen !== null && wholeFen > 0
  return {
    plannedFen,
    carryFen,
    wholeFen,
    paidFen,
    paidFrom: paidFen === null ? null : hasRegister ? 'register' : 'ledger',
    planUnknown: unknownIn(planned),
    carryUnknown: accounts.filter((each) => each.carryFrom === 'none').length,
    paidUnknown: unknownIn(paid),
    rate: isRated ? paidFen / wholeFen : null,
    hundredths: isRated ? budgetPointsOf(paidFen, wholeFen) : null,
  }
}

/** An item as it stands in a part of the plan: what was typed counts before what the plan itself knows. */
function lineOf(desk: Desk, scope: Scope, item: EvaluationItem, answer: EvaluationAnswer): EvaluationLine {
  const state = item.figure === null ? null : figureState(desk, scope, item.figure)
  const target = item.way === 'grade' ? null : (answer.target ?? item.target ?? state?.planned ?? null)
  const result = item.way === 'grade' ? null : (answer.result ?? state?.value ?? null)
  const judged = { way: item.way, tenths: item.tenths, target, result, percent: answer.percent }
  return {
    ...item,
    target,
    ownTarget: answer.target !== null,
    state,
    result,
    typed: answer.result !== null,
    percent: item.way === 'grade' ? answer.percent : null,
    hundredths: pointsOf(judged),
    remark: remarkOf(judged),
    reason: answer.reason,
  }
}

/** The head of the form where nobody has written one. */
const usualTexts = (desk: Desk, { district }: Scope): EvaluationTexts => {
  const department = textIn(settingsOf(desk).department, 'zh').slice(0, 60)
  return { project: '服务群众专项经费', department, unit: district === '' ? department : district, goal: '', achieved: '' }
}

/** @returns the form of a year for the whole plan or a district, each line with what its points follow from */
export function formOf(desk: Desk, scope: Scope): SelfEvaluation {
  const { year, district } = scope
  const { items, from } = itemsOf(desk, year)
  const answers = desk.store.read.selfEvaluation.answers(year, district)
  const lines = items.map((item) => lineOf(desk, scope, item, answers.get(item.id) ?? NO_ANSWER))
  const budget = budgetOf(desk, scope)
  return {
    year,
    district,
    districts: districtsOf(desk.factsOf(year)),
    from,
    texts: desk.store.read.selfEvaluation.texts(year, district) ?? usualTexts(desk, scope),
    budget,
    lines,
    levels: LEVEL_NAMES.map((level) => ({ level, ...pointSum(lines.filter((each) => ASPECTS[each.aspect] === level)) })),
    total: pointSum([...lines, { tenths: BUDGET_POINTS * TENTHS, hundredths: budget.hundredths }]),
  }
}
