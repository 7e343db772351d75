import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../../src-main/modules/app.ts'
import { emptyFolder, openApp, RESOURCES, sampleFolder } from '../../support/open-app.ts'

const NAME = '示例城市'
const COMMUNITY = '630105001004'
const nextDay = () => new Date(Date.UTC(2026, 10, 24, 1))

/** A plan with a change, closed and opened on the next day, so that there is a backup of yesterday. */
async function withBackup() {
  const app = await openApp()
  await app.call['indicators.update']({ edits: [{ key: COMMUNITY, field: 'residents', value: 4321 }] })
  await app.close()
  const options = { resourcesFolder: RESOURCES, version: '0.0.0', logger: { error: () => undefined, info: () => undefined } }
  await (await createApp({ ...options, dataFolder: app.dataFolder, now: nextDay })).close()
  return openApp(app.dataFolder)
}
const residents = async ({ call }: Awaited<ReturnType<typeof openApp>>) =>
  (await call['communities.list']()).find((each) => each.key === COMMUNITY)!.values['residents']

describe('a plan file', () => {
  it('is renamed with its backups while it is open, keeps what is in it, and can be undone in as before', async () => {
    const app = await withBackup()
    const { file } = await app.call['plan.rename']({ file: `${NAME}.quanheng`, name: '西宁 2023' })
    expect((await app.call['app.status']()).plan).toMatchObject({ name: '西宁 2023', file })
    expect(await residents(app)).toBe(4321)
    expect(await app.call['plan.backups']({ file })).toHaveLength(1)
    expect((await app.call['plan.list']()).map(({ name, isOpen }) => ({ name, isOpen }))).toEqual([{ name: '西宁 2023', isOpen: true }])
    expect(readdirSync(app.dataFolder).filter((each) => each.startsWith(NAME))).toEqual([])
    await app.call['history.undo']()
    expect(await residents(app)).not.toBe(4321)
  })

  it('that was never finished, because the program was killed, is cleared away; one that is being made, and whatever else, is not', async () => {
    const folder = await sampleFolder()
    const old = ['甲.quanheng.partial', '甲.quanheng.partial-journal', '乙.partial', '丙.quanheng.bak']
    const being = '丁.quanheng.partial'
    for (const name of [...old, being]) writeFileSync(join(folder, name), 'x')
    const yesterday = new Date(Date.UTC(2026, 10, 22))
    for (const name of old) utimesSync(join(folder, name), yesterday, yesterday)
    const momentAgo = new Date(Date.UTC(2026, 10, 23, 0, 59))
    utimesSync(join(folder, being), momentAgo, momentAgo)
    await openApp(folder)
    expect([...old, being].filter((name) => existsSync(join(folder, name)))).toEqual(['乙.partial', '丙.quanheng.bak', being])
  })

  it('is not renamed over another one, nor to what is no name; it stays open as it was', async () => {
    const app = await openApp()
    await app.call['plan.copy']({ file: `${NAME}.quanheng`, name: '甲' })
    await expect(app.call['plan.rename']({ file: `${NAME}.quanheng`, name: '甲' })).rejects.toMatchObject({
      problems: [{ code: 'plan.exists' }],
    })
    await expect(app.call['plan.rename']({ file: `${NAME}.quanheng`, name: 'a/b' })).rejects.toMatchObject({
      problems: [{ code: 'plan.nameWrong' }],
    })
    expect((await app.call['app.status']()).plan?.name).toBe(NAME)
    await app.call['indicators.update']({ edits: [{ key: COMMUNITY, field: 'residents', value: 4321 }] })
    expect(await residents(app)).toBe(4321)
  })

  it('is copied as it is now, beside it or elsewhere, open or closed; the copy is opened from there and remembered', async () => {
    const app = await openApp()
    const elsewhere = join(emptyFolder(), '移动 硬盘')
    mkdirSync(elsewhere)
    await app.call['indicators.update']({ edits: [{ key: COMMUNITY, field: 'residents', value: 4321 }] })
    const { file } = await app.call['plan.copy']({ file: `${NAME}.quanheng`, name: '副本', folder: elsewhere })
    expect((await app.call['app.status']()).plan?.name).toBe(NAME)
    await expect(app.call['plan.copy']({ file: `${NAME}.quanheng`, name: '副本', folder: elsewhere })).rejects.toMatchObject({
      problems: [{ code: 'plan.exists' }],
    })
    expect(await app.call['plan.folder']({ folder: elsewhere })).toMatchObject({ plans: [{ name: '副本', file }], folders: [] })
    await app.call['plan.open']({ file })
    expect(await residents(app)).toBe(4321)
    await app.call['plan.copy']({ file: `${NAME}.quanheng`, name: '第三份' })
    expect((await app.call['plan.list']()).map(({ name, folder }) => [name, folder])).toEqual(
      expect.arrayContaining([
        [NAME, null],
        ['第三份', null],
        ['副本', elsewhere],
      ]),
    )
    await app.call['plan.open']({ file: `${NAME}.quanheng` })
    await app.call['plan.forget']({ file })
    expect((await app.call['plan.list']()).map(({ name }) => name)).not.toContain('副本')
    expect(existsSync(file)).toBe(true)
  })

  it('goes to the bin, comes back as it was, and is gone only when that is asked for', async () => {
    const app = await openApp()
    await app.call['indicators.update']({ edits: [{ key: COMMUNITY, field: 'residents', value: 4321 }] })
    await app.call['plan.remove']({ file: `${NAME}.quanheng` })
    expect((await app.call['app.status']()).plan).toBeNull()
    expect(await app.call['plan.list']()).toEqual([])
    const [binned] = await app.call['plan.bin']()
    expect(binned).toMatchObject({ name: NAME, removed: expect.stringMatching(/^2026-11-23T01:00:\d\d\.000Z$/) })

    await app.call['plan.takeOut']({ folder: binned!.folder, id: binned!.id })
    expect(await app.call['plan.bin']()).toEqual([])
    await app.call['plan.open']({ file: `${NAME}.quanheng` })
    expect(await residents(app)).toBe(4321)

    await app.call['plan.remove']({ file: `${NAME}.quanheng` })
    const [again] = await app.call['plan.bin']()
    await expect(app.call['plan.removeForGood']({ folder: '/', id: again!.id })).rejects.toMatchObject({
      problems: [{ code: 'plan.notInBin' }],
    })
    await expect(app.call['plan.removeForGood']({ folder: again!.folder, id: '..' })).rejects.toMatchObject({
      problems: [{ code: 'plan.notInBin' }],
    })
    await app.call['plan.removeForGood']({ folder: again!.folder, id: again!.id })
    expect(await app.call['plan.bin']()).toEqual([])
  })

  it('goes back to a backup; what was there goes to the bin, and comes back under another name', async () => {
    const app = await withBackup()
    await app.call['indicators.update']({ edits: [{ key: COMMUNITY, field: 'residents', value: 9999 }] })
    const file = `${NAME}.quanheng`
    const [backup] = await app.call['plan.backups']({ file })
    await expect(app.call['plan.restoreBackup']({ file, backup: '../x' })).rejects.toMatchObject({
      problems: [{ code: 'plan.backupMissing' }],
    })
    expect(await residents(app)).toBe(9999)
    await app.call['plan.restoreBackup']({ file, backup: backup!.backup })
    expect(await residents(app)).toBe(4321)
    const [former] = await app.call['plan.bin']()
    await expect(app.call['plan.takeOut']({ folder: former!.folder, id: former!.id })).rejects.toMatchObject({
      problems: [{ code: 'plan.exists' }],
    })
    await app.call['plan.rename']({ file, name: '旧' })
    await app.call['plan.takeOut']({ folder: former!.folder, id: former!.id })
    await app.call['plan.open']({ file })
    expect(await residents(app)).toBe(9999)
  })

  it('that is damaged is put back from its backup, and its last changes are not replayed over it', async () => {
    const app = await withBackup()
    await app.close()
    const file = join(app.dataFolder, `${NAME}.quanheng`)
    writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8000, 7)]))
    writeFileSync(`${file}-wal`, 'what is left of the damaged one')
    const after = await openApp(app.dataFolder)
    const { plan, startProblems } = await after.call['app.status']()
    expect([plan, startProblems.length]).toEqual([null, 1])
    const [backup] = await after.call['plan.backups']({ file })
    await after.call['plan.restoreBackup']({ file, backup: backup!.backup })
    expect(await residents(after)).toBe(4321)
    expect((await after.call['app.status']()).startProblems).toEqual([])
    expect(await after.call['plan.bin']()).toHaveLength(1)
  })

  it.each([
    ['with a sign that no file may have', 'a\0b.quanheng'],
    ['that is longer than any name', `${'长'.repeat(2000)}.quanheng`],
    ['that is a link to nowhere', '断.quanheng'],
  ])('%s is said not to be there, and the others are listed and opened', async (_, file) => {
    const folder = await sampleFolder()
    symlinkSync(join(folder, 'nowhere'), join(folder, '断.quanheng'))
    const app = await openApp(folder)
    expect((await app.call['app.status']()).startProblems).toEqual([])
    expect((await app.call['plan.list']()).map(({ name }) => name)).toEqual([NAME])
    await expect(app.call['plan.open']({ file })).rejects.toMatchObject({ problems: [{ code: 'plan.missing' }] })
  })

  it('that is none is refused, and nothing is left beside it', async () => {
    const app = await openApp()
    const folder = emptyFolder()
    writeFileSync(join(folder, 'letter.txt'), 'a letter')
    await expect(app.call['plan.open']({ file: join(folder, 'letter.txt') })).rejects.toMatchObject({
      problems: [{ code: 'plan.notOurs' }],
    })
    expect(readdirSync(folder)).toEqual(['letter.txt'])
  })

  it('is looked for in folders; where none can be shown the path is named', async () => {
    const app = await openApp()
    await expect(app.call['plan.folder']({ folder: 'relative' })).rejects.toMatchObject({ problems: [{ code: 'plan.missing' }] })
    expect(await app.call['plan.folder']()).toMatchObject({ folder: app.dataFolder, plans: [{ name: NAME }] })
    await expect(app.call['plan.showFolder']()).rejects.toMatchObject({
      problems: [{ code: 'plan.folderNotShown', params: { folder: app.dataFolder } }],
    })
  })
})
