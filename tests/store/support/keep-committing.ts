import { openPlanFile } from '../../../src-main/store/index.ts'

/** Adds ten communities per command and says so after each, until it is killed. Argument: the file. */
const [file = ''] = process.argv.slice(2)
const store = openPlanFile(file, { operator: () => '王芳', now: () => new Date('2026-01-06T01:00:00Z') })
for (let command = 0; ; command += 1) {
  await store.command('communities.add', `第${command}次`, (plan) =>
    plan.communities.save(
      2026,
      Array.from({ length: 10 }, (_, row) => ({
        key: `k${command}-${row}`,
        code: '',
        name: `社区${row}`,
        district: '城北区',
        subdistrict: '',
        values: {},
        previousFen: null,
        previousClass: null,
      })),
    ),
  )
  process.stdout.write(`${command + 1}\n`)
  await new Promise(setImmediate)
}
