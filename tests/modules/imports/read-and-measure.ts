import { basename } from 'node:path'
import { readInWorker } from '../../../src-main/documents/import/index.ts'
import { importDictionary } from '../../support/import-dictionary.ts'

// Reads the file that is named, as the desk does, and prints how it ended, the seconds it took and the most memory that was in use.

const path = process.argv[2]!
const before = Date.now()
const [outcome] = await readInWorker([{ fileName: basename(path), content: { path }, mappings: [] }], importDictionary, [], {
  signal: new AbortController().signal,
  progress: () => undefined,
  log: () => undefined,
})
const codes = outcome !== undefined && 'problems' in outcome ? outcome.problems.map(({ code }) => code).join() : 'read'
console.log(JSON.stringify({ codes, seconds: (Date.now() - before) / 1000, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }))
