import { describe, expect, it } from 'vitest'
import { dispatch, dispatchContext } from '../../src-main/desk/dispatch.ts'
import { startApp } from '../../src-main/desk/start.ts'
import { appError } from '../../src-main/shared/app-error.ts'
import { listeningLogger, smallService } from '../support/small-service.ts'

const setUp = (checkOutput = true) => {
  const { logger, errors } = listeningLogger()
  const context = dispatchContext('test', logger, checkOutput)
  return { errors, call: (name: string, input?: unknown) => dispatch(smallService, name, input, context) }
}
const refusal = (...problems: object[]) => ({ ok: false, problems: problems.map((each) => expect.objectContaining(each)) })

describe('dispatch', () => {
  it('runs an operation; no input counts as an empty one', async () => {
    expect(await setUp().call('plan.adopted')).toEqual({ ok: true, value: [] })
  })

  it.each(['nothing.there', 'toString', '__proto__', 'plan.open', ''])('refuses the unknown operation %j', async (name) => {
    expect(await setUp().call(name, {})).toEqual(refusal({ code: 'request.unknownOperation', params: { name } }))
  })

  it.each([
    ['a missing field', 'app.rename', {}, { path: '/operator' }, { expected: 'string', value: '-' }],
    ['a wrong type', 'app.rename', { operator: 5 }, { path: '/operator' }, { expected: 'string', value: '5' }],
    ['a field nobody asked for', 'app.rename', { operator: '', more: 1 }, { path: '/' }, { expected: 'more', kind: 'unrecognized_keys' }],
    ['something that is no object', 'app.rename', 'x', { path: '/' }, { expected: 'object', value: '"x"' }],
    ['a text too long', 'app.rename', { operator: 'x'.repeat(41) }, { path: '/operator' }, { expected: '<= 40 characters' }],
  ])('refuses %s with its path', async (_, name, input, place, params) => {
    expect(await setUp().call(name, input)).toEqual(refusal({ code: 'request.invalid', place, params: expect.objectContaining(params) }))
  })

  it('passes on the problems an operation names, and logs nothing for them', async () => {
    const { call, errors } = setUp()
    expect(await call('history.undo')).toEqual(refusal({ code: 'plan.nothingToUndo' }))
    expect(errors).toEqual([])
  })

  it('gives a fault of ours a number; the stack is in the log only, under the same number', async () => {
    const { call, errors } = setUp()
    const reply = await call('plan.close')
    expect(reply).toEqual(refusal({ code: 'internal.incident', params: { incident: expect.stringMatching(/^[2-9A-Z]{6}$/) } }))
    expect(JSON.stringify(reply)).not.toContain('secret')
    const number = (reply as unknown as { problems: [{ params: { incident: string } }] }).problems[0].params.incident
    expect(errors.join()).toMatch(new RegExp(`${number}[^]*secret[^]*small-service`))
  })

  it('writes a fault of the page into the log under its number, also where the app has not started', async () => {
    const { logger, errors } = listeningLogger()
    const { service } = await startApp(() => Promise.reject(new Error('no app')), {
      dataFolder: '/data',
      resourcesFolder: '/resources',
      version: '1.2.3',
      now: () => new Date(0),
      logger: listeningLogger().logger,
    })
    const fault = { incident: 'K7Q2MX', text: 'TypeError: x\n    at y' }
    expect(await dispatch(service, 'app.fault', fault, dispatchContext('test', logger, true))).toEqual({ ok: true, value: {} })
    expect(errors).toEqual(['incident K7Q2MX in the page: TypeError: x\n    at y'])
  })

  it('checks answers against the contract while developing, and only then', async () => {
    expect(await setUp(true).call('policy.list')).toEqual(refusal({ code: 'internal.incident' }))
    expect(await setUp(false).call('policy.list')).toEqual({ ok: true, value: [{ id: 1 }] })
  })

  it('tells how far a named task is, and cancels it', async () => {
    const { call } = setUp()
    expect(await call('task.progress', { task: 'one' })).toEqual({ ok: true, value: null })
    const work = call('import.apply', { id: 'sheet', task: 'one' })
    expect(await call('task.progress', { task: 'one' })).toEqual({ ok: true, value: { done: 1, total: 4, label: 'sheet' } })
    expect(await call('task.cancel', { task: 'another' })).toEqual({ ok: true, value: {} })
    expect(await call('task.cancel', { task: 'one' })).toEqual({ ok: true, value: {} })
    expect(await work).toEqual(refusal({ code: 'task.cancelled' }))
    expect(await call('task.progress', { task: 'one' })).toEqual({ ok: true, value: null })
  })
})

describe('an app that does not start', () => {
  const options = {
    dataFolder: '/data',
    resourcesFolder: '/resources',
    version: '1.2.3',
    now: () => new Date(0),
    logger: listeningLogger().logger,
  }
  const ask = async (error: Error, name: string) => {
    const { service } = await startApp(() => Promise.reject(error), options)
    return dispatch(service, name, {}, dispatchContext('test', listeningLogger().logger, true))
  }

  it('still says why', async () => {
    expect(await ask(appError('plan.damaged', { file: 'x' }), 'app.status')).toMatchObject({
      ok: true,
      value: { version: '1.2.3', plan: null, startProblems: [{ code: 'plan.damaged' }] },
    })
    expect(await ask(new Error('EACCES'), 'app.status')).toMatchObject({
      ok: true,
      value: { startProblems: [{ code: 'internal.start', params: { detail: 'EACCES' } }] },
    })
  })

  it('refuses everything else with the same reason', async () => {
    expect(await ask(appError('plan.damaged', { file: 'x' }), 'communities.list')).toEqual(refusal({ code: 'plan.damaged' }))
  })
})
