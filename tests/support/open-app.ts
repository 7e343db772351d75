import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { createApp } from '../../src-main/modules/app.ts'
import type { Service } from '../../src-main/desk/service.ts'
import { copyPlans, sampleFolderIn } from './sample-plan.ts'

export const RESOURCES = join(import.meta.dirname, '../../resources')
/** A fixed clock: 2026-11-23, one second later with each reading. */
export const clock = (): (() => Date) => {
  let seconds = 0
  return () => new Date(Date.UTC(2026, 10, 23, 1, 0, seconds++))
}
const context = { signal: new AbortController().signal, progress: () => undefined, host: 'test' as const }
type Calls = { [N in keyof Service]: (input?: Parameters<Service[N]>[0]) => Promise<Awaited<ReturnType<Service[N]>>> }

/** @returns a new, empty folder that is removed after the test */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-app-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The real app, as its hosts start it. */
const startApp = (dataFolder: string) =>
  createApp({
    dataFolder,
    resourcesFolder: RESOURCES,
    version: '0.0.0',
    now: clock(),
    logger: { error: () => undefined, info: () => undefined },
  })

const makeSample = async (dataFolder: string): Promise<void> => (await startApp(dataFolder)).close()

/** @returns a new data folder in which the sample city is, as the very first start leaves it; it is removed after the test */
export async function sampleFolder(): Promise<string> {
  const folder = emptyFolder()
  copyPlans(await sampleFolderIn(inject('runFolder'), makeSample), folder)
  return folder
}

/** The real app on a data folder; without one on a new folder, in which the sample city is there already. */
export async function openApp(dataFolder?: string): Promise<{
  call: Calls
  service: Service
  /** Hands a file over, as a page does before it asks about it. */
  handOver(file: { fileName: string; base64: string }): Promise<{ fileName: string; kept: string }>
  close(): Promise<void>
  dataFolder: string
}> {
  const folder = dataFolder ?? (await sampleFolder())
  const app = await startApp(folder)
  onTestFinished(() => app.close())
  const call = new Proxy(
    {},
    {
      get:
        (_, name: string) =>
        async (input: unknown = {}) =>
          (app.service as Record<string, (input: unknown, context: unknown) => unknown>)[name]!(input, context),
    },
  ) as Calls
  const handOver = async ({ fileName, base64 }: { fileName: string; base64: string }) => ({
    fileName,
    ...(await app.keepFile([Buffer.from(base64, 'base64')])),
  })
  return { call, service: app.service, handOver, close: () => app.close(), dataFolder: folder }
}
