import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { call } from '../../api/client.ts'
import { problemsOf } from '../../api/problem-error.ts'
import { keptSupposition } from './kept-supposition.ts'
import { rest } from './rest.ts'
import { turnedSteps } from './turned-steps.ts'
import { useSession } from '../../stores/session.ts'
import type { InputOf } from '../../../src-main/contract/operations.ts'
import type { Policy } from '../../../src-main/model/policy.ts'
import type { Problem } from '../../../src-main/model/problem.ts'
import type {
  Lever,
  ScenarioBase,
  ScenarioDifference,
  SupposedClass,
  SupposedValue,
  WhatIf,
  WhatIfBase,
} from '../../../src-main/model/scenario.ts'

type Checks = NonNullable<InputOf<'whatif.preview'>['checks']>
/** Steps on the page that are no turn of a number, by which they are named. */
export const OTHER_STEPS = { value: '@value', class: '@class', reset: '@reset' } as const
/** Milliseconds without a change after which the hand is taken to rest. */
const REST = 250

/** The scenario that is being changed, as far as the page needs it. */
export interface ChangedScenario {
  id: number
  name: string
  note: string
  locked: boolean
}

/**
 * What is supposed at the moment, and what it gives. Everything here is a wish until it is saved as a scenario; the plan itself
 * is not touched.
 * One question is under way at a time: while it is, only the newest wish waits, so that an answer is never older than one shown
 * before. A base and
 * the first answer upon it appear together, and what was read for a base that has been left meanwhile is dropped.
 */
export const useWhatIf = defineStore('what-if', () => {
  const session = useSession()
  const base = shallowRef<ScenarioBase | null>(null)
  const scenario = shallowRef<ChangedScenario | null>(null)
  /** A document other than the base's: that of a scenario or of a draft. */
  const document = shallowRef<Policy | null>(null)
  const differences = shallowRef<readonly ScenarioDifference[]>([])
  const numbers = shallowRef<ReadonlyMap<string, number>>(new Map())
  const values = shallowRef<readonly SupposedValue[]>([])
  const overrides = shallowRef<readonly SupposedClass[]>([])
  const isDirty = shallowRef(false)
  /** How many numbers that were supposed last the policy no longer has. */
  const notThere = shallowRef(0)

  const plan = shallowRef<WhatIfBase | null>(null)
  const levers = shallowRef<readonly Lever[]>([])
  const found = shallowRef<WhatIf | null>(null)
  /** Why there is no base. */
  const problems = shallowRef<Problem[]>([])
  /** Why the last wish gives no result; the numbers of the one before stay. */
  const refusals = shallowRef<Problem[]>([])
  /** What the document says otherwise than the base beside its numbers, which are levers. */
  const others = computed(() =>
    differences.value.filter((each) => each.area === 'policy' && !levers.value.some((lever) => lever.path === each.path)),
  )
  let readFor: string | null = null

  const baseInput = computed(() => (base.value === null ? {} : { base: base.value }))
  const supposition = computed((): InputOf<'whatif.preview'> => ({
    ...baseInput.value,
    ...(document.value !== null && { policy: document.value }),
    numbers: [...numbers.value].map(([path, value]) => ({ path, value })),
    values: [...values.value],
    overrides: [...overrides.value],
  }))
  const isChanged = computed(() => document.value !== null || numbers.value.size + values.value.length + overrides.value.length > 0)

  async function answer(checks: Checks): Promise<{ result: WhatIf | null; refused: Problem[] }> {
    try {
      return { result: await call('whatif.preview', { ...supposition.value, checks }), refused: [] }
    } catch (error) {
      return { result: null, refused: problemsOf(error) }
    }
  }

  let wish = 0
  let answered = 0
  let isAsking = false
  let isReading = false
  /** The number of the last reading of the base. */
  let newest = 0
  /** Answers the newest wish; while the base is being read, the reading does. */
  async function answerWishes(): Promise<void> {
    if (isAsking) return
    isAsking = true
    while (answered < wish && !isReading) {
      const [asked, reading] = [wish, newest]
      const { result, refused } = await answer('computable')
      if (reading !== newest) continue
      if (result !== null) found.value = result
      refusals.value = refused
      answered = asked
    }
    isAsking = false
    atRest.begin()
  }
  /** The hand rests: what was computed while it moved is looked at whole, unless it moves on meanwhile. */
  const atRest = rest(REST, async () => {
    const [asked, reading] = [wish, newest]
    if (isAsking || isReading || answered !== asked) return
    const { refused } = await answer('all')
    if (asked === wish && reading === newest) refusals.value = refused
  })

  async function read(): Promise<void> {
    const mine = ++newest
    atRest.end()
    isReading = true
    try {
      const [base, turned] = await Promise.all([
        call('whatif.base', baseInput.value),
        call('whatif.levers', { ...baseInput.value, ...(document.value !== null && { policy: document.value }) }),
      ])
      if (mine !== newest) return
      // A number that is no longer there can't be turned.
      const there = [...numbers.value].filter(([path]) => turned.some((lever) => lever.path === path))
      notThere.value += numbers.value.size - there.length
      numbers.value = new Map(there)
      const asked = wish
      const { result, refused } = await answer('all')
      if (mine !== newest) return
      plan.value = base
      levers.value = turned
      found.value = result
      refusals.value = refused
      problems.value = []
      answered = asked
    } catch (error) {
      if (mine !== newest) return
      plan.value = null
      problems.value = problemsOf(error)
    }
    isReading = false
    if (plan.value !== null && answered < wish) await answerWishes()
  }

  /** Another base or scenario is being read: what is shown still belongs to the one before, and is not to be turned. */
  const isSwitching = shallowRef(false)
  let places = 0
  /** Goes to another base. @param work is told whether it has been left for yet another */
  async function elsewhere(work: (isLeft: () => boolean) => Promise<void>): Promise<void> {
    const mine = ++places
    steps.forget()
    isSwitching.value = true
    try {
      await work(() => mine !== places)
    } finally {
      if (mine === places) isSwitching.value = false
    }
  }

  /** Reads the base again when the plan has changed since; in another plan file or year, what was supposed there last. */
  async function follow(): Promise<void> {
    if (session.moment === readFor) return
    const placeOf = (moment: string | null): string | undefined => moment?.slice(0, moment.lastIndexOf('/'))
    const isMoved = placeOf(readFor) !== placeOf(session.moment)
    readFor = session.moment
    if (isMoved) await takeUp()
    else await read()
  }

  const kept = keptSupposition()
  const keep = (): void => kept.keep(isDirty.value ? { ...supposition.value, scenario: scenario.value?.id ?? null } : null)

  /** What was supposed when this plan and year were left, or nothing. */
  const takeUp = (): Promise<void> =>
    elsewhere(async (isLeft) => {
      clear()
      base.value = null
      scenario.value = null
      const last = await kept.read()
      if (isLeft()) return
      if (last === null) return read()
      // A scenario that is gone meanwhile leaves what was supposed, as a new one.
      if (last.scenario !== null)
        await show(last.scenario, isLeft).catch(() => {
          scenario.value = null
        })
      if (isLeft()) return
      base.value = last.base ?? null
      document.value = last.policy ?? null
      numbers.value = new Map(last.numbers.map(({ path, value }) => [path, value]))
      values.value = last.values
      overrides.value = last.overrides
      await read()
      if (!isLeft()) isDirty.value = isChanged.value || scenario.value !== null
    })

  function clear(): void {
    document.value = null
    differences.value = []
    numbers.value = new Map()
    values.value = []
    overrides.value = []
    isDirty.value = false
    notThere.value = 0
  }

  /** Begins anew on a base. */
  const begin = (on: ScenarioBase | null): Promise<void> =>
    elsewhere(async () => {
      clear()
      base.value = on
      scenario.value = null
      readFor = session.moment
      keep()
      await read()
    })

  /** What a scenario says. */
  async function show(id: number, isLeft: () => boolean): Promise<void> {
    const opened = await call('scenarios.get', { id })
    if (isLeft()) return
    clear()
    base.value = opened.base
    scenario.value = { id, name: opened.name, note: opened.note, locked: opened.locked }
    document.value = opened.policy
    differences.value = opened.differences
    values.value = opened.changes.values
    overrides.value = opened.changes.overrides
    readFor = session.moment
    await read()
  }

  /** Opens a scenario to change it further. */
  const open = (id: number): Promise<void> =>
    elsewhere(async (isLeft) => {
      try {
        await show(id, isLeft)
        if (!isLeft()) keep()
      } catch (error) {
        session.show(error)
      }
    })

  const wishAgain = (): void => {
    keep()
    wish++
    atRest.end()
    void answerWishes()
  }
  const changed = (): void => {
    isDirty.value = true
    wishAgain()
  }
  const suppositions = () => ({
    document: document.value,
    differences: differences.value,
    numbers: numbers.value,
    values: values.value,
    overrides: overrides.value,
    isDirty: isDirty.value,
  })
  /** What was turned on this page since it was opened on its base: it belongs to the page, and undo turns it back. */
  const steps = turnedSteps(suppositions, (supposed) => {
    const isSameDocument = supposed.document === document.value
    document.value = supposed.document
    differences.value = supposed.differences
    numbers.value = supposed.numbers
    values.value = supposed.values
    overrides.value = supposed.overrides
    isDirty.value = supposed.isDirty
    if (isSameDocument) return wishAgain()
    keep()
    void read()
  })
  /** Turns a number; turned back to where it stood it is no change. */
  function turn(lever: Lever, value: number): void {
    const next = new Map(numbers.value)
    steps.note(lever.path, true)
    if (value === lever.value) next.delete(lever.path)
    else next.set(lever.path, value)
    numbers.value = next
    changed()
  }
  function supposeValue(value: SupposedValue): void {
    steps.note(OTHER_STEPS.value)
    values.value = [...values.value.filter((each) => each.key !== value.key || each.field !== value.field), value]
    changed()
  }
  function dropValue(value: SupposedValue): void {
    steps.note(OTHER_STEPS.value)
    values.value = values.value.filter((each) => each !== value)
    changed()
  }
  function supposeClass(override: SupposedClass): void {
    steps.note(OTHER_STEPS.class)
    overrides.value = [...overrides.value.filter((each) => each.key !== override.key), override]
    changed()
  }
  function dropClass(override: SupposedClass): void {
    steps.note(OTHER_STEPS.class)
    overrides.value = overrides.value.filter((each) => each !== override)
    changed()
  }
  /** Everything as in the base. */
  function reset(): void {
    const dirty = scenario.value !== null
    steps.note(OTHER_STEPS.reset)
    clear()
    isDirty.value = dirty
    keep()
    void read()
  }

  /** A scenario is saved with its whole policy, so that what was reset is reset there too. */
  const wished = computed(() => {
    const policy = document.value ?? (scenario.value === null ? null : (plan.value?.policy ?? null))
    return {
      ...(policy !== null && { policy }),
      numbers: supposition.value.numbers ?? [],
      values: [...values.value],
      overrides: [...overrides.value],
    }
  })
  /** Saves what is supposed under the scenario's name. @returns whether it was saved */
  async function save(): Promise<boolean> {
    if (scenario.value === null) return false
    const saved = await session.perform('scenarios.save', { id: scenario.value.id, ...wished.value })
    if (saved !== null) await open(scenario.value.id)
    return saved !== null
  }
  /** Saves what is supposed as a new scenario, and goes on with that. @returns whether it was saved */
  async function saveAs(name: string, note: string): Promise<boolean> {
    const saved = await session.perform('scenarios.create', { name, note, ...baseInput.value, ...wished.value })
    if (saved !== null) await open(saved.id)
    return saved !== null
  }

  return {
    base,
    scenario,
    document,
    others,
    numbers,
    values,
    overrides,
    isChanged,
    isDirty,
    isSwitching,
    notThere,
    plan,
    levers,
    found,
    problems,
    refusals,
    supposition,
    follow,
    load: read,
    begin,
    open,
    turn,
    supposeValue,
    dropValue,
    supposeClass,
    dropClass,
    reset,
    steps,
    save,
    saveAs,
  }
})
