import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifierOf } from '../../../src-main/engine/columns/index.ts'
import { burdenBy, burdenByPlace, burdenOfAll, burdensOf, compileCatalogue } from '../../../src-main/engine/catalogue/index.ts'
import { factColumns, type EvaluationInput } from '../../../src-main/engine/index.ts'
import { isCommon, type Catalogue, type Resolved } from '../../../src-main/model/catalogue.ts'
import { randomCatalogues } from '../../support/random-catalogue.ts'
import { randomPlans } from '../../support/random-plan.ts'

const cases = randomPlans()
  .filter((input) => input.facts.length > 0)
  .chain((input) => randomCatalogues(input).map((catalogue) => ({ input, catalogue })))

const over = ({ indicators, facts, overrides, policy }: EvaluationInput, catalogue: Catalogue) => {
  const columns = factColumns(indicators, facts, overrides)
  // Lists follow from classes alone: money is not asked for.
  const { classifier, overrides: byHand } = classifierOf(columns, policy)
  const found = facts.map((_, row) => classifier.classify(row))
  const run = { found, classes: columns.facts.map(({ key }, row) => byHand.get(key)?.class ?? found[row]!.class) }
  return { columns, run, compiled: compileCatalogue(catalogue, columns, run) }
}
/** Every pair by community and item. */
const allPairs = (input: EvaluationInput, catalogue: Catalogue): Map<string, Resolved> => {
  const { columns, compiled } = over(input, catalogue)
  return new Map(
    columns.facts.flatMap(({ key }, row) =>
      compiled.items.map((item, position) => [`${key} ${item.id}`, compiled.resolve(position, row)] as const),
    ),
  )
}
const holds = (property: (of: { input: EvaluationInput; catalogue: Catalogue }) => void): void =>
  fc.assert(fc.property(cases, property), { numRuns: 60 })

describe('a catalogue', () => {
  it('has exactly one answer with a reason for every pair, the same in the column and alone; an unknown one names what is needed', () => {
    holds(({ input, catalogue }) => {
      const { columns, run, compiled } = over(input, catalogue)
      compiled.items.forEach((item, position) => {
        const verdicts = compiled.verdicts(position)
        columns.facts.forEach((community, row) => {
          const found = compiled.resolve(position, row)
          expect(['no', 'yes', 'consent', 'unknown'][verdicts[row]!]).toBe(found.answer)
          expect(compiled.verdict(position, row)).toBe(verdicts[row])
          expect(found.answer === 'unknown').toBe(found.why === 'conditionUnknown' || found.why === 'classUndecided')
          if (found.answer === 'unknown') expect(found.needs.length).toBeGreaterThan(0)
          else expect(found.needs).toEqual([])
          const decided = catalogue.exceptions.find((each) => each.key === community.key && each.item === item.id)
          if (decided !== undefined) expect(found).toMatchObject({ answer: decided.answer, why: 'hand', reason: decided.reason })
          else if (item.when === undefined && run.classes[row] !== null)
            expect(found).toMatchObject({ answer: item.answers[run.classes[row]!] ?? item.others, why: 'class' })
        })
      })
    })
  })

  it('never resolves a withdrawn item, also not by hand', () => {
    holds(({ input, catalogue }) => {
      const gone = new Set(catalogue.items.filter((each) => each.withdrawn === true).map((each) => each.id))
      for (const { item } of allPairs(input, catalogue).values()) expect(gone.has(item)).toBe(false)
    })
  })

  it('is the union of its common and its specific items', () => {
    holds(({ input, catalogue }) => {
      const classes = input.policy.classes.map((each) => each.key)
      const part = (common: boolean): Catalogue => ({
        ...catalogue,
        items: catalogue.items.filter((each) => isCommon(each, classes) === common),
      })
      const union = [...allPairs(input, part(true)), ...allPairs(input, part(false))]
      const inOrder = (pairs: Iterable<[string, Resolved]>) => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))
      expect(inOrder(union)).toEqual(inOrder(allPairs(input, catalogue)))
    })
  })

  it('does not depend on the order of rows, items and decisions', () => {
    holds(({ input, catalogue }) => {
      const turned = { items: [...catalogue.items].reverse(), exceptions: [...catalogue.exceptions].reverse() }
      const other = allPairs({ ...input, facts: [...input.facts].reverse() }, turned)
      for (const [pair, found] of allPairs(input, catalogue)) expect(other.get(pair)).toEqual(found)
    })
  })

  it('gives the same lists again after a class was set and taken back', () => {
    holds(({ input, catalogue }) => {
      const before = allPairs(input, catalogue)
      for (const { key: reached } of input.policy.classes) {
        const { key } = input.facts[0]!
        allPairs({ ...input, overrides: [{ key, class: reached, reason: '试', document: '' }] }, catalogue)
      }
      expect(allPairs(input, catalogue)).toEqual(before)
    })
  })
})

describe('the account of tasks', () => {
  it('adds up: parts to the whole; communities, classes, places and tasks to the same sum', () => {
    holds(({ input, catalogue }) => {
      const { columns, run, compiled } = over(input, catalogue)
      const { communities, tasks } = burdensOf(compiled, columns.facts.length)
      const total = burdenOfAll(communities)
      for (const { all, sent, consent, spared, open } of [total, ...communities]) {
        expect(sent.tasks + consent.tasks + spared.tasks + open.tasks).toBe(all.tasks)
        expect(sent.minutes + consent.minutes + spared.minutes + open.minutes).toBe(all.minutes)
      }
      const ofTasks = compiled.items.filter((each) => each.kind === 'task').length
      expect(total.all.tasks).toBe(ofTasks * columns.facts.length)
      expect(burdenOfAll(tasks.values())).toEqual(total)
      expect(burdenOfAll([...burdenBy(communities, (row) => run.classes[row]).values()].map((each) => each.burden))).toEqual(total)
      const places = burdenByPlace(columns.facts, communities)
      expect(burdenOfAll(places.filter((each) => each.subdistrict === null).map((each) => each.burden))).toEqual(total)
      expect(burdenOfAll(places.filter((each) => each.subdistrict !== null).map((each) => each.burden))).toEqual(total)
    })
  })
})

it('a condition on an indicator that nobody knows any more is unknown and names it, and nothing breaks', () => {
  const input = fc.sample(
    randomPlans().filter((each) => each.facts.length > 0),
    { numRuns: 1, seed: 7 },
  )[0]!
  const item = {
    kind: 'task' as const,
    id: 'gone',
    title: { zh: '旧事项', en: '' },
    department: { zh: '部门', en: '' },
    answers: {},
    others: 'yes' as const,
    when: { kind: 'compare' as const, indicator: 'retiredOne', operator: '>' as const, value: 0 },
    source: 'ours' as const,
    duration: 'permanent' as const,
    minutes: 60,
    timesAYear: 1,
    moneyFen: 0,
  }
  for (const found of allPairs(input, { items: [item], exceptions: [] }).values())
    expect(found).toMatchObject({ answer: 'unknown', why: 'conditionUnknown', needs: ['retiredOne'] })
})
