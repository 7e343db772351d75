import { z } from 'zod'
import { IndicatorValue } from './indicator.ts'
import { Fen } from './money.ts'
import { Text } from './text.ts'
import { Year } from './year.ts'
import { Problem } from './problem.ts'

/** A community and its place. `key` is its 12-digit code, or 'district/subdistrict/name' where it has none. */
export const Community = z.object({ key: z.string(), code: z.string(), name: z.string(), district: z.string(), subdistrict: z.string() })
export type Community = z.infer<typeof Community>

/** @returns which community it is, without what is known of it */
export const communityOf = ({ key, code, name, district, subdistrict }: Community): Community => ({
  key,
  code,
  name,
  district,
  subdistrict,
})

/** One row of facts: everything the engine may know about a community in one year. */
export const CommunityFacts = Community.extend({
  /** By indicator key; a missing key is unknown, and so is null. Derived indicators are not listed here. */
  values: z.record(z.string(), IndicatorValue),
  /** Last year's amount; null where there is none or it is not known. */
  previousFen: Fen.nullable(),
  previousClass: z.string().nullable(),
})
export type CommunityFacts = z.infer<typeof CommunityFacts>

/** A class set by hand. */
export const Override = z.object({
  key: z.string(),
  class: z.string(),
  reason: z.string().min(1),
  document: z.string().default(''),
  /** The last year in which it counts; without one it counts until it is taken back. */
  expires: Year.optional(),
})
export type Override = z.infer<typeof Override>

/** @returns whether a class set by hand counts in the year, or has expired before it */
export const countsIn = ({ expires }: Pick<Override, 'expires'>, year: number): boolean => expires === undefined || expires >= year

export const TraceLine = z.object({ step: z.string(), fen: Fen })

/** Fen by the key of a payer or of a component of the fund. */
const FenByKey = z.record(z.string(), Fen)

export const CommunityResult = Community.extend({
  /** null: undecided for lack of data. */
  class: z.string().nullable(),
  /** Key of the rule that decided, 'fallback', 'override', or null (undecided, or every completion leads to the same class). */
  rule: z.string().nullable(),
  /** What the policy alone says, before an override. */
  policyClass: z.string().nullable(),
  /** null: unknown, because the class is undecided or an indicator of the allocation is missing. */
  amountFen: Fen.nullable(),
  previousFen: Fen.nullable(),
  previousClass: z.string().nullable(),
  cityFen: Fen.nullable(),
  districtFen: Fen.nullable(),
  /** What each payer pays; the parts add up to amountFen. null: the amount is unknown, or the policy doesn't say who pays. */
  paid: FenByKey.nullable().optional(),
  /** The money by component; adds up to amountFen. Only where the policy has several components or names its only one; null: unknown. */
  componentFen: FenByKey.nullable().optional(),
  /** Held back and not released; not in amountFen. Only where the policy has a reserve; null: unknown. */
  reserveFen: Fen.nullable().optional(),
  /** One line for each step of all components, in order; the lines add up to amountFen. Empty where the amount is unknown. */
  trace: z.array(TraceLine),
  /** Indicators without which class or amount can't be decided. */
  needs: z.array(z.string()),
})
export type CommunityResult = z.infer<typeof CommunityResult>

/**
 * Sums over the communities whose amount is known; `amountUnknown` says how many are left out, `undecided` how many have no class
 * (see model/open-counts for results of before). previousFen is the sum over all communities: last year's money is a fact, whatever
 * is still undecided this year.
 * cityFen and districtFen are null when the policy has no payers of these keys, `paid` when it has no payers. componentFen and reserveFen
 * are missing only in results that were kept before there were components.
 */
const money = {
  amountFen: Fen,
  previousFen: Fen,
  cityFen: Fen.nullable(),
  districtFen: Fen.nullable(),
  paid: FenByKey.nullable().optional(),
  componentFen: FenByKey.optional(),
  reserveFen: Fen.optional(),
}
const open = { undecided: z.number().int(), amountUnknown: z.number().int().optional() }
const sums = { count: z.number().int(), ...open, ...money }
export const Subtotal = z.object({ district: z.string(), subdistrict: z.string().nullable(), ...sums })
export type Subtotal = z.infer<typeof Subtotal>
export const ClassTotal = z.object({ count: z.number().int(), amountFen: Fen, previousFen: Fen })
export type ClassTotal = z.infer<typeof ClassTotal>

/**
 * Communities that go from one class to another, and what changes in money; an unknown amount adds no change. `from` null: no
 * class last year; `to` null: undecided.
 */
export const Flow = z.object({ from: z.string().nullable(), to: z.string().nullable(), count: z.number().int(), fen: Fen })
export type Flow = z.infer<typeof Flow>

/** One community's gain that is capped to pay for another's guarantee; communities by key. */
export const Transfer = z.object({ step: z.string(), from: z.string(), to: z.string(), fen: Fen })
export type Transfer = z.infer<typeof Transfer>

/**
 * What a financed guarantee cost, and the highest gain that its payers keep, as a share of last year's amount; null where nobody
 * had to pay.
 */
export const Guarantee = z.object({ step: z.string(), costFen: Fen, highestGain: z.number().nullable() })
export type Guarantee = z.infer<typeof Guarantee>

const PolicyNamed = z.object({ id: z.string(), version: z.string(), hash: z.string() })
/** A district whose communities are computed by its own policy, not by the plan's. */
export const OwnPolicyNamed = z.object({ district: z.string(), title: Text, policy: PolicyNamed })
export type OwnPolicyNamed = z.infer<typeof OwnPolicyNamed>

export const PlanResult = z.object({
  engine: z.string(),
  year: z.number().int(),
  policy: PolicyNamed,
  /** Districts under policies of their own, in the order of their signs; left out where there are none. Their fingerprints are in that of the input. */
  own: z.array(OwnPolicyNamed).min(1).optional(),
  input: z.object({ rows: z.number().int(), hash: z.string(), synthetic: z.boolean() }),
  totals: z.object({ communities: z.number().int(), ...open, ...money, byClass: z.record(z.string(), ClassTotal) }),
  districts: z.array(Subtotal),
  subdistricts: z.array(Subtotal),
  communities: z.array(CommunityResult),
  flows: z.array(Flow),
  /** Of financed guarantees: what each cost, and who pays for whom. Left out where the policy has none. */
  guarantees: z.array(Guarantee).optional(),
  transfers: z.array(Transfer).optional(),
  /** What the reader should know: communities left out, overrides that no longer fit. Errors are never here: they stop the evaluation. */
  problems: z.array(Problem),
})
export type PlanResult = z.infer<typeof PlanResult>

/**
 * A plan that was adopted, and under which policy; its result is kept with it and never changes. takenBack: when (ISO) and why the
 * adoption was taken back, so that the year can be edited again; null: it stands.
 */
export const Adopted = z.object({
  id: z.number().int(),
  year: Year,
  title: z.string(),
  adopted: z.string(),
  policy: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
  inputHash: z.string(),
  communities: z.number().int(),
  amountFen: z.number().int(),
  takenBack: z.object({ at: z.string(), reason: z.string() }).nullable(),
})
export type Adopted = z.infer<typeof Adopted>
