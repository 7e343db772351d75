import { openPlanFile } from '../../../src-main/store/index.ts'

/** Takes back the last step, and kills itself when progress was told so often. Arguments: the plan file, how often. */
const [file = '', reports = ''] = process.argv.slice(2)
const store = openPlanFile(file, { operator: () => '', now: () => new Date('2026-01-06T01:00:00Z') })
let told = 0
await store.undo({
  progress: () => {
    if (++told === Number(reports)) process.kill(process.pid, 'SIGKILL')
  },
})
