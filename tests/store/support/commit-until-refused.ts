import { AppError } from '../../../src-main/shared/app-error.ts'
import { openPlanFile } from '../../../src-main/store/index.ts'

/** Adds communities, one a command, until one is refused; then says the number of those that were acknowledged, and why. Argument: the file. */
const [file = ''] = process.argv.slice(2)
const store = openPlanFile(file, { operator: () => '王芳', now: () => new Date('2026-01-06T01:00:00Z') })
const place = { code: '', district: '城北区', subdistrict: '', previousFen: null, previousClass: null }
const add = (row: number): Promise<void> =>
  store.command('communities.add', `第${row}个`, (plan) =>
    plan.communities.save(2026, [{ ...place, key: `k${row}`, name: `社区${row}`, values: { note: 'x'.repeat(row * 100) } }]),
  )
let acknowledged = 0
try {
  for (;;) {
    await add(acknowledged)
    acknowledged += 1
  }
} catch (error) {
  process.stdout.write(`${JSON.stringify({ acknowledged, refused: error instanceof AppError ? error.message : String(error) })}\n`)
}
await store.close()
