import { startHost, type WebHost } from '../../src-main/hosts/web/serve.ts'
import { createApp } from '../../src-main/modules/app.ts'
import { forOwnerOnly } from '../../src-main/shared/data-folder.ts'
import { fileLogger } from '../../src-main/shared/logger.ts'
import type { Asked, Said } from './many-hosts.ts'

// What many-hosts.ts starts.

const hosts = new Map<string, WebHost>()
const faults: string[] = []
for (const kind of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(kind, (error: unknown) => faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error)))

async function answer(asked: Asked): Promise<Said> {
  if ('start' in asked) {
    forOwnerOnly(asked.start)
    const host = await startHost(createApp, { data: asked.start, ports: [0], logger: fileLogger(asked.start, () => new Date()) })
    hosts.set(asked.start, host)
    return { address: host.server.address }
  }
  await hosts.get(asked.end)!.close()
  hosts.delete(asked.end)
  return faults.length === 0 ? { ended: true } : { fault: faults.splice(0).join('\n') }
}

process.on('message', (asked: Asked) => {
  answer(asked).then(
    (said) => process.send!(said),
    (error: unknown) => process.send!({ fault: String(error) }),
  )
})
