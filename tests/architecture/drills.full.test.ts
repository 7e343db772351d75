import { beforeAll, describe, expect, it } from 'vitest'
import { drilled, type Drilled, type Edit } from './drill.ts'

/** Members that nobody knows yet, each added to its union and nowhere else. */
const ADDED: Edit[] = [
  { file: 'src-main/model/condition.ts', from: "'=', '!='] as const", to: "'=', '!=', 'drillOperator'] as const" },
  {
    file: 'src-main/model/condition.ts',
    from: '[Compare, Range, Category, Flag] as const',
    to: "[Compare, Range, Category, Flag, z.strictObject({ kind: z.literal('drillLeaf'), indicator: Key, near: z.number() })] as const",
  },
  {
    file: 'src-main/model/policy.ts',
    from: "  z.strictObject({ kind: z.literal('fit'),",
    to: "  z.strictObject({ kind: z.literal('drillStep'), ...step, drillFen: FenNotNegative }),\n  z.strictObject({ kind: z.literal('fit'),",
  },
  { file: 'src-main/model/indicator.ts', from: "'category', 'flag'])", to: "'category', 'flag', 'drillKind'])" },
  {
    file: 'src-main/modules/overrides/contract.ts',
    from: "  'overrides.clear': operation(",
    to: "  'overrides.drillOperation': operation('command', 'Drill', z.strictObject({}), Done),\n  'overrides.clear': operation(",
  },
  {
    file: 'src-main/modules/comparison/words.ts',
    from: '      columns: [\n',
    to: "      columns: [\n        column('drillColumn', 'words', null, '', ''),\n",
  },
  {
    file: 'src-main/modules/overrides/words.ts',
    from: '  papers: {\n',
    to: "  papers: {\n    drillPaper: { order: 99, name: { zh: '', en: '' }, title: { zh: '', en: '' }, columns: [] },\n",
  },
  {
    file: 'src-renderer/modules/years/manifest.ts',
    from: 'pages: { ',
    to: "pages: { drillPage: { section: 'data', view: () => import('./YearsPage.vue') }, ",
  },
  { file: 'src-main/modules/names.ts', from: "  'command-line',\n", to: "  'command-line',\n  'drillModule',\n" },
  {
    file: 'src-main/store/tables/tracked.ts',
    from: "  delivery: { about: 'communities' },\n",
    to: "  delivery: { about: 'communities' },\n  drillTable: { about: 'plan' },\n",
  },
]

/** One program for all drills: to compile the house takes seconds. */
let house: Drilled
beforeAll(() => {
  house = drilled(ADDED, ['src-main', 'src-renderer'])
}, 600_000)

/** @returns a matcher: at least these files */
const atLeast = (...files: string[]): unknown => expect.arrayContaining(files)

describe('what is added is asked for everywhere, by the compiler or the lint step', () => {
  it('nothing is asked for that was not added', () => expect(house.forgetting('drillNothing')).toEqual([]))

  it('an operator of rules: where it turns, what holds, its words, its signs', () =>
    expect(house.forgetting('drillOperator')).toEqual(
      atLeast(
        'src-main/engine/classification/condition.ts',
        'src-main/model/condition.ts',
        'src-main/words/values.ts',
        'src-renderer/modules/policies/draft/rules/operator-names.ts',
        'src-renderer/modules/what-if/lever-words.ts',
      ),
    ))

  it('a leaf of conditions: its thresholds, on which the proofs rest, what holds, how it is told', () =>
    expect(house.forgetting('drillLeaf')).toEqual(
      atLeast(
        'src-main/engine/classification/condition.ts',
        'src-main/hosts/cli/explain-output.ts',
        'src-main/model/condition.ts',
        'src-main/words/values.ts',
      ),
    ))

  it('a step of the allocation: what it does, its traits, its sentence, its place in the workbook, its form', () =>
    expect(house.forgetting('drillStep')).toEqual(
      atLeast(
        'src-main/documents/workbook/step-parameters.ts',
        'src-main/documents/workbook/step-rules.ts',
        'src-main/engine/allocation/pipeline.ts',
        'src-main/model/step.ts',
        'src-main/words/steps.ts',
        'src-renderer/modules/policies/draft/policy-edit.ts',
        'src-renderer/modules/policies/draft/steps/registry.ts',
      ),
    ))

  it('a kind of indicators: its values, its options, how it is written, what is asked of it first', () =>
    expect(house.forgetting('drillKind')).toEqual(
      atLeast(
        'src-main/model/indicator.ts',
        'src-main/model/step.ts',
        'src-main/model/value.ts',
        'src-main/words/values.ts',
        'src-renderer/modules/policies/draft/policy-edit.ts',
      ),
    ))

  it('an operation: what does it, and what the log calls it', () =>
    expect(house.forgetting('overrides.drillOperation')).toEqual(
      atLeast('src-main/modules/overrides/index.ts', 'src-renderer/locales/messages.ts'),
    ))

  it('a paper: its print view', () => expect(house.forgetting('drillPaper')).toEqual(atLeast('src-renderer/modules/index.ts')))

  it('a page: its name in the navigation', () => expect(house.forgetting('pages.drillPage')).toEqual(['src-renderer/router.ts']))

  it('a table of the plan file: the module that tells its rows', () =>
    expect(house.forgetting('drillTable')).toEqual(['src-main/modules/index.ts']))

  it('a module: its operations, its words, what a class changes through it, its texts, its pages', () =>
    expect(house.forgetting('drillModule')).toEqual(
      atLeast(
        'src-main/modules/contracts.ts',
        'src-main/modules/effects.ts',
        'src-main/modules/words.ts',
        'src-renderer/modules/index.ts',
        'src-renderer/modules/texts.ts',
      ),
    ))
})
