import type { GapScope, TargetLine, TargetSum } from '../../model/target.ts'
import { targetsByPlace, targetSum } from '../../engine/catalogue/index.ts'
import type { ResolvedYear } from '../../desk/catalogue.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { isOfRegister, linesOf, targetsIn } from './states.ts'

type Arrange = <Line extends TargetLine>(lines: readonly Line[]) => readonly Line[]

/**
 * Every target with what is needed and present of it, in all and in parts, each the sum of the same lines.
 * @param classes of the policy, in their order
 * @param arrange puts lines into the order of the places
 */
export function targetsAccount(year: ResolvedYear, classes: readonly string[], arrange: Arrange): OutputOf<'targets.account'>['targets'] {
  const order = new Map(classes.map((key, position) => [key as string | null, position]))
  return targetsIn(year.compiled).map(({ target, position }) => {
    const lines = arrange(linesOf(year, position))
    const sumOf = (own: readonly TargetLine[]): TargetSum =>
      targetSum(
        own.map((each) => each.state),
        target,
      )
    return {
      id: target.id,
      register: isOfRegister(target),
      sum: sumOf(lines),
      classes: [...Map.groupBy(lines, (each) => each.class)]
        .map(([own, inside]) => ({ class: own, sum: sumOf(inside) }))
        .sort((a, b) => (order.get(a.class) ?? Infinity) - (order.get(b.class) ?? Infinity)),
      places: targetsByPlace(lines, target),
    }
  })
}

/** Of all others something is to be done: they fall short, are above the most, or it can't be said that they are not. */
const IN_ORDER: readonly string[] = ['enough', 'nothing']

/** The lines that are to be done something about, or all. */
export function gapsOf(year: ResolvedYear, wanted: GapScope, arrange: Arrange): TargetLine[] {
  const among = wanted.communities === undefined ? null : new Set(wanted.communities)
  return targetsIn(year.compiled)
    .filter(
      ({ target }) =>
        (wanted.item === undefined || target.id === wanted.item) &&
        (wanted.register === undefined || isOfRegister(target) === wanted.register),
    )
    .flatMap(({ position }) => arrange(linesOf(year, position)))
    .filter(
      ({ key, state, class: own, district, subdistrict }) =>
        (among === null || among.has(key)) &&
        (wanted.all === true || !IN_ORDER.includes(state.standing)) &&
        (wanted.class === undefined || own === wanted.class) &&
        (wanted.district === undefined || district === wanted.district) &&
        (wanted.subdistrict === undefined || subdistrict === wanted.subdistrict),
    )
}
