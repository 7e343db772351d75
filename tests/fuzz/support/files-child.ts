import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { layBlock, parseTabSeparated } from '../../../src-renderer/components/grid/clipboard-block.ts'
import { readAppeals } from '../../../src-main/documents/appeals/index.ts'
import { readFile } from '../../../src-main/documents/import/read-file.ts'
import { readSpreadsheet } from '../../../src-main/documents/import/read-spreadsheet.ts'
import { readPackage } from '../../../src-main/documents/package/index.ts'
import { readAmountText, readClassText, readText, TYPED } from '../../../src-main/model/value.ts'
import { checkPolicy, readCatalogue, readPolicy, standardDictionary } from '../../../src-main/policy/index.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'
import type { OperationName } from '../../../src-main/contract/operations.ts'
import { dispatch, dispatchContext } from '../../../src-main/desk/dispatch.ts'
import { startApp } from '../../../src-main/desk/start.ts'
import { createApp } from '../../../src-main/modules/app.ts'
import { verifyPackage } from '../../../src-main/verifier/index.ts'
import { answering, polluted } from './child.ts'
import type { FileHeard, FileKind, FileQuestion } from './files.ts'

/** Reads files as the app does, one after the other. Arguments: a folder for plans, the resources. */
const [folder = '', resources = ''] = process.argv.slice(2)
const dictionary = standardDictionary(resources)
const NAME = '交表'

async function sheet(bytes: Uint8Array): Promise<void> {
  const read = await readFile({ fileName: NAME, bytes, mappings: [] }, dictionary, [], () => undefined)
  // What goes back to the desk crosses a thread.
  structuredClone(read)
  readAppeals(await readSpreadsheet(bytes, NAME), { file: NAME, year: 2023, source: 'hotline' })
}

function clipboard(bytes: Uint8Array): void {
  const cells = parseTabSeparated(new TextDecoder().decode(bytes))
  const columns = dictionary.indicators.map(({ key }) => ({ key, title: key, width: 80 }))
  const rows = Array.from({ length: 50 }, (_, at) => ({ key: String(at) }))
  const { entries } = layBlock(cells, { top: 0, left: 0, bottom: 0, right: 0 }, rows as never, columns as never)
  for (const { columnKey, text } of entries) {
    readText(
      dictionary.indicators.find(({ key }) => key === columnKey)!,
      text,
      TYPED,
    )
    readAmountText(text, TYPED)
    readClassText(text)
  }
}

const quiet = { error: (text: string) => void (account += text), info: () => undefined }
let account = ''
const context = dispatchContext('test', quiet, true)
const ASKED: readonly [OperationName, unknown][] = [
  ['communities.list', {}],
  ['result.get', {}],
  ['history.list', {}],
  ['communities.add', { code: '', name: '新社区', district: '城北区', subdistrict: '朝阳街道' }],
  ['history.undo', {}],
  ['plan.check', {}],
]

/** The plan is opened, looked at, changed and checked, through the app's own door. */
async function plan(bytes: Uint8Array): Promise<void> {
  const dataFolder = join(folder, 'plan')
  rmSync(dataFolder, { recursive: true, force: true })
  mkdirSync(dataFolder)
  writeFileSync(join(dataFolder, 'x.quanheng'), bytes)
  account = ''
  const options = { dataFolder, resourcesFolder: resources, version: '0.0.0', now: () => new Date('2026-11-23T01:00:00Z'), logger: quiet }
  const app = await startApp(createApp, options)
  try {
    const replies = []
    for (const [name, input] of ASKED) replies.push(await dispatch(app.service, name, input, context))
    if (replies.some((reply) => !reply.ok && reply.problems.some(({ code }) => code.startsWith('internal.')))) throw new Error(account)
  } finally {
    await app.close()
  }
}

const READ: Record<FileKind, (bytes: Uint8Array) => unknown> = {
  clipboard,
  policy: (bytes) => checkPolicy(readPolicy(bytes), dictionary.indicators),
  catalogue: readCatalogue,
  csv: sheet,
  xls: sheet,
  xlsx: sheet,
  package(bytes) {
    verifyPackage(bytes, NAME)
    readPackage(bytes, NAME)
  },
  plan,
}

answering<FileQuestion>(async ({ kind, bytes }): Promise<FileHeard> => {
  try {
    await READ[kind](bytes)
    return { codes: [], fault: null, polluted: polluted() }
  } catch (error) {
    if (error instanceof AppError) return { codes: error.problems.map((each) => each.code), fault: null, polluted: polluted() }
    return { codes: [], fault: error instanceof Error ? (error.stack ?? error.message) : String(error), polluted: polluted() }
  }
})
