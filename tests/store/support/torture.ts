import { readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf, OperationName, OutputOf } from '../../../src-main/contract/operations.ts'
import { dispatch, dispatchContext } from '../../../src-main/desk/dispatch.ts'
import { createApp } from '../../../src-main/modules/app.ts'
import { writeFileAtomically } from '../../../src-main/shared/atomic-write.ts'
import { RESOURCES } from '../../support/project.ts'
import type { Told } from './torture-told.ts'

/**
 * A working day that goes on until it is killed: opens the plan of a data folder (and migrates it), then edits, pastes, imports, merges,
 * adopts, takes back, copies, backs up and exports, all through the one door of the app. Says each step before it begins and after it was
 * acknowledged, and what files it has written. Arguments: the data folder, a number that decides what is done.
 */
const [folder = '', seed = ''] = process.argv.slice(2)
const tell = (told: Told): void => void writeSync(1, `${JSON.stringify(told)}\n`)

let state = Number(seed)
/** A linear congruential generator is random enough to mix steps: Numerical Recipes' constants. */
const upTo = (limit: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * limit)
}

tell({ kind: 'ready' })
const logger = { error: (text: string) => process.stderr.write(`${text}\n`), info: () => undefined }
const app = await createApp({ dataFolder: folder, resourcesFolder: RESOURCES, version: '0.0.0', now: () => new Date(), logger })
const context = dispatchContext('test', logger, false)

/** @returns the answer; null where it is refused, as much of it is at random */
async function ask<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N> | null> {
  const reply = await dispatch(app.service, name, input, context)
  if (reply.ok) return reply.value as OutputOf<N>
  if (reply.problems.some((each) => each.code.startsWith('internal.'))) throw new Error(`${name}: ${JSON.stringify(reply.problems)}`)
  return null
}
const status = async (): Promise<{ file: string; revision: number }> => {
  const { plan, startProblems } = (await ask('app.status', {}))!
  if (plan === null) throw new Error(`no plan is open: ${JSON.stringify(startProblems)}`)
  return plan
}
/** A command: told before, and after it was acknowledged. */
async function step<N extends OperationName>(name: N, input: InputOf<N>): Promise<void> {
  tell({ kind: 'begun', operation: name })
  const answer = await ask(name, input)
  tell({ kind: answer === null ? 'refused' : 'done', operation: name, revision: (await status()).revision })
}
const keys = async (): Promise<string[]> => (await ask('communities.list', {}))!.map((each) => each.key)
const anyOf = <T>(list: readonly T[]): T => list[upTo(list.length)]!
const given = (name: string): { fileName: string; base64: string } => ({
  fileName: name,
  base64: readFileSync(join(folder, 'given', name)).toString('base64'),
})
let written = 0
async function handOut(name: 'indicators.export' | 'package.export'): Promise<void> {
  const answer = await ask(name, name === 'package.export' ? { confirmed: true } : {})
  if (answer === null) return
  const file = join(folder, 'out', `${process.pid}-${written++}-${name}`)
  writeFileAtomically(file, Buffer.from(answer.base64, 'base64'))
  tell({ kind: 'written', file })
}

async function adopting(): Promise<void> {
  await step('plan.adopt', { title: '定稿' })
  await step('plan.takeBack', { reason: '更正' })
}

const ACTS: ReadonlyArray<() => Promise<void>> = [
  async () => step('indicators.update', { edits: [{ key: anyOf(await keys()), field: 'residents', value: 5000 + upTo(4000) }] }),
  async () => step('overrides.set', { key: anyOf(await keys()), class: anyOf(['A', 'B', 'C']), reason: '核实' }),
  async () => step('ledger.update', { edits: [{ key: anyOf(await keys()), field: 'spent', fen: upTo(40_000_000) }] }),
  async () => {
    const all = await keys()
    await step('indicators.update', { edits: all.map((key) => ({ key, field: 'elderly', value: 100 + upTo(800) })) })
  },
  () => step('communities.add', { code: '', name: `新${upTo(100_000)}`, district: '南区', subdistrict: '0街道' }),
  async () => step('communities.remove', { keys: [anyOf(await keys())] }),
  async () => {
    const preview = await ask('import.preview', given('sheet.xlsx'))
    if (preview !== null) await step('import.apply', { id: preview.id })
  },
  async () => {
    const preview = await ask('rollup.preview', { files: [given('package.quanheng-package')] })
    if (preview !== null) await step('rollup.apply', { id: preview.id, confirmed: true })
  },
  adopting,
  () => step('history.undo', {}),
  () => step('history.undo', {}),
  () => step('history.redo', {}),
  () => handOut('indicators.export'),
  () => handOut('package.export'),
  async () => {
    const copy = await ask('plan.copy', {
      file: (await status()).file,
      name: `副本 ${process.pid}-${written++}`,
      folder: join(folder, 'out'),
    })
    if (copy !== null) tell({ kind: 'written', file: copy.file })
  },
  async () => {
    const { file } = await status()
    await ask('plan.close', {})
    await ask('plan.open', { file })
    tell({ kind: 'done', operation: 'plan.open', revision: (await status()).revision })
  },
]

tell({ kind: 'done', operation: 'plan.open', revision: (await status()).revision })
// A year can be adopted only as long as it is complete, and soon it is not.
if (upTo(2) === 0) await adopting()
for (;;) await anyOf(ACTS)()
