import { expect, it } from 'vitest'
import type { GapScope } from '../../src-main/model/target.ts'
import { queryOfScope, scopeOfQuery } from '../../src-renderer/modules/targets/gap-scope.ts'

it.each<GapScope>([
  {},
  { register: false, item: 'g-contact', district: '城北区', subdistrict: '朝阳街道', all: true },
  { register: true, communities: ['630105001004'] },
  { class: 'D', communities: ['东区/一街道/甲', '东区/一街道/乙'] },
])('the scope of a list of gaps reaches its paper as it is: %o', (scope) => {
  expect(scopeOfQuery(queryOfScope(scope) as Parameters<typeof scopeOfQuery>[0])).toEqual(scope)
})
