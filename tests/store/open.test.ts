import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src-main/shared/app-error.ts'
import { createPlanFile, openPlanFile } from '../../src-main/store/index.ts'
import { newestVersion, planSchema } from '../../src-main/store/migrations/index.ts'
import { openForWriting } from '../../src-main/store/open.ts'
import { requireNode } from '../../src-main/store/sqlite.ts'
import { startChild } from './support/child.ts'
import { newPlan } from './support/new-plan.ts'
import { community, contentOf, createdPlan, options, problemsOf, temporaryFolder } from './support/plans.ts'

/** A closed plan file with two communities. */
const closedPlan = async (): Promise<{ folder: string; file: string }> => {
  const folder = temporaryFolder()
  const store = createdPlan(folder)
  await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1), community(2)]))
  await store.close()
  return { folder, file: store.file }
}
const onFile = (file: string, sql: string): void => {
  const connection = new Database(file)
  connection.exec(sql)
  connection.close()
}
/** Where the head of a SQLite file says in which format it is written and to be read, and counts its unused pages. */
const FORMAT_AT = 18
const FREE_PAGES_AT = 36
const opening = (file: string): Promise<string[]> => problemsOf(() => openPlanFile(file, options))

describe('Opening a plan file', () => {
  it('leaves no -wal and no -shm behind when it is closed, and it is the same plan when it is opened again', async () => {
    const { folder, file } = await closedPlan()
    expect(readdirSync(folder).sort()).toEqual(['backups', '计划.quanheng', '计划.quanheng.lock'])
    const content = contentOf(file)
    const store = openPlanFile(file, options)
    expect(store.warnings).toEqual([])
    expect(store.read.communities.facts(2026)).toEqual([community(1), community(2)])
    expect(store.revision).toBe(2)
    await store.close()
    await store.close()
    expect(contentOf(file)).toEqual(content)
  })

  it('waits for the disk at each commit, writes ahead, and enforces references', async () => {
    const { file } = await closedPlan()
    const writer = openForWriting(file)
    expect(['synchronous', 'journal_mode', 'foreign_keys'].map((pragma) => writer.pragma(pragma, { simple: true }))).toEqual([2, 'wal', 1])
    writer.close()
  })

  it('refuses a file that is not there, also in a folder that is not there', async () => {
    expect(await opening(join(temporaryFolder(), 'none.quanheng'))).toEqual(['plan.missing'])
    expect(await opening(join(temporaryFolder(), 'none', 'none.quanheng'))).toEqual(['plan.missing'])
  })

  it('refuses an empty file', async () => {
    const { file } = await closedPlan()
    truncateSync(file, 0)
    expect(await opening(file)).toEqual(['plan.empty'])
  })

  it.each(['a text', 'a text that is longer than the head of a database'.repeat(9), 'SQLite format 2\0'.repeat(9)])(
    'refuses what is no database: %s',
    async (text) => {
      const file = join(temporaryFolder(), 'x.quanheng')
      writeFileSync(file, text)
      expect(await opening(file)).toEqual(['plan.notOurs'])
    },
  )

  it("refuses a folder, and another program's database", async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder.quanheng'))
    expect(await opening(join(folder, 'folder.quanheng'))).toEqual(['plan.notOurs'])
    onFile(join(folder, 'other.quanheng'), 'CREATE TABLE bookmarks (address TEXT)')
    expect(await opening(join(folder, 'other.quanheng'))).toEqual(['plan.notOurs'])
    expect(readdirSync(folder)).toEqual(['folder.quanheng', 'other.quanheng'])
  })

  it.each([60, 4096, 40_000])('refuses a file that was cut off after %d bytes, and does not touch it', async (length) => {
    const { folder, file } = await closedPlan()
    truncateSync(file, length)
    const bytes = readFileSync(file)
    const names = readdirSync(folder)
    expect(await opening(file)).toEqual(['plan.damaged'])
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(readdirSync(folder)).toEqual(names)
  })

  it('refuses a file with a page of rubbish', async () => {
    const { file } = await closedPlan()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 4096 * 4, 4096 * 9)
    writeFileSync(file, bytes)
    expect(await opening(file)).toEqual(['plan.damaged'])
  })

  it('refuses a file that can still be read but does not add up, and says what the check found', async () => {
    const { file } = await closedPlan()
    const bytes = readFileSync(file)
    bytes.writeUInt32BE(7, FREE_PAGES_AT)
    writeFileSync(file, bytes)
    expect(await opening(file)).toEqual(['plan.damaged'])
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('refuses a file of a newer version and says which, and leaves every byte and the folder as they were', async () => {
    const { folder, file } = await closedPlan()
    onFile(file, 'PRAGMA user_version = 990')
    const bytes = readFileSync(file)
    const names = readdirSync(folder)
    const { mtimeMs } = statSync(file)
    const refused = () => openPlanFile(file, options)
    expect(refused).toThrow(AppError)
    expect(await problemsOf(refused)).toEqual(['plan.newer'])
    try {
      refused()
    } catch (error) {
      expect((error as AppError).problems[0]?.params).toMatchObject({ value: 990, limit: newestVersion(planSchema) })
    }
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(statSync(file).mtimeMs).toBe(mtimeMs)
    expect(readdirSync(folder)).toEqual(names)
  })

  it('calls a newer file newer even where its SQLite format is one that we can not read', async () => {
    const { file } = await closedPlan()
    onFile(file, 'PRAGMA user_version = 990')
    const bytes = readFileSync(file)
    bytes.fill(9, FORMAT_AT, FORMAT_AT + 2)
    writeFileSync(file, bytes)
    expect(await opening(file)).toEqual(['plan.newer'])
  })

  it('sees a newer version also where it is only in the -wal, and touches neither file', async () => {
    const { file } = await closedPlan()
    expect(await startChild('set-version-and-die.ts', file).ended).toBe('SIGKILL')
    const bytes = [file, `${file}-wal`].map((path) => readFileSync(path))
    expect(bytes[0]?.readInt32BE(60)).toBe(newestVersion(planSchema))
    expect(await opening(file)).toEqual(['plan.newer'])
    expect([file, `${file}-wal`].map((path) => readFileSync(path))).toEqual(bytes)
  })

  it('refuses a file that is marked read-only', async () => {
    const { file } = await closedPlan()
    chmodSync(file, 0o444)
    expect(await opening(file)).toEqual(['plan.readOnly'])
  })

  it.skipIf(process.platform === 'win32')('refuses a folder in which nothing can be written', async () => {
    const { folder, file } = await closedPlan()
    chmodSync(file, 0o666)
    chmodSync(folder, 0o555)
    const child = startChild('open-without-rights.ts', file, join(folder, 'new.quanheng'))
    const answers: string[] = []
    for await (const line of child.lines) answers.push(line)
    chmodSync(folder, 0o755)
    expect(answers).toEqual(['plan.folderReadOnly', 'plan.folderReadOnly'])
  })

  it('refuses a plan while another program writes into it, and opens it afterwards', async () => {
    const { file } = await closedPlan()
    const other = new Database(file)
    const store = openPlanFile(file, options)
    other.exec('BEGIN IMMEDIATE')
    expect(await problemsOf(() => store.command('x', 'x', (plan) => plan.communities.save(2026, [community(3)])))).toEqual(['plan.busy'])
    other.exec('ROLLBACK')
    other.close()
    await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(3)]))
    await store.close()
  })

  it('refuses an older Node in words, where better-sqlite3 would end the process', async () => {
    expect(await problemsOf(() => requireNode({ node: '20.20.2', napi: '9' }))).toEqual(['internal.nodeTooOld'])
    expect(await problemsOf(() => requireNode({ node: '22.13.1', napi: '9' }))).toEqual(['internal.nodeTooOld'])
    requireNode({ node: '22.14.0', napi: '10' })
    requireNode(process.versions)
  })
})

describe('Creating a plan file', () => {
  it('refuses a name that is taken, also by what an earlier file left', async () => {
    const { folder, file } = await closedPlan()
    const bytes = readFileSync(file)
    expect(await problemsOf(() => createPlanFile(file, options, newPlan))).toEqual(['plan.exists'])
    expect(readFileSync(file).equals(bytes)).toBe(true)
    writeFileSync(join(folder, 'b.quanheng-wal'), 'x')
    expect(await problemsOf(() => createPlanFile(join(folder, 'b.quanheng'), options, newPlan))).toEqual(['plan.exists'])
  })

  it('leaves nothing when its filling fails', async () => {
    const folder = temporaryFolder()
    expect(() =>
      createPlanFile(join(folder, 'a.quanheng'), options, newPlan, () => {
        throw new RangeError('no sample')
      }),
    ).toThrow(RangeError)
    expect(readdirSync(folder)).toEqual(['a.quanheng.lock'])
  })

  it('can put in more in the same step', async () => {
    const store = createPlanFile(join(temporaryFolder(), 'a.quanheng'), options, newPlan, (plan) =>
      plan.communities.save(2026, [community(1)]),
    )
    expect(store.read.communities.facts(2026)).toEqual([community(1)])
    expect(store.revision).toBe(1)
    expect(await store.verifyHistory()).toEqual({ whole: true, steps: 1 })
    await store.close()
  })
})
