import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '../../src-main/shared/app-error.ts'
import { createPlanFile, openPlanFile, type PlanStore, type PlanWriter } from '../../src-main/store/index.ts'
import { dictionary, newPlan, policyNamed } from './support/new-plan.ts'
import { community, contentOf, options, temporaryFolder } from './support/plans.ts'
import { times } from '../support/full.ts'

type Work = (plan: PlanWriter) => void
const year = fc.constantFrom(2026, 2027)
const number = fc.integer({ min: 1, max: 4 })
/** Keys, names and reasons with every kind of sign that might be written down differently than it was. */
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => text.isWellFormed())
const values = fc.dictionary(
  fc.constantFrom('residents', 'households', 'kind'),
  fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), words, fc.constant(null)),
)
const fen = fc.option(fc.maxSafeInteger())

const save = fc
  .record({
    year,
    rows: fc.array(fc.record({ number, name: words, values, previousFen: fen, previousClass: fc.option(words) }), { maxLength: 4 }),
  })
  .map(
    ({ year, rows }): Work =>
      (plan) =>
        plan.communities.save(
          year,
          rows.map(({ number, ...row }) => community(number, row)),
        ),
  )
const saveUncoded = fc.record({ year, name: words }).map(
  ({ year, name }): Work =>
    (plan) =>
      plan.communities.save(year, [community(1, { key: `城北区//${name}`, code: '', name })]),
)
const removeCommunity = fc.record({ year, number }).map(
  ({ year, number }): Work =>
    (plan) =>
      plan.communities.remove(year, [community(number).key]),
)
const setOverride = fc.record({ year, number, text: words, expires: fc.option(fc.integer({ min: 2025, max: 2027 })) }).map(
  ({ year, number, text, expires }): Work =>
    (plan) =>
      plan.overrides.set(year, {
        key: community(number).key,
        class: text,
        reason: text,
        document: text,
        ...(expires !== null && { expires }),
      }),
)
const clearOverride = fc.record({ year, number }).map(
  ({ year, number }): Work =>
    (plan) =>
      plan.overrides.clear(year, community(number).key),
)
const addYear = year.map(
  (each): Work =>
    (plan) =>
      plan.years.add({ year: each, policy: { id: 'reference', version: '1.0.0' }, synthetic: true }),
)
const addPolicy = fc.record({ year, number, use: fc.boolean() }).map(({ year, number, use }): Work => (plan) => {
  plan.policies.add(policyNamed('other', `${number}.0.0`), `hash ${number}`)
  if (use) plan.years.save({ year, policy: { id: 'other', version: `${number}.0.0` }, synthetic: false })
})
const changeSettings = fc.record({ name: words, year }).map(({ name, year }): Work => (plan) => {
  plan.years.get(year)
  plan.settings.save({ name, currentYear: year })
})
const changeDictionary = fc.shuffledSubarray(dictionary.indicators).map(
  (indicators): Work =>
    (plan) =>
      plan.dictionary.save({ ...dictionary, indicators }),
)
const addScenario = fc.record({ name: words, note: words }).map((texts): Work => (plan) => {
  plan.scenarios.add({
    ...texts,
    created: '',
    locked: false,
    base: { kind: 'year', year: 2026 },
    changes: { policy: [], values: [], overrides: [] },
  })
})
const swapScenarios = words.map((between): Work => (plan) => {
  const [first, second] = plan.scenarios.list()
  if (first === undefined || second === undefined) return
  plan.scenarios.save({ ...first, name: `${between}?` })
  plan.scenarios.save({ ...second, name: first.name })
  plan.scenarios.save({ ...first, name: second.name })
})
const removeScenario = number.map(
  (id): Work =>
    (plan) =>
      plan.scenarios.remove(id),
)
const adopt = words.map((title): Work => (plan) => {
  plan.adopted.add(title, '', {
    engine: title,
    year: 2026,
    policy: { id: 'reference', version: '1.0.0', hash: newPlan.policyHash },
    input: { rows: 0, hash: 'input', synthetic: true },
    totals: { communities: 0, undecided: 0, amountFen: 0, previousFen: 0, cityFen: null, districtFen: null, byClass: {} },
    districts: [],
    subdistricts: [],
    communities: [],
    flows: [],
    problems: [],
  })
})

const saveLedger = fc
  .record({ year, number, allocatedFen: fc.option(fc.nat()), spentFen: fc.option(fc.nat()), carriedFen: fc.option(fc.nat()) })
  .map(
    ({ year, number, ...amounts }): Work =>
      (plan) =>
        plan.ledger.save(year, [{ key: community(number).key, ...amounts }]),
  )
const recordChange = fc
  .record({ year, number, note: words, endedFen: fc.nat() })
  .map(({ year, number, note, endedFen }): Work => (plan) => {
    const { key, code, name, district, subdistrict, previousFen } = community(number, { name: note })
    const sides = { from: [{ key, code, name, district, subdistrict, previousFen }], to: [] }
    plan.unitChanges.add({ year, kind: 'dissolve', date: '2026-01-31', document: note, note, endedFen, ...sides })
  })

const oneWork = fc.oneof(
  save,
  save,
  saveUncoded,
  removeCommunity,
  setOverride,
  clearOverride,
  addYear,
  addPolicy,
  changeSettings,
  changeDictionary,
  addScenario,
  addScenario,
  swapScenarios,
  removeScenario,
  adopt,
  saveLedger,
  recordChange,
)
const action = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('command' as const), works: fc.array(oneWork, { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'redo' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
)

/**
 * Runs it; a refusal (nothing to undo, a community that is not there ...) has to leave the plan as it was.
 * @returns whether it was refused
 */
const refused = async (store: PlanStore, run: () => Promise<unknown>): Promise<boolean> => {
  const before = contentOf(store.file)
  try {
    await run()
    return false
  } catch (error) {
    if (!(error instanceof AppError) && !/constraint/.test(String(error))) throw error
    expect(contentOf(store.file)).toEqual(before)
    return true
  }
}

it('whatever was done is undone to the very beginning and redone to the very end, across restarts', async () => {
  const folder = temporaryFolder()
  let plans = 0
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 14 }), async (actions) => {
      let store = createPlanFile(join(folder, `${(plans += 1)}.quanheng`), options, newPlan)
      try {
        // The model: every content there was, up to the present one, and those that can be reached by redo.
        let past = [contentOf(store.file)]
        let future: typeof past = []
        for (const each of actions) {
          if (each.kind === 'reopen') {
            await store.close()
            store = openPlanFile(store.file, options)
          } else if (each.kind === 'command') {
            const before = store.revision
            await refused(store, () =>
              store.command('x', 'x', (plan) => {
                for (const work of each.works) work(plan)
              }),
            )
            if (store.revision > before) [past, future] = [[...past, contentOf(store.file)], []]
          } else {
            const isRefused = await refused(store, () => store[each.kind]())
            expect(isRefused).toBe(each.kind === 'undo' ? past.length === 1 : future.length === 0)
            if (!isRefused && each.kind === 'undo') [past, future] = [past.slice(0, -1), [...past.slice(-1), ...future]]
            if (!isRefused && each.kind === 'redo') [past, future] = [[...past, ...future.slice(0, 1)], future.slice(1)]
          }
          expect(contentOf(store.file)).toEqual(past.at(-1))
        }
        const back = [...past]
        for (; back.length > 1; back.pop()) {
          expect(contentOf(store.file)).toEqual(back.at(-1))
          await store.undo()
        }
        expect(contentOf(store.file)).toEqual(past[0])
        for (const content of [...past.slice(1), ...future]) {
          await store.redo()
          expect(contentOf(store.file)).toEqual(content)
        }
        expect(await store.verifyHistory()).toMatchObject({ whole: true })
      } finally {
        await store.close()
      }
    }),
    { numRuns: times(20, 200) },
  )
})
