import { hoursOf } from '../../model/hours.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import { fillGaps, type OwnText } from '../../model/paper.ts'
import { communityOf } from '../../model/plan.ts'
import { textIn, type Language } from '../../model/text.ts'
import { UNRECONCILED } from '../../words/papers.ts'
import { planWorkbookInSteps, type AllocationPaper, type WorkbookInput } from '../../documents/workbook/index.ts'
import { effectsOfClass, explain, reasonsOf } from '../../engine/index.ts'
import { assertPolicy } from '../../policy/index.ts'
import { appError } from '../../shared/app-error.ts'
import { resolvedYear } from '../../desk/catalogue.ts'
import { ownPoliciesOf } from '../../desk/own-policies.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import { settingsOf } from '../documents/index.ts'
import { inSteps } from '../../shared/turns.ts'
import { isUnreconciled } from '../../desk/outgoing.ts'
import { planResult } from '../../desk/plan-result.ts'
import type { Service } from '../../desk/service.ts'
import { moneyEffect } from './money-effect.ts'
import { assertWhole, columnsOfBase, standpointOf } from '../../desk/standpoint.ts'

/** When the present result, of the same policy and the same data, was first adopted; null: it is a draft. */
const adoptionOf = ({ result, store }: Desk): string | null => {
  const same = store.read.adopted
    .list()
    .filter((each) => each.year === result.year && each.policy.hash === result.policy.hash && each.inputHash === result.input.hash)
    .filter((each) => each.takenBack === null)
  return same.at(-1)?.adopted ?? null
}

/** The allocation table of the workbook has the title, number and signatures of the printed one. */
function paperOf(desk: Desk, language: Language): AllocationPaper {
  const {
    department,
    tables: { allocation },
  } = settingsOf(desk)
  const gaps = {
    year: desk.year.year,
    department: textIn(department, language),
    plan: desk.planTitle,
    policy: textIn(desk.policy.title, language),
  }
  const said = (text: OwnText): string => fillGaps(textIn(text, language), gaps)
  return { title: said(allocation.title), attachment: said(allocation.attachment), signatures: allocation.signatures.map(said) }
}

/** The figures of all effects but money, community by community; minutes are told as hours. */
function workOf(desk: Desk): WorkbookInput['work'] {
  const { year } = desk.year
  const figures = desk.parts.effects(desk, year).flatMap((each) => each.figures.filter(({ unit }) => unit !== 'fen'))
  if (figures.length === 0) return undefined
  const { columns, run } = resolvedYear(desk, year)
  const values = figures.map((each) => each.of(columns, run))
  const told = (at: number, row: number): number | null => {
    const value = values[at]![row]!
    return Number.isNaN(value) ? null : figures[at]!.unit === 'minutes' ? hoursOf(value) : value
  }
  const communities = columns.facts.map((facts, row) => ({
    ...communityOf(facts),
    class: run.classes[row]!,
    figures: figures.map((_, at) => told(at, row)),
  }))
  const hours = { zh: '（小时）', en: ' (hours)' }
  return {
    figures: figures.map(({ title, unit }) => (unit === 'minutes' ? { zh: title.zh + hours.zh, en: title.en + hours.en } : title)),
    communities: [...inPlaceOrder(communities, desk.placeOrder)],
  }
}

/** Its formulas are those of one policy. @throws workbook.ownPolicies */
function refuseOwn(desk: Desk): void {
  const names = ownPoliciesOf(desk, desk.year.year).map((each) => each.district)
  if (names.length > 0) throw appError('workbook.ownPolicies', { names: names.join('、'), namesEn: names.join(', ') })
}

export const results = (desk: Desk) =>
  ({
    'result.get': ({ scenario }) => {
      if (scenario === undefined) return desk.arranged(desk.result)
      const { policy, facts, overrides, own, year, ...standpoint } = standpointOf(desk, { kind: 'scenario', id: scenario })
      assertWhole(standpoint)
      return desk.arranged(
        planResult({ policy, facts, overrides, own, dictionary: desk.dictionary.indicators, year: year.year, synthetic: year.synthetic }),
      )
    },
    'result.preview': ({ policy }) => {
      assertPolicy(policy, desk.dictionary.indicators)
      return desk.arranged(planResult(desk.basis(policy)))
    },
    'result.explain': ({ key }) => {
      const { dictionary: indicators, ...basis } = desk.basis(desk.policy)
      const found = explain({ ...basis, indicators }, key)
      if (found === null) throw appError('plan.communityUnknown', { value: key }, { community: key })
      return found
    },
    'result.reasons': ({ keys }) => {
      const { dictionary: indicators, ...basis } = desk.basis(desk.policy)
      return reasonsOf({ ...basis, indicators }, keys)
    },
    'result.effects': ({ key, class: chosen }) => {
      const base = { kind: 'year' as const, year: desk.year.year }
      const standpoint = standpointOf(desk, base)
      assertWhole(standpoint)
      const { policy } = standpoint
      const classes = policy.classes.map((each) => each.key)
      if (!classes.includes(chosen)) throw appError('plan.classUnknown', { class: chosen, classes: classes.join(', ') }, { community: key })
      const found = effectsOfClass(desk.parts.effects(desk, desk.year.year), columnsOfBase(desk, base, policy), policy, {
        key,
        class: chosen,
      })
      if (found === null) throw appError('plan.communityUnknown', { value: key }, { community: key })
      return found
    },
    'result.decided': ({ keys }) => {
      const { columns, run } = resolvedYear(desk, desk.year.year)
      const effects = desk.parts.effects(desk, desk.year.year).filter((each) => each.key !== moneyEffect.key)
      const rows = new Map(columns.facts.map(({ key }, row) => [key, row]))
      return keys.map((key) => {
        const row = rows.get(key)
        if (row === undefined) throw appError('plan.communityUnknown', { value: key }, { community: key })
        const own = run.classes[row] === null ? [] : effects
        return {
          key,
          effects: own.map(({ key: kind, title, linesOf }) => ({ key: kind, title, lines: [...linesOf(columns, run, row).values()] })),
        }
      })
    },
    'workbook.export': async ({ language, unreconciled }, context) => {
      refuseOwn(desk)
      const mark = isUnreconciled(desk, unreconciled) ? textIn(UNRECONCILED, language) : undefined
      const { policy, dictionary, facts, overrides, year } = desk
      const title = language === 'en' ? `Service fund ${year.year}` : `${year.year}年服务群众专项经费分配`
      const work = planWorkbookInSteps({
        result: desk.arranged(desk.result),
        policy,
        dictionary,
        facts,
        overrides,
        language,
        appVersion: desk.options.version,
        adopted: adoptionOf(desk),
        paper: paperOf(desk, language),
        mark,
        work: workOf(desk),
      })
      return fileAnswer(title, 'xlsx', await inSteps(work, `${title}.xlsx`, context))
    },
  }) satisfies Partial<Service>
