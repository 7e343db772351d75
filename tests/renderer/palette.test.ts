import { expect, it } from 'vitest'
import { score, spell } from '../../src-renderer/shell/palette/matching.ts'

const WEST = '祁连路西社区'

it.each([
  ['祁连路西', WEST],
  ['路西', WEST],
  ['qilianluxi', WEST],
  ['Qilian Lu', WEST],
  ['luxi', WEST],
  ['qllx', WEST],
  ['QLLXSQ', WEST],
  ['lvse', '绿色家园社区'],
  ['chongqing', '重庆路社区'],
  ['whatif', 'What if'],
  ['a3', 'A3 打印'],
])('%s finds %s', (typed, text) => expect(score(spell(text), typed)).toBeGreaterThan(0))

it.each([
  ['祁连西', WEST],
  // Not from the beginning of a syllable.
  ['ilian', WEST],
  ['qlx', WEST],
  ['', WEST],
  ['  ', WEST],
])('%j does not find %s', (typed, text) => expect(score(spell(text), typed)).toBe(0))

it('what is written comes before pinyin, and a beginning before a middle', () => {
  const scores = ['祁连路西社区', '祁连', '连路', 'qilian', 'lianlu', 'qllx', 'llx'].map((typed) => score(spell(WEST), typed))
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(new Set(scores).size).toBe(scores.length)
})
