import { CLASS_ASSUMED, type CommunityWork, type TeamSettings } from '../../model/teams.ts'
import type { FactColumns } from '../columns/facts.ts'
import type { PolicyRun } from '../columns/run.ts'

/** Work is counted in whole tenths of a point, so that sums agree whatever the order. */
const TENTHS = 10

const meanOf = (values: readonly number[]): number => {
  const known = values.filter((each) => !Number.isNaN(each))
  return known.length === 0 ? 0 : known.reduce((sum, each) => sum + each, 0) / known.length
}

/** A value for each community; where it is unknown, the mean of the others, and who is meant. */
function filled(values: readonly number[]): { values: number[]; assumed: boolean[] } {
  const mean = meanOf(values)
  return { values: values.map((each) => (Number.isNaN(each) ? mean : each)), assumed: values.map(Number.isNaN) }
}

/**
 * How much work each community is for a team: so many points for units of indicators, for its class, and for the visits that its class asks
 * for. What is unknown counts as the mean of the communities where it is known, and is named: as nothing it would send too few people.
 * @returns in the order of the columns
 */
export function workOf(columns: FactColumns, run: Pick<PolicyRun, 'classes'>, settings: TeamSettings): CommunityWork[] {
  const { weights, classes, visitPoints } = settings
  const ofClass = (part: 'points' | 'visits') => filled(run.classes.map((own) => (own === null ? Number.NaN : (classes[own]?.[part] ?? 0))))
  const [points, visits] = [ofClass('points'), ofClass('visits')]
  const parts = weights
    .filter(({ indicator }) => columns.table.columns.has(indicator))
    .map((weight) => ({ ...weight, ...filled([...columns.table.columns.get(weight.indicator)!]) }))
  return columns.facts.map(({ key }, row) => {
    const ofIndicators = parts.reduce((sum, each) => sum + (each.values[row]! / each.per) * each.points, 0)
    const weekly = Math.round(visits.values[row]!)
    return {
      key,
      work: Math.max(0, Math.round(TENTHS * (ofIndicators + points.values[row]! + weekly * visitPoints))),
      visits: weekly,
      assumed: [
        ...parts.filter((each) => each.assumed[row]).map((each) => each.indicator),
        ...(points.assumed[row] === true ? [CLASS_ASSUMED] : []),
      ],
    }
  })
}
