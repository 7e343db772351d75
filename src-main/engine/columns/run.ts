import type { Override } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { allocateFund, type Allocation } from '../allocation/fund.ts'
import { compileClassifier, type Classification, type Classifier } from '../classification/classifier.ts'
import type { FactColumns } from './facts.ts'
import { assertFitting } from './fitting.ts'
import { partsOf, type PolicyPart } from './own-policies.ts'
import { runTogether } from './together.ts'

/** What a policy makes of the facts: one entry a community, in the order of the facts. Money in fen, NaN where unknown. */
export interface PolicyRun extends Allocation {
  classifier: Classifier
  /** Classes set by hand that the policy knows. */
  overrides: Map<string, Override>
  /** What the rules alone say. */
  found: Classification[]
  /** The class that counts: by hand, else by rule; null: undecided. */
  classes: Array<string | null>
  previous: Float64Array
  needs: Array<Set<string>>
  problems: Problem[]
  /**
   * Where districts stand under policies of their own: the run of each part by itself, that of the plan's policy first. The run's rules and
   * lines of steps are then those of the plan's policy, with nothing in them of those districts.
   */
  parts?: readonly PartRun[]
}
export interface PartRun extends PolicyPart {
  run: PolicyRun
}

/** Compiles the rules over the facts, without those overrides whose class the policy does not have. */
export function classifierOf(columns: FactColumns, policy: Policy): Pick<PolicyRun, 'classifier' | 'overrides' | 'problems'> {
  const known = new Set(policy.classes.map((each) => each.key))
  const all = [...columns.overrides.values()]
  return {
    classifier: compileClassifier(policy, columns.table, columns.vocabulary),
    overrides: new Map(all.filter((each) => known.has(each.class)).map((each) => [each.key, each])),
    problems: all
      .filter((each) => !known.has(each.class))
      .map((each) => warning('plan.classUnknown', { class: each.class }, { community: each.key })),
  }
}

/**
 * Classifies every community, allocates and says who pays: each district that has its own policy under that, all others under this one. The
 * policy must have passed policy/check.
 * @throws AppError with the allocation's named errors; rollup.keep… where a district's own policy does not fit beside this one
 */
export function runPolicy(columns: FactColumns, policy: Policy): PolicyRun {
  if (columns.own.length === 0) return runAlone(columns, policy)
  assertFitting(policy, columns.own)
  return runTogether(partsOf(columns, policy).map((part) => ({ ...part, run: runAlone(part.columns, part.policy) })))
}

function runAlone(columns: FactColumns, policy: Policy): PolicyRun {
  const { facts, vocabulary, table } = columns
  const { classifier, overrides, problems } = classifierOf(columns, policy)
  const found = facts.map((_, row) => classifier.classify(row))
  const classes = facts.map((community, row) => overrides.get(community.key)?.class ?? found[row]!.class)
  // The policy's amount stands for last year only while nobody's own is delivered; after that a blank is a community that had none.
  const assumed = columns.previousDelivered ? undefined : policy.allocation.previousAmountFen
  const previous = assumed === undefined ? columns.previous : new Float64Array(facts.length).fill(assumed)
  const needs = facts.map((_, row) => new Set(classes[row] === null ? found[row]!.needs : []))
  const basis = { keys: facts.map((each) => each.key), classes, table, vocabulary, previous, needs, problems }
  const allocation = allocateFund(
    basis,
    policy,
    facts.map((each) => each.district),
  )
  return { classifier, overrides, found, classes, previous, needs, problems, ...allocation }
}
