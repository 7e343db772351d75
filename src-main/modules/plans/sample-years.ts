import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import { evaluate } from '../../engine/index.ts'
import type { LedgerEntry } from '../../store/index.ts'

/** A year of the sample city. The ledger is empty for the last one, whose money is not spent yet. */
export interface SampleYear {
  year: number
  policy: Policy
  communities: CommunityFacts[]
  ledger: LedgerEntry[]
}

/** The year that the sample's sheet is about, and those that are made up around it. */
export const SAMPLE_YEAR = 2023
const FIRST = 2022
const LAST = 2026
/** Every community had the same 20万元 from 2018 to 2022. */
const FLAT_FEN = 20_000_000
const HUNDRED_YUAN = 100 * FEN_PER_YUAN

/** A number between 0 and 1 that is always the same for a text (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function chance(text: string): number {
  let hash = 0x811c9dc5
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0)!, 0x01000193)
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) / 2 ** 32
}

/** Counts that grow and shrink with the people, with the most by which they do in a year, and the whole that they never exceed. */
const WITH_PEOPLE: ReadonlyArray<[key: string, most: number, whole: string | null]> = [
  ['residents', 0.02, null],
  ['residentHouseholds', 0.02, null],
  ['registeredPopulation', 0.015, null],
  ['registeredHouseholds', 0.015, null],
  ['floating', 0.05, 'residents'],
  ['elderly', 0.04, 'residents'],
  ['registeredTenants', 0.05, 'floating'],
  ['appealsFound', 0.06, null],
  ['appealsReceived', 0.06, null],
]

/** The sheet's facts as they may have been so many years before or after; parts never exceed their wholes. */
function drifted({ key, values }: CommunityFacts, years: number): Record<string, IndicatorValue> {
  const facts = { ...values }
  const number = (indicator: string): number | null => (typeof facts[indicator] === 'number' ? facts[indicator] : null)
  for (const [indicator, most, whole] of WITH_PEOPLE) {
    const value = number(indicator)
    if (value === null) continue
    const growth = (chance(`${key} ${indicator}`) * 2 - 1) * most
    facts[indicator] = Math.min(
      Math.max(0, Math.round(value * (1 + growth * years))),
      whole === null ? Infinity : (number(whole) ?? Infinity),
    )
  }
  const renovated = number('renovatedCourtyards')
  if (renovated !== null) {
    const pace = Math.round(chance(`${key} renovation`) * 2)
    facts.renovatedCourtyards = Math.max(0, Math.min(number('unmanagedCourtyards') ?? renovated, renovated + pace * years))
  }
  const managed = number('managedCourtyards')
  // In some communities a company takes over a courtyard or two each year: these are the ones that change their class.
  if (managed !== null && chance(`${key} management`) < 0.3)
    facts.managedCourtyards = Math.max(0, Math.min(number('courtyards') ?? managed, managed + years))
  const solved = number('appealsSolved')
  if (solved !== null) facts.appealsSolved = Math.min(solved, (number('appealsFound') ?? 0) + (number('appealsReceived') ?? 0))
  return facts
}

/** What is left of an amount, in fen: whoever had something left in the sheet's year has it in others too. */
function carriedOf({ key, values }: CommunityFacts, year: number, allocatedFen: number): number {
  const usual = ((values.carryOver as number | null | undefined) ?? 0) * FEN_PER_YUAN
  if (year + 1 === SAMPLE_YEAR) return Math.min(usual, allocatedFen)
  const wanted = Math.round((usual * (0.5 + chance(`${key} ${year}`))) / HUNDRED_YUAN) * HUNDRED_YUAN
  return Math.min(wanted, Math.floor(allocatedFen / 2))
}

/**
 * The sample city from 2022 (everyone the same) to 2026. The sheet's own year is exactly as in the sheet; in the others people move and
 * courtyards are renovated a little, always in the same way. Last year's amounts and what is left of them follow from the year before.
 * @param sheet the communities of SAMPLE_YEAR
 */
export function sampleYears(sheet: CommunityFacts[], policies: { flat: Policy; reference: Policy }, indicators: Indicator[]): SampleYear[] {
  const years: SampleYear[] = []
  let outcome = new Map<string, { fen: number; class: string | null; carriedFen: number }>()
  for (let year = FIRST; year <= LAST; year += 1) {
    const policy = year < SAMPLE_YEAR ? policies.flat : policies.reference
    const communities =
      year === SAMPLE_YEAR
        ? sheet
        : sheet.map((each): CommunityFacts => {
            const last = outcome.get(each.key)
            const carryOver = last === undefined ? each.values.carryOver! : last.carriedFen / FEN_PER_YUAN
            return {
              ...each,
              values: { ...drifted(each, year - SAMPLE_YEAR), carryOver },
              previousFen: last?.fen ?? FLAT_FEN,
              previousClass: last?.class ?? null,
            }
          })
    const found = new Map(evaluate({ policy, indicators, facts: communities, overrides: [] }).communities.map((each) => [each.key, each]))
    outcome = new Map(
      sheet.map((each) => {
        const fen = found.get(each.key)!.amountFen!
        return [each.key, { fen, class: found.get(each.key)!.class, carriedFen: carriedOf(each, year, fen) }]
      }),
    )
    const ledger =
      year === LAST
        ? []
        : [...outcome].map(([key, { fen, carriedFen }]): LedgerEntry => ({
            key,
            allocatedFen: fen,
            spentFen: fen - carriedFen,
            carriedFen,
          }))
    years.push({ year, policy, communities, ledger })
  }
  return years
}
