import type { CommunityFacts } from '../../model/plan.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { areaName, CLASS_ASSUMED, type CommunityWork, type TeamSettings } from '../../model/teams.ts'
import type { Text } from '../../model/text.ts'
import { namesIn } from '../../words/summaries.ts'

/** What work is counted from. */
interface Counted {
  facts: readonly Pick<CommunityFacts, 'key' | 'name' | 'district' | 'subdistrict' | 'values'>[]
  works: readonly CommunityWork[]
  settings: TeamSettings
  /** Classes of the policy of which nothing is said. */
  unsaid: readonly string[]
  /** Whether an indicator is in the dictionary, or was given up. */
  isCounted: (indicator: string) => boolean
  labelOf: (indicator: string) => Text
}

/** Texts in a row, in both languages. */
const labelsIn = (labels: readonly Text[]): Record<'labels' | 'labelsEn', string> => ({
  labels: namesIn(
    'labels',
    labels.map((each) => each.zh),
  ).labels,
  labelsEn: namesIn(
    'labels',
    labels.map((each) => each.en ?? each.zh),
  ).labelsEn,
})
const CLASS: Text = { zh: '类别', en: 'class' }

/** What is unknown of some, where the mean of the others stands for it, and what is unknown of all, where nothing does. */
function unknowns({ facts, works, labelOf }: Counted): Problem[] {
  const said = (indicator: string): Text => (indicator === CLASS_ASSUMED ? CLASS : labelOf(indicator))
  const parts = [...new Set(works.flatMap((each) => each.assumed))]
  const isOfAll = (part: string): boolean => works.every((each) => each.assumed.includes(part))
  const [ofAll, ofSome] = [parts.filter(isOfAll), parts.filter((each) => !isOfAll(each))]
  const lacking = new Set(works.filter((each) => each.assumed.some((part) => ofSome.includes(part))).map((each) => each.key))
  const names = facts.filter((each) => lacking.has(each.key)).map((each) => each.name)
  return [
    ...(ofAll.length === 0 ? [] : [warning('teams.unknownOfAll', labelsIn(ofAll.map(said)))]),
    ...(lacking.size === 0
      ? []
      : [warning('teams.assumed', { count: lacking.size, ...namesIn('names', names), ...labelsIn(ofSome.map(said)) })]),
  ]
}

/** Subdistricts that no pair of neighbours has, where there is a list. */
function islandsIn({ facts, settings }: Counted): string[] {
  const paired = new Set(settings.neighbours.flat().map(areaName))
  if (settings.reach !== 'neighbours' || paired.size === 0) return []
  const areas = [...new Map(facts.map((each) => [areaName(each), each])).values()]
  return areas.filter((each) => !paired.has(areaName(each))).map((each) => each.subdistrict)
}

/** @returns what the reader should know of communities, weights and classes, before anything is solved: nothing unknown is taken as nothing in silence */
export function doubtsOf(counted: Counted): Problem[] {
  const { facts, settings, unsaid, isCounted, labelOf } = counted
  const empty = facts.filter((each) => each.values['residentHouseholds'] === 0).map((each) => each.name)
  const gone = settings.weights.flatMap(({ indicator }) => (isCounted(indicator) ? [] : [labelOf(indicator).zh]))
  const islands = islandsIn(counted)
  return [
    ...(empty.length === 0 ? [] : [warning('teams.noHouseholds', { count: empty.length, ...namesIn('names', empty) })]),
    ...unknowns(counted),
    ...(gone.length === 0 ? [] : [warning('teams.weightGone', namesIn('names', gone))]),
    ...(unsaid.length === 0 ? [] : [warning('teams.classUnsaid', namesIn('names', unsaid))]),
    ...(islands.length === 0 ? [] : [warning('teams.island', namesIn('names', islands))]),
  ]
}
