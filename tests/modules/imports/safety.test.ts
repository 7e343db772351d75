import { spawn } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, problemsOf } from '../../support/desk.ts'
import { emptyPlan, file, HEADER, openImportDesk, type ImportDeskApp } from './import-files.ts'
import { RESOURCES } from '../../support/open-app.ts'

const many = (count: number, residents = 1) => [
  HEADER,
  ...Array.from({ length: count }, (_, row) => ['城北区', '一街道', `${row}号社区`, residents + row, 5, 1]),
]
const contentOf = async (desk: ImportDeskApp) => ({
  communities: await desk.ask('communities.list'),
  history: await desk.ask('history.list'),
  check: await desk.ask('history.verify'),
})

describe('cancelled', () => {
  /** Cancels when that much of the work has been told as done. */
  const cancelAt = (share: number) => {
    const cancel = new AbortController()
    let seen = 0
    return {
      signal: cancel.signal,
      progress: (done: number, total: number) => {
        seen = done / total
        if (seen >= share) cancel.abort()
      },
      seen: () => seen,
    }
  }

  it.each([
    ['before it begins', 0],
    ['while a file is read', 0.2],
    ['when it is read', 0.8],
    ['while it is compared', 0.85],
    ['at the very end', 1],
  ])('the preview %s leaves nothing that could be applied', async (_, share) => {
    const desk = await emptyPlan()
    const before = await contentOf(desk)
    const cancel = cancelAt(share)
    if (share === 0) cancel.progress(0, 1)
    expect(await codesOf(desk.ask('import.desk', { files: [file('一.xlsx', many(1200)), file('二.xlsx', many(3))] }, cancel))).toEqual([
      'task.cancelled',
    ])
    expect(cancel.seen()).toBeGreaterThanOrEqual(share)
    expect(await contentOf(desk)).toEqual(before)
  })

  it.each([
    ['at the start', 0],
    ['while conflicts are settled', 0.1],
    ['while it is written', 0.6],
    ['after the last row', 1],
  ])('the applying %s leaves nothing behind, and it can be applied later', async (_, share) => {
    const desk = await emptyPlan()
    const before = await contentOf(desk)
    const { id } = await desk.ask('import.desk', { files: [file('一.xlsx', many(1200)), file('二.xlsx', many(3, 2))] })
    const cancel = cancelAt(share)
    if (share === 0) cancel.progress(0, 1)
    expect(await codesOf(desk.ask('import.applyDesk', { id, decisions: [{ file: '二.xlsx' }] }, cancel))).toEqual(['task.cancelled'])
    expect(await contentOf(desk)).toEqual(before)
    expect(await desk.ask('import.applyDesk', { id, decisions: [{ file: '二.xlsx' }] })).toMatchObject({ added: 1200 })
  })

  it('progress never goes back, and ends at the whole', async () => {
    const desk = await emptyPlan()
    const shares: number[] = []
    const { id } = await desk.ask(
      'import.desk',
      { files: [file('一.xlsx', many(1200)), file('二.xlsx', many(3))] },
      { progress: (done, total) => shares.push(done / total) },
    )
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect([shares.length > 5, shares.at(-1)]).toEqual([true, 1])
    shares.length = 0
    await desk.ask('import.applyDesk', { id }, { progress: (done, total) => shares.push(done / total) })
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect(shares.at(-1)).toBe(1)
  })
})

describe('an edit in another window', () => {
  it('before the import is applied makes it stale, and nothing of it is applied', async () => {
    const desk = await emptyPlan()
    const { id } = await desk.ask('import.desk', { files: [file('一.xlsx', many(3))] })
    await desk.ask('communities.add', { code: '', name: '新社区', district: '城北区', subdistrict: '二街道' })
    const before = await contentOf(desk)
    expect(await codesOf(desk.ask('import.applyDesk', { id }))).toEqual(['import.stale'])
    expect(await contentOf(desk)).toEqual(before)
  })

  it('while the import is written is refused with the name of the file, and is lost nowhere', async () => {
    const desk = await emptyPlan()
    const { id } = await desk.ask('import.desk', { files: [file('一.xlsx', many(1200))] })
    const edit = () => desk.ask('communities.add', { code: '', name: '新社区', district: '城北区', subdistrict: '二街道' })
    const refusals: Promise<unknown>[] = []
    await desk.ask(
      'import.applyDesk',
      { id },
      {
        progress: () =>
          refusals.push(problemsOf(edit()), problemsOf(desk.ask('history.undo')), problemsOf(desk.ask('import.applyDesk', { id }))),
      },
    )
    const refused = (await Promise.all(refusals)).flat()
    expect(refused.length).toBeGreaterThanOrEqual(9)
    for (const each of refused) expect(each).toMatchObject({ code: 'plan.importing', params: { file: '一.xlsx' } })
    await edit()
    expect(await desk.ask('communities.list')).toHaveLength(1201)
    expect(await desk.ask('history.list')).toMatchObject([
      { operation: 'communities.add' },
      { operation: 'import.apply' },
      { operation: 'plan.create' },
    ])
  })

  it('may read all the while, and sees the plan as it was', async () => {
    const desk = await emptyPlan()
    const { id } = await desk.ask('import.desk', { files: [file('一.xlsx', many(1200))] })
    const seen: Promise<number>[] = []
    await desk.ask('import.applyDesk', { id }, { progress: () => seen.push(desk.ask('communities.list').then((list) => list.length)) })
    expect(new Set(await Promise.all(seen))).toEqual(new Set([0]))
  })

  it('opens another plan while the file is read: it can not be applied to that one, however like the first it is', async () => {
    const desk = await emptyPlan()
    let opened: Promise<unknown> | null = null
    const progress = (): void => {
      opened ??= desk.ask('plan.create', { name: '另一市', year: 2026 })
    }
    const { id } = await desk.ask('import.desk', { files: [file('一.xlsx', many(1200))] }, { progress })
    await opened
    expect(await codesOf(desk.ask('import.applyDesk', { id }))).toEqual(['import.stale'])
    expect(await desk.ask('communities.list')).toEqual([])
  })

  it('another preview takes the place of the first', async () => {
    const desk = await emptyPlan()
    const first = await desk.ask('import.desk', { files: [file('一.xlsx', many(3))] })
    await desk.ask('import.desk', { files: [file('二.xlsx', many(3))] })
    expect(await codesOf(desk.ask('import.applyDesk', { id: first.id }))).toEqual(['import.stale'])
  })
})

const ROWS = 700
/** Progress is told once for each portion of 500 of the 1,400 rows that are written. */
const TOLD = 3
const MOMENTS = fc.sample(fc.integer({ min: 1, max: TOLD }), { numRuns: 2, seed: 20260106 })

describe('a process that is killed', () => {
  const importAndDie = async (dataFolder: string, moment: number | 'never'): Promise<{ signal: string | null; told: string }> => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'import-and-die.ts'), dataFolder, RESOURCES, String(ROWS), String(moment)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let told = ''
    child.stdout.on('data', (text: Buffer) => {
      told += text.toString()
    })
    return new Promise((resolve) => child.on('close', (_, signal) => resolve({ signal, told: told.trim() })))
  }

  it.each([...new Set([1, ...MOMENTS, TOLD])])(
    'while it writes an import, after %d portions, leaves nothing of it and a whole plan',
    async (moment) => {
      const first = await emptyPlan()
      const before = await contentOf(first)
      await first.close()
      expect(await importAndDie(first.folder, moment)).toEqual({ signal: 'SIGKILL', told: '' })
      const again = await openImportDesk(first.folder)
      expect((await again.ask('app.status')).startProblems).toEqual([])
      expect(await contentOf(again)).toEqual(before)
    },
  )

  it('after it was reported as done leaves all of it, as one step', async () => {
    const first = await emptyPlan()
    await first.close()
    expect(await importAndDie(first.folder, 'never')).toEqual({ signal: 'SIGKILL', told: String(TOLD) })
    const again = await openImportDesk(first.folder)
    expect(await again.ask('communities.list')).toHaveLength(2 * ROWS)
    expect(await again.ask('history.verify')).toMatchObject({ ok: true, steps: 2 })
    await again.ask('history.undo')
    expect(await again.ask('communities.list')).toEqual([])
  })
})
