import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { AppError } from '../../src-main/shared/app-error.ts'
import { openPlanFile } from '../../src-main/store/index.ts'
import { community, createdPlan, options, temporaryFolder } from './support/plans.ts'

const add = (store: ReturnType<typeof createdPlan>, number: number) =>
  store.command('communities.add', '新增', (plan) => plan.communities.save(2026, [community(number)]))

/** A plan with work that is only in its -wal so far, and another plan somewhere. */
const withWork = async () => {
  const other = createdPlan()
  await add(other, 9)
  const otherFile = other.file
  await other.close()
  const store = createdPlan()
  await add(store, 1)
  return { store, file: store.file, otherFile }
}
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(AppError)
  return (error as AppError).problems[0]!
}
const keysIn = async (file: string) => {
  const store = openPlanFile(file, options)
  const keys = store.read.communities.facts(2026).map((each) => each.key)
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
  return keys
}

it.each<[string, (file: string, other: string) => void]>([
  ['deleted', (file) => rmSync(file)],
  ['renamed', (file) => renameSync(file, join(temporaryFolder(), 'away.quanheng'))],
  ['deleted with its whole folder', (file) => rmSync(dirname(file), { recursive: true })],
  ['replaced by another', (file, other) => renameSync(other, file)],
])(
  'a plan file that is %s while it is open: the step is refused, the work is kept beside, the other file is left alone',
  async (_, take) => {
    const { store, file, otherFile } = await withWork()
    const other = readFileSync(otherFile)
    take(file, otherFile)
    const { code, params } = await refusal(add(store, 2))
    expect(code).toBe('plan.fileReplaced')
    expect(await refusal(add(store, 3))).toMatchObject({ code: 'plan.fileReplaced', params: { copy: params['copy'] } })
    await store.close()
    expect(await keysIn(String(params['copy']))).toEqual([community(1).key])
    if (!existsSync(file)) return
    expect(readFileSync(file).equals(other)).toBe(true)
    expect(await keysIn(file)).toEqual([community(9).key])
  },
)

it('a plan that was put over the open one is not touched, neither by the next step nor on closing nor on opening', async () => {
  const { store, file, otherFile } = await withWork()
  const other = readFileSync(otherFile)
  writeFileSync(file, other)
  expect(await refusal(add(store, 2))).toMatchObject({ code: 'plan.fileReplaced' })
  await store.close()
  expect(readFileSync(file).equals(other)).toBe(true)
  expect(await keysIn(file)).toEqual([community(9).key])
})

it('what happens between the last step and closing is noticed as well', async () => {
  const { store, file, otherFile } = await withWork()
  copyFileSync(otherFile, file)
  await store.close()
  expect(readFileSync(file).equals(readFileSync(otherFile))).toBe(true)
  expect(await keysIn(file)).toEqual([community(9).key])
})

it('our own writing into the file is nobody else’s: hundreds of steps, their checkpoints, and a copy beside', async () => {
  const store = createdPlan()
  for (let round = 0; round < 300; round++)
    await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1, { values: { residents: round } })]))
  await store.copyTo(join(dirname(store.file), 'copy.quanheng'))
  await add(store, 2)
  expect(store.read.communities.facts(2026)).toHaveLength(2)
  await store.close()
  expect(readdirSync(dirname(store.file)).filter((name) => /wal|shm|bin/.test(name))).toEqual([])
})
