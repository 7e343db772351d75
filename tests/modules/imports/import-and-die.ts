import { createApp } from '../../../src-main/modules/app.ts'

/**
 * Imports two files of rows in one step, and kills itself when so much of the applying has been told as done, or once all is committed.
 * Arguments: the data folder, the folder of resources, rows in each file, how often progress is told before the end ('never': after it).
 */
const [dataFolder = '', resourcesFolder = '', rows = '', moment = ''] = process.argv.slice(2)
const app = await createApp({
  dataFolder,
  resourcesFolder,
  version: '0',
  now: () => new Date('2026-01-06T01:00:00Z'),
  logger: { error: console.error, info: () => undefined },
})
let told = 0
let applying = false
const progress = (): void => {
  if (applying && ++told === Number(moment)) process.kill(process.pid, 'SIGKILL')
}
const context = { signal: new AbortController().signal, progress, host: 'test' as const }
const sheet = (subdistrict: string): { fileName: string; base64: string; mappings: [] } => {
  const lines = Array.from({ length: Number(rows) }, (_, row) => `城北区,${subdistrict},${row}号社区,${row},200000`)
  return {
    fileName: `${subdistrict}.csv`,
    base64: Buffer.from(['区县,街道,社区名称,常住人口,上年经费（元）', ...lines].join('\n')).toString('base64'),
    mappings: [],
  }
}
const { id } = await app.service['import.desk']({ files: [sheet('一街道'), sheet('二街道')] }, context)
applying = true
await app.service['import.applyDesk']({ id, decisions: [] }, context)
process.stdout.write(`${told}\n`)
process.kill(process.pid, 'SIGKILL')
