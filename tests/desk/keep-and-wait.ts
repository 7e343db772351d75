import { KeptFiles } from '../../src-main/desk/kept-files.ts'

/** Keeps a file in the data folder that is named, says so, and waits until it is killed. */
const files = new KeptFiles(process.argv[2]!, () => new Date('2026-11-23T01:00:00Z'))
await files.keep([Buffer.from('kept')])
process.stdout.write('kept\n')
setInterval(() => undefined, 60_000)
