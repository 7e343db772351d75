import { describe, expect, it } from 'vitest'
import { cutTo, wellFormed } from '../../src-main/model/text.ts'
import { openApp } from '../support/open-app.ts'
import { dispatch, dispatchContext } from '../../src-main/desk/dispatch.ts'

describe('cutting a text', () => {
  it.each([
    ['老'.repeat(41), `${'老'.repeat(40)}…`],
    ['老'.repeat(40), '老'.repeat(40)],
    [`${'老'.repeat(39)}𠮷`, `${'老'.repeat(39)}𠮷`],
    [`${'老'.repeat(39)}𠮷社区`, `${'老'.repeat(39)}𠮷…`],
    [`${'a'.repeat(39)}é${'b'.repeat(9)}`.normalize('NFD'), `${'a'.repeat(39)}é…`.normalize('NFD')],
  ])('%s', (text, cut) => expect(cutTo(text, 40)).toBe(cut))
})

it('half a sign is replaced wherever it stands in an input, and all else is as it was', () => {
  const input = { 'k\ud842': ['x\ud842', 1, null, { deep: 'ok𠮷\udfb7' }], bytes: new Uint8Array([1]) }
  expect(wellFormed(input)).toEqual({ 'k\ufffd': ['x\ufffd', 1, null, { deep: 'ok𠮷\ufffd' }], bytes: input.bytes })
})

it('a reason with half a sign is kept as it is shown, and the log stays whole', async () => {
  const { service, call } = await openApp()
  const context = dispatchContext('test', { error: () => undefined, info: () => undefined })
  const reply = await dispatch(service, 'overrides.set', { key: '630105001004', class: 'A', reason: '实地核查\ud842' }, context)
  expect(reply).toMatchObject({ ok: true })
  expect(await call['overrides.list']()).toMatchObject([{ reason: '实地核查\ufffd' }])
  expect(await call['history.verify']()).toMatchObject({ ok: true })
})
