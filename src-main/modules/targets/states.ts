import type { CatalogueItem, Target } from '../../model/catalogue.ts'
import { formulasOf } from '../../model/catalogue.ts'
import { REGISTER_INDICATORS } from '../../model/registration.ts'
import { communityOf } from '../../model/plan.ts'
import type { Standing, TargetLine, TargetState } from '../../model/target.ts'
import { NO, YES } from '../../engine/catalogue/index.ts'
import { formulaKeys, parseFormula } from '../../engine/indicators/index.ts'
import type { ResolvedYear } from '../../desk/catalogue.ts'

const REGISTER_KEYS = REGISTER_INDICATORS.map((each) => each.key)

/** @returns whether a target is about the housing register: a rate that spot checks find, or one that looks at its counts */
export const isOfRegister = (target: Target): boolean =>
  target.present.kind === 'rate' ||
  (target.present.kind === 'indicator' && REGISTER_KEYS.includes(target.present.indicator)) ||
  formulasOf(target).some((formula) => formulaKeys(parseFormula(formula)).some((key) => REGISTER_KEYS.includes(key)))

/** The targets in use, each with its position in the compiled catalogue. */
export const targetsIn = ({ items }: ResolvedYear['compiled']): { target: Target; position: number }[] =>
  items.flatMap((item: CatalogueItem, position) => (item.kind === 'target' ? [{ target: item, position }] : []))

/** Of a community of which it is not known whether the target holds, nothing that is needed is known; what is there, is. */
const undecidedState = (state: TargetState, needs: string[]): TargetState => ({
  ...state,
  least: null,
  most: null,
  wanted: null,
  shortage: null,
  standing: 'needUnknown',
  needs,
  fault: null,
  visits: null,
  more: null,
})

/** @returns how a community stands to a target that holds for it or may; null where it does not */
export function stateOf(
  { compiled }: Pick<ResolvedYear, 'compiled'>,
  position: number,
  row: number,
): Pick<TargetLine, 'resolved' | 'state'> | null {
  const verdict = compiled.verdict(position, row)
  if (verdict === NO) return null
  const resolved = compiled.resolve(position, row)
  const state = compiled.target(position, row)!
  return { resolved, state: verdict === YES ? state : undecidedState(state, resolved.needs) }
}

const KNOWN: ReadonlySet<Standing> = new Set(['above', 'enough', 'nothing'])

/** @returns what a community is short of; 0 also where it has no least to reach, NaN where it is not known */
export const shortageOf = ({ shortage, standing }: TargetState): number => shortage ?? (KNOWN.has(standing) ? 0 : Number.NaN)

/** The lines of a target in the order of the communities. */
export function linesOf(year: ResolvedYear, position: number): TargetLine[] {
  const { columns, run } = year
  return columns.facts.flatMap((facts, row): TargetLine[] => {
    const found = stateOf(year, position, row)
    return found === null ? [] : [{ ...communityOf(facts), class: run.classes[row]!, ...found }]
  })
}
