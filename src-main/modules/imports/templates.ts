import { districtsOf } from '../../model/places.ts'
import { communityOf, type Community } from '../../model/plan.ts'
import { templateWorkbook } from '../../documents/template/index.ts'
import { ownPoliciesOf } from '../../desk/own-policies.ts'
import type { Desk } from '../../desk/desk.ts'
import { asDelivered } from './finder.ts'
import { indicatorsOfPolicy } from '../../desk/plan-result.ts'
import type { Service } from '../../desk/service.ts'
import { fileAnswer } from '../../desk/file-answer.ts'

/**
 * In the order of the plan, but districts together and, before all others, what has no place: read from above, a blank place below a
 * known one would be taken for the same.
 */
export function blankPlacesFirst<T extends Community>(facts: readonly T[]): T[] {
  const districts = districtsOf(facts.map(({ district }) => ({ district: asDelivered(district) }))).sort(
    (one, other) => Number(one !== '') - Number(other !== ''),
  )
  return districts.flatMap((district) =>
    facts
      .filter((each) => asDelivered(each.district) === district)
      .sort((one, other) => Number(asDelivered(one.subdistrict) !== '') - Number(asDelivered(other.subdistrict) !== '')),
  )
}

const options = (desk: Desk, year: number) => {
  const policy = desk.policyOf(year)
  const { indicators } = desk.dictionary
  const asked = [policy, ...ownPoliciesOf(desk, year).map((each) => each.policy)].flatMap((each) => indicatorsOfPolicy(each, indicators))
  return {
    year,
    policyIndicators: [...new Set(asked)],
    classes: policy.classes.map(({ key }) => key),
    synthetic: desk.yearOf(year).synthetic,
  }
}

/** The sheet that subdistricts fill in, and the same sheet filled in. */
export const templates = (desk: Desk) =>
  ({
    'template.export': async () => {
      const { year } = desk.year
      const communities = desk.facts.map(communityOf)
      const title = `${year}年社区基本情况表`
      const bytes = await templateWorkbook(desk.dictionary, { title, communities, ...options(desk, year) })
      return fileAnswer(`${title}（填报模板）`, 'xlsx', bytes)
    },
    'indicators.export': async ({ year = desk.year.year }) => {
      const title = `${year}年社区基本情况表`
      const bytes = await templateWorkbook(desk.dictionary, { title, facts: blankPlacesFirst(desk.factsOf(year)), ...options(desk, year) })
      return fileAnswer(title, 'xlsx', bytes)
    },
  }) satisfies Partial<Service>
