import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { VARIATIONS } from '../browser/variations.ts'
import { ROOT } from '../support/project.ts'
import { patternsOf, type Titles } from '../support/titles.ts'
import { CHOSEN } from './chosen.ts'

const listed = (titles: Titles) => Object.entries(titles).flatMap(([file, parts]) => parts.map((title) => ({ file, title })))
const isThere = ({ file, title }: { file: string; title: string }): boolean =>
  readFileSync(join(ROOT, 'tests', 'browser', file), 'utf8').includes(title)

it('those of the double are at least forty, and each is there under its name', () => {
  const chosen = listed(CHOSEN)
  expect(chosen.filter((each) => !isThere(each))).toEqual([])
  expect(chosen.length).toBeGreaterThanOrEqual(40)
})

it('what is left for the full run is there under its name, and does not run in the double instead', () => {
  const variations = listed(VARIATIONS)
  expect(variations.filter((each) => !isThere(each))).toEqual([])
  const chosen = patternsOf(CHOSEN)
  expect(variations.filter(({ file, title }) => chosen.some((each) => each.test(`${file} ${title}`)))).toEqual([])
})
