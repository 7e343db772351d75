import { runCommandLine } from './run.ts'

// The reader of a pipe may stop reading (| head): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
await runCommandLine(process.argv.slice(2))
