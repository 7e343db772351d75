import { describe, expect, it } from 'vitest'
import { standingOf } from '../../../../src-renderer/modules/results/page/standing.ts'
import { standardDictionary } from '../../../../src-main/policy/presets.ts'
import { RESOURCES } from '../../../support/project.ts'

const { indicators } = standardDictionary(RESOURCES)
const residents = indicators.find((each) => each.key === 'residents')!
const location = indicators.find((each) => each.key === 'location')!

describe('how an indicator stands among the class', () => {
  it('is its place from the greatest on, equal values at the same, and the middle value', () => {
    const all = [300, 100, 300, 200, undefined, null]
    expect(standingOf(residents, 300, all)).toEqual({ median: 250, place: 1, known: 4 })
    expect(standingOf(residents, 200, all)).toEqual({ median: 250, place: 3, known: 4 })
    expect(standingOf(residents, 100, [100, 200, 300])).toEqual({ median: 200, place: 3, known: 3 })
  })
  it('is unknown where its own value is, and 0 is a value', () => {
    expect(standingOf(residents, undefined, [0, undefined])).toEqual({ median: 0, place: null, known: 1 })
    expect(standingOf(residents, 0, [0, 5])).toEqual({ median: 2.5, place: 2, known: 2 })
  })
  it('is nothing for a choice, and where nobody has a value', () => {
    expect(standingOf(location, 'edge', ['edge', 'old'])).toEqual({ median: null, place: null, known: 0 })
    expect(standingOf(residents, null, [null])).toEqual({ median: null, place: null, known: 0 })
  })
})
