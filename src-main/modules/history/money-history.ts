import type { MoneyHistory, MoneyMoment } from '../../model/cell-history.ts'
import { countsIn } from '../../model/plan.ts'
import { evaluate } from '../../engine/index.ts'
import { preset } from '../../policy/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { AppError } from '../../shared/app-error.ts'
import { nextTurn, refuseCancelled } from '../../shared/turns.ts'
import type { PlanReader } from '../../store/index.ts'

/** A step that changed none of these changed nobody's money. */
const MONEY_RESTS_ON: readonly string[] = ['community', 'community_year', 'override', 'policy', 'district_policy', 'year', 'indicator']
/** Steps that are gone back through at most; whoever asks for more is told how far it went. */
const MOST_STEPS = 2000
const NOTHING: MoneyMoment = { fen: null, class: null }

/** @returns amount and class of the community in that state of the plan; nothing where they can't be computed */
function momentOf(desk: Desk, plan: PlanReader, year: number, keys: readonly string[]): MoneyMoment {
  try {
    const { policy: used } = plan.years.get(year)
    const stored = plan.policies.list().find(({ policy }) => policy.id === used.id && policy.version === used.version)?.policy
    const policy = stored ?? preset(desk.options.resourcesFolder, used.id)
    if (policy === null) return NOTHING
    const indicators = plan.dictionary.get().indicators.filter((each) => each.retired !== true)
    const overrides = plan.overrides.list(year).filter((each) => countsIn(each, year))
    const { communities } = evaluate({
      policy,
      indicators,
      facts: plan.communities.facts(year),
      overrides,
      own: plan.districtPolicies.list(year),
    })
    const found = communities.find((each) => keys.includes(each.key))
    return found === undefined ? NOTHING : { fen: found.amountFen, class: found.class }
  } catch (error) {
    if (error instanceof AppError) return NOTHING
    throw error
  }
}

const isSame = (one: MoneyMoment, other: MoneyMoment): boolean => one.fen === other.fen && one.class === other.class

/**
 * @param keys under which the community was known
 * @param since an ISO time in UTC
 * @throws AppError task.cancelled
 */
export async function moneyHistory(
  desk: Desk,
  { keys, year, since }: { keys: readonly string[]; year: number; since: string },
  signal: AbortSignal,
): Promise<MoneyHistory> {
  const { history } = desk.store.read
  const steps = history.list({ limit: MOST_STEPS + 1, from: since })
  const known = new Map(steps.slice(0, MOST_STEPS).map((each) => [each.id, each]))
  const last = steps[Math.min(steps.length, MOST_STEPS) - 1]
  const now = momentOf(desk, desk.store.read, year, keys)
  let after = now
  const changes: MoneyHistory['changes'] = []
  for (const { step, plan } of desk.store.rewinding((last?.id ?? history.revision() + 1) - 1)) {
    refuseCancelled(signal)
    if (!history.tablesOf(step).some((table) => MONEY_RESTS_ON.includes(table))) continue
    const before = momentOf(desk, plan, year, keys)
    if (!isSame(before, after)) {
      const { id, at, operator, operation, said } = known.get(step)!
      changes.push({ id, at, operator, operation, said, before, after })
    }
    after = before
    await nextTurn()
  }
  const isWhole = steps.length <= MOST_STEPS
  return { then: after, now, changes, from: isWhole || last === undefined ? since : last.at, isWhole }
}
