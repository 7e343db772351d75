import { Dictionary } from '../../../src-main/model/indicator.ts'
import type { CommunityFacts, CommunityResult, Flow, Override, PlanResult, Subtotal } from '../../../src-main/model/plan.ts'
import { Policy } from '../../../src-main/model/policy.ts'
import type { PolicyDocument, Step } from '../../../src-main/model/policy.ts'
import type { WorkbookInput } from '../../../src-main/documents/workbook/index.ts'

type StepDocument = PolicyDocument['allocation']['steps'][number]

/** The same numbers for the same seed. */
export const randomFrom = (seed: number) => {
  let state = seed
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return { below: (limit: number): number => Math.floor(random() * limit), chance: (share: number): boolean => random() < share }
}

export const dictionary = Dictionary.parse({
  format: 'quanheng-indicators',
  formatVersion: 1,
  groups: [{ key: 'people', label: { zh: '人口', en: 'People' } }],
  indicators: [
    {
      key: 'location',
      label: { zh: '区位', en: 'Location' },
      kind: 'category',
      group: 'people',
      options: [
        { key: 'urban', label: { zh: '城区', en: 'Urban' } },
        { key: 'edge', label: { zh: '城郊', en: 'City edge' } },
      ],
    },
    {
      key: 'area',
      label: { zh: '辖区面积', en: 'Area' },
      unit: { zh: '平方公里', en: 'km²' },
      kind: 'number',
      group: 'people',
      step: 0.01,
    },
    { key: 'residents', label: { zh: '常住人口', en: 'Residents' }, unit: { zh: '人', en: 'people' }, kind: 'number', group: 'people' },
    { key: 'floatingShare', label: { zh: '流动人口占比', en: 'Floating share' }, kind: 'share', group: 'people', step: 0.001 },
    { key: 'hasOffice', label: { zh: '有无服务中心', en: 'Has a service centre' }, kind: 'flag', group: 'people' },
    {
      key: 'density',
      label: { zh: '人口密度', en: 'Density' },
      unit: { zh: '人/平方公里', en: 'people/km²' },
      kind: 'number',
      group: 'people',
      formula: 'residents / area',
    },
  ],
})

/** Four steps that hardly end in whole yuan. */
export const SEVERAL_STEPS: StepDocument[] = [
  { kind: 'standard', key: 'base', name: { zh: '基数', en: 'Base' }, amountsFen: { A: 10_000_000, B: 20_000_000 } },
  {
    kind: 'perUnit',
    key: 'head',
    name: { zh: '按常住人口增加', en: 'By residents' },
    indicator: 'residents',
    rateFen: 50_000,
    per: 100,
    portions: 'started',
  },
  { kind: 'fit', key: 'fit', name: { zh: '总额控制', en: 'Fitted' }, totalFen: 500_000_000 },
  { kind: 'round', key: 'round', name: { zh: '取整', en: 'Rounded' }, unit: 'yuan' },
]

export interface Wishes {
  seed: number
  communities: number
  classes?: string[]
  steps?: StepDocument[]
  /** City to district; null: no split. */
  ratio?: [number, number] | null
  undecided?: number
  withoutPrevious?: number
  synthetic?: boolean
  language?: 'zh' | 'en'
  names?: string[]
}

const policyOf = ({ classes = ['A', 'B'], steps, ratio = [5, 5] }: Wishes): Policy =>
  Policy.parse({
    format: 'quanheng-policy',
    formatVersion: 1,
    id: 'made-up',
    version: '1.2.3',
    title: { zh: '测试办法', en: 'Test policy' },
    effectiveYear: 2026,
    classes: classes.map((key) => ({ key, name: { zh: `${key}类社区`, en: `Class ${key}` }, color: '#123456' })),
    classification: {
      rules: [
        {
          key: 'crowded',
          name: { zh: '人口多', en: 'Crowded' },
          class: classes[0]!,
          when: { kind: 'compare', indicator: 'residents', operator: '>=', value: 3000 },
        },
      ],
      fallback: classes.at(-1)!,
    },
    allocation: {
      steps: steps ?? [
        {
          kind: 'standard',
          key: 'standard',
          name: { zh: '按类别定额', en: 'Standard' },
          amountsFen: Object.fromEntries(classes.map((key, i) => [key, 10_000_000 + i * 1_234_500])),
        },
      ],
      ...(ratio === null ? {} : { split: { ratio: { city: ratio[0], district: ratio[1] } } }),
    },
  } satisfies PolicyDocument)

const add = (communities: CommunityResult[], fenOf: (each: CommunityResult) => number | null): number =>
  communities.reduce((sum, each) => sum + (fenOf(each) ?? 0), 0)

const sumsOf = (own: CommunityResult[], hasSplit: boolean) => ({
  count: own.length,
  undecided: own.filter((each) => each.amountFen === null).length,
  amountFen: add(own, (each) => each.amountFen),
  previousFen: add(own, (each) => each.previousFen),
  cityFen: hasSplit ? add(own, (each) => each.cityFen) : null,
  districtFen: hasSplit ? add(own, (each) => each.districtFen) : null,
})

/** A result whose sums are right, made of its communities. */
export const resultOf = (communities: CommunityResult[], policy: Policy, synthetic = false): PlanResult => {
  const hasSplit = policy.allocation.split !== undefined
  const districts: Subtotal[] = []
  const subdistricts: Subtotal[] = []
  for (const [district, own] of Map.groupBy(communities, (each) => each.district)) {
    districts.push({ district, subdistrict: null, ...sumsOf(own, hasSplit) })
    for (const [subdistrict, inside] of Map.groupBy(own, (each) => each.subdistrict)) {
      subdistricts.push({ district, subdistrict, ...sumsOf(inside, hasSplit) })
    }
  }
  const flows: Flow[] = [...Map.groupBy(communities, (each) => JSON.stringify([each.previousClass, each.class])).values()].map((own) => ({
    from: own[0]!.previousClass,
    to: own[0]!.class,
    count: own.length,
    fen: add(own, (each) => (each.amountFen === null ? 0 : each.amountFen - (each.previousFen ?? 0))),
  }))
  const byClass = Object.fromEntries(
    policy.classes.map(({ key }) => {
      const { count, amountFen, previousFen } = sumsOf(
        communities.filter((each) => each.class === key),
        false,
      )
      return [key, { count, amountFen, previousFen }]
    }),
  )
  const { count, ...totals } = sumsOf(communities, hasSplit)
  return {
    engine: '1',
    year: 2026,
    policy: { id: policy.id, version: policy.version, hash: 'p'.repeat(64) },
    problems: [],
    input: { rows: communities.length, hash: 'i'.repeat(64), synthetic },
    totals: { communities: count, ...totals, byClass },
    districts,
    subdistricts,
    communities,
    flows,
  }
}

const traceOf = (steps: readonly Step[], amounts: number[]): CommunityResult['trace'] =>
  steps.map((step, i) => ({ step: step.key, fen: amounts[i]! }))

/** A made-up plan as the engine would give it; communities of a subdistrict do not stand together. */
export const madeUpPlan = (wishes: Wishes): WorkbookInput => {
  const { below, chance } = randomFrom(wishes.seed)
  const policy = policyOf(wishes)
  const { steps, split } = policy.allocation
  const keys = policy.classes.map((each) => each.key)
  const overrides: Override[] = []
  const facts: CommunityFacts[] = []
  const communities = Array.from({ length: wishes.communities }, (_, i): CommunityResult => {
    const code = chance(0.9) ? String(630100000000 + i) : ''
    const district = `第${below(3) + 1}区`
    const subdistrict = chance(0.05) ? '' : `街道${below(4) + 1}`
    const name = wishes.names?.[i] ?? `社区${i + 1}`
    const key = code === '' ? `${district}/${subdistrict}/${name}` : code
    const undecided = chance(wishes.undecided ?? 0)
    const standard = steps[0]!.kind === 'standard' && steps.length === 1 ? steps[0]!.amountsFen : null
    const ownClass = undecided ? null : keys[below(keys.length)]!
    const stepAmount = (_step: Step, position: number): number => (position === 0 ? 15_000_000 : below(1_999_999) - 999_999)
    const trace = ownClass === null ? [] : traceOf(steps, standard !== null ? [standard[ownClass]!] : steps.map(stepAmount))
    const amountFen = ownClass === null ? null : trace.reduce((sum, line) => sum + line.fen, 0)
    const cityFen =
      amountFen === null || split === undefined
        ? null
        : Math.floor((amountFen * split.ratio.city) / (split.ratio.city + split.ratio.district))
    const overridden = ownClass !== null && chance(0.1)
    if (overridden) overrides.push({ key, class: ownClass, reason: `情况变化 ${i}`, document: '' })
    const previousFen = chance(wishes.withoutPrevious ?? 0) ? null : 20_000_000 + below(100)
    const previousClass = chance(0.2) ? null : keys[below(keys.length)]!
    const place = { key, code, name, district, subdistrict }
    const values = {
      location: chance(0.5) ? 'urban' : 'edge',
      area: below(1000) / 100,
      residents: below(9000),
      floatingShare: below(1000) / 1000,
      hasOffice: below(2),
    }
    facts.push({ ...place, values, previousFen, previousClass })
    return {
      ...place,
      class: ownClass,
      rule: undecided ? null : overridden ? 'override' : chance(0.5) ? 'crowded' : 'fallback',
      policyClass: undecided ? null : overridden ? keys[0]! : ownClass,
      amountFen,
      previousFen,
      previousClass,
      cityFen,
      districtFen: cityFen === null ? null : amountFen! - cityFen,
      trace,
      needs: undecided ? ['residents'] : [],
    }
  })
  return {
    result: resultOf(communities, policy, wishes.synthetic),
    policy,
    dictionary,
    facts,
    overrides,
    language: wishes.language ?? 'zh',
    appVersion: '0.1.0',
  }
}

/** Plans of every shape that the workbook must be able to tell. */
export const PLANS: Record<string, Wishes> = {
  'one standard by class': { seed: 1, communities: 60 },
  'several steps, odd fen': { seed: 2, communities: 60, steps: SEVERAL_STEPS, ratio: [1, 2] },
  'undecided communities and unknown last years': { seed: 3, communities: 60, undecided: 0.2, withoutPrevious: 0.2 },
  'several steps with undecided communities, in English': {
    seed: 4,
    communities: 40,
    steps: SEVERAL_STEPS,
    undecided: 0.3,
    language: 'en',
  },
  'no split': { seed: 5, communities: 30, ratio: null },
  'twelve classes': { seed: 6, communities: 80, classes: [...'ABCDEFGHIJKL'] },
  'classes that Excel takes for each other': { seed: 7, communities: 80, classes: ['a', 'A', '1', '01', '甲'], undecided: 0.1 },
  'one community': { seed: 8, communities: 1 },
  'no communities': { seed: 9, communities: 0 },
  'nobody decided': { seed: 10, communities: 12, undecided: 1 },
}
