import fc from 'fast-check'
import { ANSWERS, type Catalogue, type CatalogueItem } from '../../src-main/model/catalogue.ts'
import type { EvaluationInput } from '../../src-main/engine/index.ts'
import { conditions, DELIVERED, DERIVED } from './random-plan.ts'

const text = (zh: string) => ({ zh, en: zh })
const answer = fc.constantFrom(...ANSWERS)

/** Random items of all kinds over the classes and communities of a random plan, a part of them withdrawn, and some decisions by hand. */
export function randomCatalogues({ policy, facts }: Pick<EvaluationInput, 'policy' | 'facts'>): fc.Arbitrary<Catalogue> {
  const classes = policy.classes.map((each) => each.key)
  const shape = fc.record({
    kind: fc.constantFrom('measure' as const, 'task' as const, 'service' as const),
    answers: fc.dictionary(fc.constantFrom(...classes), answer),
    others: answer,
    when: fc.option(conditions([...DELIVERED, ...DERIVED]), { nil: undefined }),
    quantity: fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant('fixed' as const), number: fc.integer({ min: 1, max: 9 }) }),
        fc.record({
          kind: fc.constant('rate' as const),
          indicator: fc.constantFrom('homes', 'people', 'crowding'),
          rate: fc.constantFrom(1, 0.5, 3),
          per: fc.constantFrom(1, 2, 15),
        }),
      ),
      { nil: undefined },
    ),
    withdrawn: fc.option(fc.boolean(), { nil: undefined }),
    minutes: fc.integer({ min: 0, max: 6000 }),
  })
  const items = fc.array(shape, { minLength: 1, maxLength: 8 }).map((shapes) =>
    shapes.map(({ kind, minutes, when, quantity, withdrawn, ...each }, position): CatalogueItem => {
      const common = {
        ...each,
        id: `item-${position}`,
        title: text(`事项${position}`),
        department: text(`部门${position % 3}`),
        source: 'ours' as const,
        ...(when !== undefined && { when }),
        ...(quantity !== undefined && { quantity }),
        ...(withdrawn !== undefined && { withdrawn }),
      }
      if (kind === 'measure') return { kind, ...common, purpose: text('目的'), period: 'year', parameters: [] }
      if (kind === 'task') return { kind, ...common, duration: 'permanent', minutes, timesAYear: 1, moneyFen: 0 }
      return { kind, ...common, channel: 'proxy', minutesACase: minutes }
    }),
  )
  return items.chain((all) =>
    fc
      .uniqueArray(
        fc.record({
          key: fc.constantFrom(...facts.map((each) => each.key)),
          item: fc.constantFrom(...all.map((each) => each.id)),
          answer,
          reason: fc.constant('会议'),
        }),
        { maxLength: 4, selector: (each) => `${each.key} ${each.item}` },
      )
      .map((exceptions) => ({ items: all, exceptions })),
  )
}
