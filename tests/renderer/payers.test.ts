import { describe, expect, it } from 'vitest'
import { paidBy, payerParts } from '../../src-renderer/format/payers.ts'
import { wordsIn } from '../../src-renderer/locales/words.ts'
import { evaluate } from '../../src-main/engine/index.ts'
import { preset, standardDictionary } from '../../src-main/policy/index.ts'
import { openApp, RESOURCES } from '../support/open-app.ts'

const words = wordsIn('zh')
const { indicators } = standardDictionary(RESOURCES)

describe('who pays, among the key figures', () => {
  it('is everybody whom the policy names: the parts are together the total', async () => {
    const { call } = await openApp()
    const facts = await call['communities.list']()
    const policy = preset(RESOURCES, 'components-and-payers')!
    const { totals } = evaluate({ policy, indicators, facts, overrides: [] })
    const parts = payerParts(policy, words)
    expect(parts.map((each) => each.label)).toEqual(['省级承担', '市级承担', '区县承担'])
    const paid = parts.map((each) => paidBy(each.key, totals)!)
    expect(paid[0]).toBeGreaterThan(0)
    expect(paid.reduce((sum, fen) => sum + fen, 0)).toBe(totals.amountFen)
  })
  it('is told of every plan that is compared', async () => {
    const { call } = await openApp()
    const { sides } = await call['comparison.get']({
      sides: [
        { kind: 'lastYear', year: 2023 },
        { kind: 'year', year: 2023 },
        { kind: 'policy', year: 2023, id: 'components-and-payers', version: '1.0.2' },
      ],
    })
    expect(sides.map((side) => side.payers.map((each) => each.key))).toEqual([[], ['city', 'district'], ['province', 'city', 'district']])
  })
})

describe("the policy's amount of last year", () => {
  const policy = structuredClone(preset(RESOURCES, 'flat-2018')!)
  policy.allocation.previousAmountFen = 700
  const previous = async (delivered: number | null): Promise<Array<number | null>> => {
    const { call } = await openApp()
    const facts = (await call['communities.list']()).slice(0, 2).map((each, i) => ({ ...each, previousFen: i === 0 ? delivered : null }))
    return evaluate({ policy, indicators, facts, overrides: [] }).communities.map((each) => each.previousFen)
  }
  it('counts for all as long as nobody has an own one, and for nobody then, as its label and the text of the policy say', async () => {
    expect([await previous(null), await previous(500)]).toEqual([
      [700, 700],
      [500, null],
    ])
    expect(words.t('policyEditor.previousAmount')).toContain('所有社区都没有上年金额时')
    expect(words.t('policy.previousAmount', { amount: '7元' })).toContain('一旦有社区填报，没有填报的就是上年没有')
  })
})
