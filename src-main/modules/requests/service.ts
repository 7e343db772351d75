import type { Day } from '../../model/calendar.ts'
import type { CommunityFacts, CommunityResult } from '../../model/plan.ts'
import { problem, type Problem } from '../../model/problem.ts'
import {
  DELIVERED_PERIODS,
  type AdmissionRequest,
  type Decision,
  type Periods,
  type RequestedTask,
  type RequestLine,
} from '../../model/request.ts'
import { DECISION_PARTS, OUTCOME_WORDS, REQUEST_PARTS } from '../../words/requests.ts'
import { requestsWorkbook, requestWorkbook } from '../../documents/requests/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import { refusePersonal } from '../../desk/personal.ts'
import type { Service } from '../../desk/service.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { today, workingDaysOf } from '../calendar/index.ts'
import { affectedBy, reachedBy } from './affected.ts'
import { aheadClock, decidingClock } from './clocks.ts'
import { takeUp } from './take-up.ts'

const periodsOf = (desk: Desk): Periods => ({ ...DELIVERED_PERIODS, ...desk.store.read.admissionPeriods.get() })

/** The communities of the year with their classes as of now. @throws the engine's named errors */
const communitiesNow = (desk: Desk): readonly CommunityResult[] => desk.arranged(desk.result).communities

function linesOf(desk: Desk, now: Day): RequestLine[] {
  const requests = desk.store.read.admissionRequests.list()
  if (requests.length === 0) return []
  const [communities, periods, days] = [communitiesNow(desk), periodsOf(desk), workingDaysOf(desk)]
  return requests.map((each) => ({
    ...each,
    ahead: aheadClock(each, periods, days),
    deciding: decidingClock(each, periods, days, now),
    affected: affectedBy(each, communities),
  }))
}

/** What a scope names and the year does not have. */
function unknownIn({ scope }: RequestedTask, facts: readonly CommunityFacts[], classes: readonly string[]): string[] {
  switch (scope.by) {
    case 'all':
      return []
    case 'classes':
      return scope.classes.filter((each) => !classes.includes(each))
    case 'subdistricts':
      return scope.subdistricts
        .filter((each) => !facts.some(({ district, subdistrict }) => district === each.district && subdistrict === each.subdistrict))
        .map((each) => `${each.district}${each.subdistrict}`)
    case 'communities':
      return scope.keys.filter((key) => !facts.some((each) => each.key === key))
  }
}

/** @throws admission.wantedBefore, admission.scopeUnknown; text.identity, text.mobile */
function refuseWrong(desk: Desk, task: RequestedTask): void {
  const { title, department, basis, note } = REQUEST_PARTS
  refusePersonal({ [title.zh]: task.title, [department.zh]: task.department, [basis.zh]: task.basis, [note.zh]: task.note })
  const classes = desk.policy.classes.map((each) => each.key)
  const problems: Problem[] = unknownIn(task, desk.facts, classes).map((value) => problem('admission.scopeUnknown', { value }))
  if (task.wantedFrom < task.asked) problems.push(problem('admission.wantedBefore', { value: task.wantedFrom, limit: task.asked }))
  if (problems.length > 0) throw new AppError(problems)
}

/** @throws admission.unknown, admission.decided */
function undecided(desk: Desk, id: number): AdmissionRequest {
  const request = desk.store.read.admissionRequests.get(id)
  if (request.decision !== null) throw appError('admission.decided', { title: request.title })
  return request
}

async function decide(desk: Desk, id: number, decision: Decision): Promise<void> {
  const { title, asked } = undecided(desk, id)
  refusePersonal({ [DECISION_PARTS.reason.zh]: decision.reason, [DECISION_PARTS.document.zh]: decision.document })
  if (decision.date < asked) throw appError('admission.decidedBefore', { value: decision.date, limit: asked })
  const { zh, en } = OUTCOME_WORDS[decision.outcome]
  const params = { title, outcome: zh, outcomeEn: en ?? zh }
  await desk.store.command('requests.decide', { key: 'requestDecide', params }, (plan) => plan.admissionRequests.decide(id, decision))
}

const FILE_NAMES = { zh: '准入事项申请', en: 'Admission requests' }

async function exported(desk: Desk, id: number | undefined, language: 'zh' | 'en') {
  const lines = linesOf(desk, today(desk))
  const names = new Map(desk.facts.map((each) => [each.key, each.name]))
  const input = { nameOf: (key: string) => names.get(key) ?? key, language, synthetic: desk.year.synthetic }
  if (id === undefined) return fileAnswer(FILE_NAMES[language], 'xlsx', await requestsWorkbook(lines, input))
  const { title } = desk.store.read.admissionRequests.get(id)
  const line = lines.find((each) => each.id === id)!
  return fileAnswer(`${FILE_NAMES[language]} ${title}`, 'xlsx', await requestWorkbook(line, input))
}

export const requests = (desk: Desk) =>
  ({
    'requests.list': () => {
      const now = today(desk)
      return { today: now, periods: periodsOf(desk), requests: linesOf(desk, now) }
    },
    'requests.reached': ({ id }) => {
      const { communities } = reachedBy(desk.store.read.admissionRequests.get(id).scope, communitiesNow(desk))
      return communities.map(({ key, name, district, subdistrict, class: own }) => ({ key, name, district, subdistrict, class: own }))
    },
    'requests.overdue': () => {
      const [periods, days, now] = [periodsOf(desk), workingDaysOf(desk), today(desk)]
      const open = desk.store.read.admissionRequests.list().filter((each) => each.decision === null)
      const overdue = open.filter((each) => decidingClock(each, periods, days, now).overdue)
      return { overdue: overdue.length, open: open.length, first: overdue.at(-1)?.title ?? null }
    },
    'requests.add': async (task) => {
      refuseWrong(desk, task)
      const { title, department } = task
      const id = await desk.store.command('requests.add', { key: 'requestAdd', params: { title, department } }, (plan) =>
        plan.admissionRequests.add(task),
      )
      return { id }
    },
    'requests.save': async ({ id, ...task }) => {
      undecided(desk, id)
      refuseWrong(desk, task)
      const { title, department } = task
      await desk.store.command('requests.save', { key: 'requestAdd', params: { title, department } }, (plan) =>
        plan.admissionRequests.save(id, task),
      )
      return {}
    },
    'requests.remove': async ({ id }) => {
      const { title, department } = undecided(desk, id)
      await desk.store.command('requests.remove', { key: 'requestAdd', params: { title, department } }, (plan) =>
        plan.admissionRequests.remove(id),
      )
      return {}
    },
    'requests.decide': async ({ id, decision }) => {
      await decide(desk, id, decision)
      return {}
    },
    'requests.reopen': async ({ id }) => {
      const { title, department, decision } = desk.store.read.admissionRequests.get(id)
      if (decision === null) throw appError('admission.undecided', { title })
      await desk.store.command('requests.reopen', { key: 'requestAdd', params: { title, department } }, (plan) =>
        plan.admissionRequests.decide(id, null),
      )
      return {}
    },
    'requests.takeUp': async ({ id }) => ({ item: await takeUp(desk, id) }),
    'requests.periods': async (periods) => {
      await desk.store.command('requests.periods', { key: 'requestPeriods', params: { ...periods } }, (plan) =>
        plan.admissionPeriods.save(periods),
      )
      return {}
    },
    'requests.export': ({ id, language }) => exported(desk, id, language),
  }) satisfies Partial<Service>
