import { stepsOf } from '../model/fund.ts'
import type { Indicator } from '../model/indicator.ts'
import type { CommunityFacts } from '../model/plan.ts'
import type { ExampleOther, Policy, PolicyExample, Step } from '../model/policy.ts'
import { sharesOut } from '../model/step.ts'
import type { ExampleResult } from '../model/policy-draft.ts'
import { problem, type Problem } from '../model/problem.ts'
import { classifierOf } from '../engine/columns/index.ts'
import { evaluateColumns, factColumns } from '../engine/index.ts'
import { checkValue } from '../engine/indicators/index.ts'
import { AppError } from '../shared/app-error.ts'

/**
 * Rounding is looked at by itself: where there is nothing to round, it changes nothing.
 * @returns the first step that shares out something among all communities, so that one alone has no amount; undefined without one
 */
export const stepAmongAll = (policy: Policy): Step | undefined => stepsOf(policy).find((step) => step.kind !== 'round' && sharesOut(step))

const factsOf = (key: string, name: string, { values, previousFen, district = '' }: ExampleOther): CommunityFacts => ({
  key,
  code: '',
  name,
  district,
  subdistrict: '',
  values,
  previousFen: previousFen ?? null,
  previousClass: null,
})

/** The communities of an example, its own first: no key of another one comes before it, so that it is the first row of the columns. */
const communitiesOf = ({ key, name, others = [], ...own }: PolicyExample): CommunityFacts[] => [
  factsOf(key, name, own),
  ...others.flatMap((other, position) =>
    Array.from({ length: other.count ?? 1 }, (_, row) => factsOf(`${key}/${position}/${row}`, `${name} ${position + 2}`, other)),
  ),
]

/** What is wrong in the values that an example gives, its own or those of another community. */
function checkValues(given: ExampleOther['values'], path: string, indicators: Map<string, Indicator>): Problem[] {
  return Object.entries(given).flatMap(([key, value]): Problem[] => {
    const place = { path: `${path}/values/${key}` }
    const indicator = indicators.get(key)
    if (indicator === undefined) return [problem('policy.indicatorUnknown', { indicator: key }, place)]
    if (indicator.formula !== undefined)
      return [problem('plan.indicatorDerived', { indicator: indicator.label.zh, formula: indicator.formula }, place)]
    const wrong = checkValue(indicator, value, place)
    return wrong === null ? [] : [wrong]
  })
}

/** What is wrong in an example itself, whatever the policy gives for it. */
function checkExample(example: PolicyExample, path: string, policy: Policy, indicators: Map<string, Indicator>): Problem[] {
  const classes = policy.classes.map((each) => each.key)
  const wanted = example.expect.class
  const values = [
    ...checkValues(example.values, path, indicators),
    ...(example.others ?? []).flatMap((other, position) => checkValues(other.values, `${path}/others/${position}`, indicators)),
  ]
  const unknown =
    wanted === null || classes.includes(wanted)
      ? []
      : [problem('policy.classUnknown', { class: wanted, classes: classes.join(', ') }, { path: `${path}/expect/class` })]
  return [...values, ...unknown]
}

const NO_ANSWER = { class: null, rule: null, amountFen: null, trace: [], needs: [] }
const UNKNOWN_AMOUNT = '—'

function differsFrom(
  example: PolicyExample,
  found: Pick<ExampleResult, 'class' | 'amountFen'>,
  path: string,
  isAmountKnown: boolean,
): Problem[] {
  const { class: expected, amountFen: expectedFen } = example.expect
  const problems: Problem[] = []
  if (expected !== found.class)
    problems.push(
      problem(
        'policy.exampleClass',
        { example: example.name, expected: expected ?? 'undecided', found: found.class ?? 'undecided' },
        { path },
      ),
    )
  if (isAmountKnown && expectedFen !== undefined && expectedFen !== found.amountFen) {
    problems.push(
      problem(
        'policy.exampleAmount',
        { example: example.name, expectedFen: expectedFen ?? UNKNOWN_AMOUNT, foundFen: found.amountFen ?? UNKNOWN_AMOUNT },
        { path },
      ),
    )
  }
  return problems
}

/** Rounding goes by largest remainder over all communities: of one alone the amount is only known where there is nothing to round. */
const isRounded = (policy: Policy, trace: ExampleResult['trace']): boolean =>
  stepsOf(policy).some((step) => step.kind === 'round' && trace.some((line) => line.step === step.key && line.fen !== 0))

function runExample(example: PolicyExample, path: string, policy: Policy, dictionary: Indicator[]): ExampleResult {
  const columns = factColumns([...dictionary, ...policy.indicators], communitiesOf(example), [])
  const classified = classifierOf(columns, policy).classifier.classify(0)
  const asksAmount = example.expect.amountFen !== undefined
  const depends = (step: Step | undefined): Problem[] =>
    asksAmount
      ? [
          problem(
            'policy.exampleDepends',
            { example: example.name, step: step?.name.zh ?? '', stepEn: step?.name.en || (step?.name.zh ?? '') },
            { path: `${path}/expect/amountFen` },
          ),
        ]
      : []
  const withoutAmount = (problems: Problem[]): ExampleResult => {
    const found = { class: classified.class, rule: classified.rule, amountFen: null, trace: [], needs: classified.needs }
    const all = [...differsFrom(example, found, path, false), ...problems]
    return { key: example.key, passed: all.length === 0, ...found, problems: all }
  }
  const isAlone = example.others === undefined
  const among = stepAmongAll(policy)
  if (isAlone && among !== undefined) return withoutAmount(depends(among))
  const [community] = evaluateColumns(columns, policy).communities
  if (isAlone && isRounded(policy, community!.trace)) return withoutAmount(depends(stepsOf(policy).find((step) => step.kind === 'round')))
  const { class: reached, rule, amountFen, trace, needs } = community!
  const problems = differsFrom(example, { class: reached, amountFen }, path, true)
  return { key: example.key, passed: problems.length === 0, class: reached, rule, amountFen, trace, needs, problems }
}

/**
 * Tries a policy's own tests with the very engine that makes the plan, each as a plan of its community and of the others that it tells.
 * The policy must have passed policy/check. Where an example tells nothing of others, an amount that depends on them is refused in
 * words, never guessed.
 * @param dictionary the plan's indicators
 */
export function runExamples(policy: Policy, dictionary: Indicator[]): ExampleResult[] {
  const indicators = new Map([...dictionary, ...policy.indicators].map((each) => [each.key, each]))
  const examples = policy.examples ?? []
  return examples.map((example, position) => {
    const path = `/examples/${position}`
    const isTwice = examples.findIndex((each) => each.key === example.key) < position
    const wrong = [
      ...(isTwice ? [problem('policy.exampleTwice', { example: example.key }, { path })] : []),
      ...checkExample(example, path, policy, indicators),
    ]
    if (wrong.length > 0) return { key: example.key, passed: false, ...NO_ANSWER, problems: wrong }
    try {
      return runExample(example, path, policy, dictionary)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { key: example.key, passed: false, ...NO_ANSWER, problems: error.problems }
    }
  })
}

/** @returns how a policy fails its own tests; nothing where all pass. The policy must have passed policy/check */
export const failuresIn = (policy: Policy, dictionary: Indicator[]): Problem[] =>
  runExamples(policy, dictionary).flatMap((each) => each.problems)
