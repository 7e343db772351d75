import { problem, type Problem } from '../../model/problem.ts'
import { areaName, type TeamArea, type TeamSettings } from '../../model/teams.ts'
import { AppError } from '../../shared/app-error.ts'
import { comparablePlace } from '../../documents/import/index.ts'

type Pair = TeamSettings['neighbours'][number]

/** What may stand above a list. */
const HEADING = /^(区县|街道镇?|街道乡镇|乡镇街道|镇街|(相邻|邻近)(的?街道镇?)?|subdistricts?|neighbours?|neighbouringsubdistricts?)$/
const BETWEEN = /[\t,，、;；]/

const areaIn = ({ district, subdistrict }: TeamArea): TeamArea => ({ district, subdistrict })

/** Finds subdistricts by name as offices write them; a name that several districts have is the one beside another of its line. */
function areaFinder(areas: readonly TeamArea[]): (name: string, beside: TeamArea | null) => TeamArea[] {
  const all = [...new Map(areas.map((each) => [areaName(each), each])).values()]
  return (name, beside) => {
    const found = all.filter((each) => comparablePlace(name, each.district) === comparablePlace(each.subdistrict, each.district))
    const near = found.filter((each) => each.district === beside?.district)
    return near.length === 1 ? near : found
  }
}

/** @returns one text for a pair, whichever stands first */
const pairName = ([one, other]: Pair): string => [areaName(one), areaName(other)].sort().join('\n')

/**
 * Reads a list of neighbours: a line for each subdistrict, and beside it those that it touches.
 * @param text as it is typed or pasted out of a sheet
 * @param areas where communities of the year lie
 * @returns each pair once
 * @throws teams.neighbourUnknown, teams.neighbourTwice, teams.neighbourAlone: every line that can't be read, at its place
 */
export function readNeighbours(text: string, areas: readonly TeamArea[]): Pair[] {
  const find = areaFinder(areas)
  const problems: Problem[] = []
  const pairs = new Map<string, Pair>()
  text.split(/\r?\n/).forEach((line, at) => {
    const names = line.split(BETWEEN).flatMap((each) => each.trim() || [])
    if (names.length === 0 || names.every((each) => HEADING.test(comparablePlace(each)))) return
    const place = { row: at + 1 }
    if (names.length === 1) problems.push(problem('teams.neighbourAlone', { value: names[0]! }, place))
    const known: TeamArea[] = []
    for (const value of names) {
      const found = find(value, known[0] ?? null)
      const districts = found.map((each) => each.district).join('、')
      if (found.length === 0) problems.push(problem('teams.neighbourUnknown', { value }, place))
      else if (found.length > 1) problems.push(problem('teams.neighbourTwice', { value, districts }, place))
      else known.push(areaIn(found[0]!))
    }
    const [own, ...others] = known
    for (const other of others) {
      const pair: Pair = [own!, other]
      if (areaName(other) !== areaName(own!) && !pairs.has(pairName(pair))) pairs.set(pairName(pair), pair)
    }
  })
  if (problems.length > 0) throw new AppError(problems)
  return [...pairs.values()]
}
