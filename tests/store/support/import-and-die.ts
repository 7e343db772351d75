import { openPlanFile } from '../../../src-main/store/index.ts'

/**
 * Imports rows in one long command and kills itself after so many of them, or once all is committed. Arguments: the file, rows,
 * kill after.
 */
const [file = '', rows = '', killAfter = ''] = process.argv.slice(2)
const store = openPlanFile(file, { operator: () => '王芳', now: () => new Date('2026-01-06T01:00:00Z') })
const values = { note: '字'.repeat(2000) }
await store.longCommand('import.apply', '导入', async (plan) => {
  for (let row = 0; row < Number(rows); row += 1) {
    if (row === Number(killAfter)) process.kill(process.pid, 'SIGKILL')
    const place = { key: `k${row}`, code: '', name: `社区${row}`, district: '城北区', subdistrict: '' }
    plan.communities.save(2026, [{ ...place, values, previousFen: row, previousClass: null }])
    if (row % 100 === 99) await new Promise(setImmediate)
  }
})
process.kill(process.pid, 'SIGKILL')
