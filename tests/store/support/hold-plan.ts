import { openPlanFile } from '../../../src-main/store/index.ts'

/** Opens the plan and keeps it open until it is killed. Arguments: the file, the operator. */
const [file = '', operator = ''] = process.argv.slice(2)
const store = openPlanFile(file, { operator: () => operator, now: () => new Date('2026-01-05T01:00:00Z') })
process.stdout.write('open\n')
// What nobody keeps is cleared away, and its lock with it.
setInterval(() => store.revision, 1000)
