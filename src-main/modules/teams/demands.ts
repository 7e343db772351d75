import { isMeasured } from '../../model/indicator.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { areaName, type TeamDemand, type TeamSettings } from '../../model/teams.ts'
import { textIn } from '../../model/text.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { demandsInWords } from '../../words/teams.ts'
import type { Desk } from '../../desk/desk.ts'
import { refusePersonal } from '../../desk/personal.ts'

/** What settings name and the plan does not have. */
function unknownIn(desk: Desk, { weights, classes, neighbours, own }: TeamSettings): Problem[] {
  const areas = new Set(desk.facts.map(areaName))
  const countable = new Set([...desk.dictionary.indicators, ...desk.policy.indicators].filter(isMeasured).map((each) => each.key))
  const known = new Set(desk.policy.classes.map((each) => each.key))
  return [
    ...weights.filter((each) => !countable.has(each.indicator)).map((each) => problem('teams.indicatorUnknown', { value: each.indicator })),
    ...Object.keys(classes)
      .filter((each) => !known.has(each))
      .map((value) => problem('teams.classUnknown', { value })),
    ...neighbours
      .flat()
      .filter((each) => !areas.has(areaName(each)))
      .map(({ district, subdistrict }) => problem('teams.areaUnknown', { value: `${district}${subdistrict}` })),
    ...own
      .filter((key) => !desk.facts.some((each) => each.key === key))
      .map((value) => problem('plan.communityUnknown', { value }, { community: value })),
  ]
}

/** @throws teams.indicatorUnknown, teams.classUnknown, teams.areaUnknown, plan.communityUnknown, teams.limitsCrossed; text.identity, text.mobile */
export function refuseWrongSettings(desk: Desk, settings: TeamSettings): void {
  refusePersonal(Object.fromEntries(settings.bureaus.map(({ key, name }) => [key, `${name.zh} ${name.en}`])))
  const { officersLeast, officersMost, least, most } = settings
  const problems = unknownIn(desk, settings)
  if (officersLeast > officersMost)
    problems.push(
      problem('teams.limitsCrossed', { name: '每队人数', nameEn: 'Officers in a team', least: officersLeast, most: officersMost }),
    )
  if (least !== null && most !== null && least > most)
    problems.push(problem('teams.limitsCrossed', { name: '每队社区数', nameEn: 'Communities of a team', least, most }))
  if (problems.length > 0) throw new AppError(problems)
}

/**
 * What can be said before anything is solved.
 * @throws teams.none, teams.tooMany, teams.tooFewOfficers, teams.bureauEmpty
 */
export function refuseHopeless({ teams, bureaus }: TeamSettings, communities: number): void {
  if (communities === 0) throw appError('teams.none')
  if (teams > communities) throw appError('teams.tooMany', { teams, communities })
  const officers = bureaus.reduce((sum, each) => sum + each.officers, 0)
  if (officers < teams) throw appError('teams.tooFewOfficers', { officers, teams })
  const empty = bureaus.find((each) => each.required && each.officers === 0)
  if (empty !== undefined) throw appError('teams.bureauEmpty', { name: empty.name.zh, nameEn: textIn(empty.name, 'en') })
}

/** @returns the refusal of demands that contradict each other, each in words */
export function contradictionError(demands: readonly TeamDemand[], { bureaus }: TeamSettings, nameOf: (key: string) => string): AppError {
  const { zh, en } = demandsInWords(demands, { bureaus, nameOf })
  return appError('teams.contradiction', { demands: zh, demandsEn: en })
}
