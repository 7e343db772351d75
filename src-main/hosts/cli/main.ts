import { z } from 'zod'
import { runCommandLine } from './run.ts'

// A command reads a document or two: to compile a reader for each schema would take longer than to read them without.
z.config({ jitless: true })

// The reader of a pipe may stop reading (| head): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
await runCommandLine(process.argv.slice(2))
