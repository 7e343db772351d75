import type { CatalogueException, ItemOf } from '../../model/catalogue.ts'
import type { AdmissionRequest } from '../../model/request.ts'
import { appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { reachedBy } from './affected.ts'

type Answers = Pick<ItemOf<'task'>, 'answers' | 'others'>

/** A scope of classes becomes answers by class; one of places or communities is decided for each of them by hand. */
function answersOf({ scope }: AdmissionRequest, answer: 'yes' | 'consent'): Answers {
  if (scope.by === 'all') return { answers: {}, others: answer }
  if (scope.by === 'classes') return { answers: Object.fromEntries(scope.classes.map((each) => [each, answer])), others: 'no' }
  return { answers: {}, others: 'no' }
}

/**
 * Makes an admitted request a task of the year's catalogue, as one step.
 * @returns the id of the task
 * @throws admission.notAdmitted, admission.takenUp; admission.unknown
 */
export async function takeUp(desk: Desk, id: number): Promise<string> {
  const request = desk.store.read.admissionRequests.get(id)
  const { title, department, decision, duration, minutes, timesAYear, moneyFen, scope } = request
  if (decision?.outcome !== 'admitted' && decision?.outcome !== 'consent') throw appError('admission.notAdmitted', { title })
  const { year } = desk.year
  const item = `request-${id}`
  if (desk.store.read.catalogue.items(year).some((each) => each.id === item)) throw appError('admission.takenUp', { title, year })
  const answer = decision.outcome === 'consent' ? 'consent' : 'yes'
  const task: ItemOf<'task'> = {
    kind: 'task',
    id: item,
    title: { zh: title, en: '' },
    department: { zh: department, en: '' },
    duration,
    minutes,
    timesAYear,
    moneyFen,
    ...answersOf(request, answer),
    reason: { zh: decision.reason, en: '' },
    source: 'ours',
  }
  const byHand = scope.by === 'subdistricts' || scope.by === 'communities'
  const { communities } = byHand ? reachedBy(scope, desk.result.communities) : { communities: [] }
  await desk.store.command('requests.takeUp', { key: 'requestTakeUp', params: { title, year } }, (plan) => {
    plan.catalogue.save(year, [task])
    for (const { key } of communities) {
      const exception: CatalogueException = { key, item, answer, reason: decision.reason }
      plan.catalogueExceptions.set(year, exception)
    }
  })
  return item
}
