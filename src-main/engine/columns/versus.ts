import type { ComparedCommunity, Versus } from '../../model/comparison.ts'
import { flowsOf } from '../totals.ts'
import { gainsAndLosses, type Outcome } from './shift.ts'

type Side = ComparedCommunity['sides'][number]
type ByClass = Record<string, { count: number; amountFen: number }>
const outcomeOf = (side: Side): Outcome => ({ class: side.class, fen: side.present ? side.amountFen : 0 })

/**
 * One side of a comparison against the first one.
 * @param side its position among the sides
 * @param classes counts and amounts by class of the base and of this side, as in their totals
 * @returns gains and losses over all communities (a founded one gains all it gets, a vanished one loses all it had; neither has
 *   moved), and the moves of those that both have
 */
export function versusFirst(communities: ComparedCommunity[], side: number, classes: { base: ByClass; other: ByClass }): Versus {
  const pairs = communities
    .map((community) => ({ community, before: community.sides[0]!, now: community.sides[side]! }))
    .filter(({ before, now }) => before.present || now.present)
  const both = pairs.filter(({ before, now }) => before.present && now.present)
  const founded = pairs.filter(({ before }) => !before.present)
  const vanished = pairs.filter(({ now }) => !now.present)
  const changeOf = ({ before, now }: { before: Side; now: Side }): number | null => {
    const [from, to] = [outcomeOf(before).fen, outcomeOf(now).fen]
    return from === null || to === null ? null : to - from
  }
  const shift = gainsAndLosses(
    pairs.map(({ before }) => outcomeOf(before)),
    pairs.map(({ now }) => outcomeOf(now)),
    pairs.map(({ community }) => community.people),
  )
  const byClass: Versus['byClass'] = {}
  for (const key of new Set([...Object.keys(classes.base), ...Object.keys(classes.other)])) {
    const [base, other] = [classes.base[key], classes.other[key]]
    byClass[key] = {
      countBase: base?.count ?? 0,
      countWith: other?.count ?? 0,
      amountBaseFen: base?.amountFen ?? 0,
      amountWithFen: other?.amountFen ?? 0,
      members: 0,
      membersBaseFen: 0,
      membersWithFen: 0,
      changeFen: 0,
    }
  }
  for (const pair of pairs) {
    const reached = pair.now.present ? pair.now.class : pair.before.class
    const [from, to] = [outcomeOf(pair.before).fen, outcomeOf(pair.now).fen]
    if (reached === null || from === null || to === null) continue
    const own = byClass[reached]!
    own.members++
    own.membersBaseFen += from
    own.membersWithFen += to
    own.changeFen += to - from
  }
  return {
    shift: { ...shift, moved: both.filter(({ before, now }) => before.class !== now.class).length },
    flows: flowsOf(both.map((pair) => ({ from: pair.before.class, to: pair.now.class, fen: changeOf(pair) }))),
    byClass,
    founded: founded.map(({ community }) => community.key),
    vanished: vanished.map(({ community }) => community.key),
    foundedFen: founded.reduce((sum, { now }) => sum + (now.amountFen ?? 0), 0),
    vanishedFen: vanished.reduce((sum, { before }) => sum + (before.amountFen ?? 0), 0),
  }
}
