import { expect, it } from 'vitest'
import { headingWidth } from '../../src-renderer/components/grid/heading-width.ts'
import { numberColumn } from '../../src-renderer/components/grid/place-columns.ts'

it('a column of counts is as wide as its heading needs, and as wide as is asked for', () => {
  const column = (title: string, width: number) => numberColumn({ key: 'a', title, width, group: '' }).width
  expect(column('日租房已备案', 60)).toBe(headingWidth('日租房已备案'))
  expect(column('Landlords reporting', 60)).toBe(headingWidth('Landlords reporting'))
  expect(column('房东', 104)).toBe(104)
  // Six Chinese letters of 13 pixels, and what lies around them.
  expect(headingWidth('日租房已备案')).toBeGreaterThan(6 * 13 + 16)
})
