import { afterStep, inDateOrder, nothingDone } from '../../model/project-standing.ts'
import {
  HAS_AMOUNT,
  HAS_BODY,
  HAS_REASON,
  type DemandedStep,
  type ProjectEvent,
  type ProjectRules,
  type ProjectStep,
  type Standing,
} from '../../model/project.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import { STEP_WORDS } from '../../words/projects.ts'

type Rules = Pick<ProjectRules, 'leftOut'>

/** What each step asks for before it; of those the rules may leave some out. */
const ASKS_FOR: Record<ProjectStep, readonly ProjectStep[]> = {
  proposed: [],
  decided: ['proposed'],
  filed: ['decided'],
  publishedBefore: ['decided'],
  contracted: ['decided'],
  started: ['decided', 'filed', 'publishedBefore'],
  publishedDuring: ['started'],
  paid: ['decided', 'filed', 'started'],
  accepted: ['decided', 'filed', 'started', 'publishedDuring'],
  settled: ['decided', 'accepted'],
  published: ['settled'],
  closed: ['settled', 'published'],
  changed: ['decided'],
  stopped: ['proposed'],
}
/** What can be made only once; a contract is added to, and money is paid in parts. */
const ONCE: readonly ProjectStep[] = ['proposed', 'decided', 'started', 'accepted', 'settled', 'published', 'closed', 'stopped']

const named = (step: ProjectStep) => ({ step: STEP_WORDS[step].zh, stepEn: STEP_WORDS[step].en })

/** Amounts are exact to the fen: a payment may not go beyond what was agreed, nor an agreement beyond what was approved. */
function amountProblems(before: Standing, { kind, amountFen }: ProjectEvent): Array<[Problem['code'], Problem['params']]> {
  const { approvedFen, contractFen, paidFen, settledFen } = before
  const fen = amountFen ?? 0
  const above = (code: Problem['code'], valueFen: number, limitFen: number | null): Array<[Problem['code'], Problem['params']]> =>
    limitFen !== null && valueFen > limitFen ? [[code, { valueFen, limitFen, byFen: valueFen - limitFen }]] : []
  switch (kind) {
    case 'contracted':
      return above('project.contractAbove', (contractFen ?? 0) + fen, approvedFen)
    case 'paid':
      return contractFen === null
        ? above('project.paidAboveApproved', paidFen + fen, settledFen ?? approvedFen)
        : above('project.paidAboveContract', paidFen + fen, Math.min(contractFen, settledFen ?? contractFen))
    case 'settled':
      return fen < paidFen
        ? [['project.settledBelow', { valueFen: fen, limitFen: paidFen, byFen: paidFen - fen }]]
        : above('project.settledAbove', fen, contractFen === null ? approvedFen : Math.min(contractFen, approvedFen ?? contractFen))
    case 'changed': {
      const least = Math.max(paidFen, contractFen ?? 0)
      return fen < least ? [['project.changedBelow', { valueFen: fen, limitFen: least, byFen: least - fen }]] : []
    }
    case 'closed':
      return settledFen !== null && settledFen !== paidFen
        ? [['project.closedOpen', { valueFen: settledFen, limitFen: paidFen, byFen: settledFen - paidFen }]]
        : []
    case 'proposed':
    case 'decided':
    case 'filed':
    case 'publishedBefore':
    case 'started':
    case 'publishedDuring':
    case 'accepted':
    case 'published':
    case 'stopped':
      return []
  }
}

/** What a step lacks by itself, and what it may not follow. */
function orderProblems(before: Standing, event: ProjectEvent, { leftOut }: Rules): Array<[Problem['code'], Problem['params']]> {
  const { kind, date } = event
  const { state, dates } = before
  const said = { ...named(kind), date }
  if (state === 'closed' || state === 'stopped')
    return [['project.ended', { ...said, ...{ other: STEP_WORDS[state].zh, otherEn: STEP_WORDS[state].en } }]]
  if (ONCE.includes(kind) && dates[kind] !== undefined) return [['project.stepTwice', { ...said, other: dates[kind] }]]
  const missing = ASKS_FOR[kind].find((each) => dates[each] === undefined && !leftOut.includes(each as DemandedStep))
  if (kind === 'paid' && missing === 'decided') return [['project.paidBefore', { date }]]
  if (missing !== undefined)
    return [['project.stepSkipped', { ...said, missing: STEP_WORDS[missing].zh, missingEn: STEP_WORDS[missing].en }]]
  if (before.refile && ['started', 'paid', 'accepted', 'settled'].includes(kind) && !leftOut.includes('filed'))
    return [['project.refile', said]]
  if (kind === 'changed' && dates.settled !== undefined) return [['project.changedLate', { date, other: dates.settled }]]
  return []
}

function ownProblems({ kind, amountFen, body, reason }: ProjectEvent): Array<[Problem['code'], Problem['params']]> {
  return [
    ...(HAS_AMOUNT.includes(kind) && amountFen === null
      ? [['project.amountMissing', named(kind)] as [Problem['code'], Problem['params']]]
      : []),
    ...(HAS_BODY.includes(kind) && body === '' ? [['project.bodyMissing', named(kind)] as [Problem['code'], Problem['params']]] : []),
    ...(HAS_REASON.includes(kind) && reason === '' ? [['project.reasonMissing', named(kind)] as [Problem['code'], Problem['params']]] : []),
  ]
}

/**
 * Goes through the steps of a project by their days, and says what may not follow what.
 * @param placeOf where each step stands, for the messages
 * @returns every problem; none where the steps are as the rules ask
 */
export function stepProblems(events: readonly ProjectEvent[], rules: Rules, placeOf: (event: ProjectEvent) => Place): Problem[] {
  const problems: Problem[] = []
  let standing = nothingDone()
  for (const event of inDateOrder(events)) {
    const order = orderProblems(standing, event, rules)
    const found = [...ownProblems(event), ...order, ...(order.length === 0 ? amountProblems(standing, event) : [])]
    problems.push(...found.map(([code, params]) => problem(code, params, placeOf(event))))
    standing = afterStep(standing, event)
  }
  return problems
}
