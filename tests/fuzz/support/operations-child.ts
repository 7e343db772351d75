import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { operations, type OperationName } from '../../../src-main/contract/operations.ts'
import type { Reply } from '../../../src-main/contract/reply.ts'
import { dispatch, dispatchContext } from '../../../src-main/desk/dispatch.ts'
import { answerText } from '../../../src-main/desk/wire.ts'
import { startApp, type RunningApp } from '../../../src-main/desk/start.ts'
import { createApp } from '../../../src-main/modules/app.ts'
import type { PlanStatus } from './operations.ts'
import { answering, polluted } from './child.ts'
import { CLOSED_PLAN, DATA, LAST_ID, PLAN, type Asked, type Heard, type OperationsQuestion } from './operations.ts'

/** The real app over a plan that is put back when it is asked for. Arguments: the folder in which all of it lies, the resources. */
const [root = '', resourcesFolder = ''] = process.argv.slice(2)
const dataFolder = join(root, DATA)
const plan = join(dataFolder, PLAN)

let account = ''
const logger = { error: (text: string) => void (account += text), info: () => undefined }
const context = dispatchContext('test', logger, true)
let seconds = 0
const now = (): Date => new Date(Date.UTC(2026, 10, 23, 1, 0, seconds++))
let app: RunningApp | undefined
let lastId: string | number = 'none'

async function renew(): Promise<void> {
  await app?.close()
  rmSync(dataFolder, { recursive: true, force: true })
  mkdirSync(dataFolder)
  copyFileSync(join(root, CLOSED_PLAN), plan)
  app = await startApp(createApp, { dataFolder, resourcesFolder, version: '0.0.0', now, logger })
}
const askFor = (name: OperationName, input: unknown = {}): Promise<Reply<unknown>> => dispatch(app!.service, name, input, context)

const openPlan = async (): Promise<string | undefined> => {
  const status = await askFor('app.status')
  return status.ok ? (status.value as PlanStatus).plan?.file : undefined
}

/** Where an input has closed the plan, put it away or opened another, the next one finds it open again. */
async function home(): Promise<void> {
  if ((await openPlan()) === plan) return
  const opened = await askFor('plan.open', { file: plan })
  if (!opened.ok) await renew()
}

async function ask({ name, text }: Asked): Promise<Heard> {
  account = ''
  const request = `{"name":${JSON.stringify(name)},"input":${text.replaceAll(`"${LAST_ID}"`, JSON.stringify(lastId))}}`
  const reply = await answerText(app!.service, request, context)
  const { id } = ((reply.ok ? reply.value : null) ?? {}) as { id?: unknown }
  if (typeof id === 'string' || typeof id === 'number') lastId = id
  if (operations[name].kind === 'command') await home()
  return { codes: reply.ok ? [] : reply.problems.map((each) => each.code), account, polluted: polluted() }
}

/** Everything that the app answers to an empty question, which is what pages begin with. */
async function answers(): Promise<unknown[]> {
  const found: unknown[] = []
  for (const [name, { kind, input }] of Object.entries(operations)) {
    if (kind !== 'query' || /export|verify|plan\.(bin|list)/.test(name) || !input.safeParse({}).success) continue
    const reply = await askFor(name as OperationName)
    if (reply.ok) found.push(reply.value)
  }
  return found
}

/** @returns what is wrong with the plan after all that was asked */
async function verify(): Promise<string[]> {
  await home()
  const checked = await askFor('history.verify')
  if (!checked.ok || !(checked.value as { ok: boolean }).ok) return [`the log: ${JSON.stringify(checked)}`]
  await askFor('plan.close')
  const opened = await askFor('plan.open', { file: plan })
  return opened.ok ? [] : [`opening: ${JSON.stringify(opened.problems)}`]
}

answering<OperationsQuestion>((question) => {
  if (question.kind === 'ask') return ask(question)
  if (question.kind === 'answers') return answers()
  return question.kind === 'verify' ? verify() : renew()
})
