import { operations, type InputOf, type OperationName, type OutputOf } from '../../../src-main/contract/operations.ts'
import type { Service } from '../../../src-main/desk/service.ts'
import { oneSheet, workbookBytes, type CellInput, type SheetInput } from '../../support/spreadsheet-files.ts'
import { openApp } from '../../support/open-app.ts'

export const HEADER = ['区县', '街道', '社区名称', '常住人口（人）', '楼院（个）', '老旧楼院（个）']
export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export interface Delivered {
  fileName: string
  base64: string
}
/** A file that was handed over before. */
export type HandedOver = Awaited<ReturnType<ImportDeskApp['handOver']>>
/** A file of one sheet. */
export const file = (fileName: string, rows: CellInput[][], more: Partial<SheetInput> = {}): Delivered => ({
  fileName,
  base64: base64Of(oneSheet(rows, more)),
})
/** A file of several sheets. */
export const files = (fileName: string, sheets: Record<string, CellInput[][]>): Delivered => ({
  fileName,
  base64: base64Of(workbookBytes(Object.entries(sheets).map(([name, rows]) => ({ name, rows })))),
})

export interface Watching {
  signal?: AbortSignal
  progress?: (done: number, total: number, label: string) => void
}
type Ask = <N extends OperationName>(name: N, input?: InputOf<N>, watching?: Watching) => Promise<OutputOf<N>>

/**
 * The real app, asked as a host asks it, with both ends checked against the contract, and with a task that can be watched and
 * cancelled.
 */
export async function openImportDesk(dataFolder?: string) {
  const { service, handOver, close, dataFolder: folder } = await openApp(dataFolder)
  const ask: Ask = async (name, input, { signal = new AbortController().signal, progress = () => undefined } = {}) => {
    const { input: given, output } = operations[name]
    const run = service[name as keyof Service] as (input: unknown, context: unknown) => unknown
    return output.parse(await run(given.parse(input ?? {}), { signal, progress, host: 'test' })) as never
  }
  return { ask, handOver, close, folder }
}
export type ImportDeskApp = Awaited<ReturnType<typeof openImportDesk>>

/** An own, empty plan. */
export async function emptyPlan(): Promise<ImportDeskApp> {
  const desk = await openImportDesk()
  await desk.ask('plan.create', { name: '小市', year: 2026 })
  return desk
}

/** Imports files and applies them. */
export async function imported(desk: ImportDeskApp, delivered: Delivered[]): Promise<void> {
  const { id } = await desk.ask('import.desk', { files: delivered })
  await desk.ask('import.applyDesk', { id })
}
