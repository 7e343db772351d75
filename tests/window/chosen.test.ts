import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../support/project.ts'
import { CHOSEN } from './chosen.ts'

it('are at least forty tests, and each is there under its name', () => {
  const chosen = Object.entries(CHOSEN).flatMap(([file, titles]) => {
    const text = readFileSync(join(ROOT, 'tests', 'browser', file), 'utf8')
    return titles.map((title) => ({ file, title, isThere: text.includes(title) }))
  })
  expect(chosen.filter(({ isThere }) => !isThere)).toEqual([])
  expect(chosen.length).toBeGreaterThanOrEqual(40)
})
