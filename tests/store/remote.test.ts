import { linkSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { fileSystemOf, isRemote, isUnc } from '../../src-main/store/file/remote.ts'
import { createPlanFile, openPlanFile, removePlanFile, renamePlanFile } from '../../src-main/store/index.ts'
import { copyPlanFile } from '../../src-main/store/plan-files.ts'
import { NO_MOUNTS, writeMountsWith } from '../support/shared-folder.ts'
import { startChild } from './support/child.ts'
import { newPlan } from './support/new-plan.ts'
import { community, createdPlan, options, problemsOf, temporaryFolder } from './support/plans.ts'

/** As machines have it: a desktop with data on NFS, shares with spaces in their names, a container, a stick, a mount over another. */
const MOUNTS = String.raw`22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
36 27 0:32 / /data rw,relatime shared:29 - nfs4 server:/export/data rw,vers=4.2,local_lock=none
40 27 0:40 / /mnt/组织部\040共享 rw,relatime shared:31 master:2 - cifs //files/zzb rw,vers=3.1.1
41 27 8:17 / /media/wang/U盘 rw,nosuid - vfat /dev/sdb1 rw
42 27 0:45 / /var/lib/docker/overlay2/ab/merged rw,relatime - overlay overlay rw,lowerdir=/a,upperdir=/b
43 36 8:33 / /data/wang/local rw,relatime - ext4 /dev/sdc1 rw
44 27 0:50 / /run/user/1000/gvfs rw,nosuid - fuse.gvfsd-fuse gvfsd-fuse rw
45 27 0:51 / /net rw - autofs auto.net rw
46 45 0:52 / /net rw propagate_from:3 - nfs files:/plans rw
47 27 0:53 / /mnt/back\134slash rw - 9p host rw
`
it.each([
  ['/data/wang/计划.quanheng', 'nfs4'],
  ['/datas/wang/计划.quanheng', 'ext4'],
  ['/data/wang/local/计划.quanheng', 'ext4'],
  ['/data/wang/localised/计划.quanheng', 'nfs4'],
  ['/mnt/组织部 共享', 'cifs'],
  ['/mnt/组织部 共享/2026/计划.quanheng', 'cifs'],
  ['/mnt/组织部', 'ext4'],
  ['/media/wang/U盘/计划.quanheng', 'vfat'],
  ['/var/lib/docker/overlay2/ab/merged/x', 'overlay'],
  ['/run/user/1000/gvfs/smb-share:server=files', 'fuse.gvfsd-fuse'],
  ['/net/x', 'nfs'],
  ['/mnt/back\\slash/x', '9p'],
  ['/', 'ext4'],
])('the list of mounts says of %s: %s', (path, type) => {
  expect(fileSystemOf(MOUNTS, path)).toBe(type)
})

it('says nothing where the list says nothing, or is none', () => {
  expect(fileSystemOf('', '/x')).toBeNull()
  expect(fileSystemOf('rubbish\n - \n1 2 3', '/x')).toBeNull()
  expect(fileSystemOf('40 27 0:40 / /mnt rw - cifs //files/zzb rw', '/x')).toBeNull()
})

it.each([
  [String.raw`\\files\zzb\计划.quanheng`, true],
  [String.raw`\\?\UNC\files\zzb`, true],
  [String.raw`\\wsl$\Debian\home`, true],
  [String.raw`\\?\C:\Users\wang`, false],
  [String.raw`\\.\C:\Users`, false],
  [String.raw`C:\Users\wang`, false],
])('on Windows the real path %s is of another computer: %s', (path, remote) => {
  expect(isUnc(path)).toBe(remote)
})

/** This folder is a share of a server as well, for the rest of the test. */
const shared = (folder: string): void => {
  const list = join(temporaryFolder(), 'mountinfo')
  writeMountsWith(folder, list)
  vi.stubEnv('QUANHENG_MOUNTS', list)
  onTestFinished(() => void vi.unstubAllEnvs())
}
const namesIn = (folder: string) => readdirSync(folder).sort()
const rowsOf = async (file: string): Promise<number> => {
  const store = openPlanFile(file, options)
  const { length } = store.read.communities.facts(2026)
  expect(await store.verifyHistory()).toMatchObject({ whole: true })
  await store.close()
  return length
}

describe.skipIf(NO_MOUNTS)('A folder of another computer', () => {
  it('is one by its mount, whatever links lead there; every folder of this computer is none', () => {
    const folder = temporaryFolder()
    expect(isRemote(join(folder, 'x.quanheng'))).toBe(false)
    shared(folder)
    expect(isRemote(join(folder, 'x.quanheng'))).toBe(true)
    const link = join(temporaryFolder(), 'link')
    symlinkSync(folder, link)
    expect(isRemote(join(link, 'x.quanheng'))).toBe(true)
    expect(isRemote(join(temporaryFolder(), 'x.quanheng'))).toBe(false)
    expect(isRemote(join(folder, 'none', 'x.quanheng'))).toBe(false)
  })

  it('holds no plan that is worked on: nothing is opened, created, renamed or removed there, and nothing is written there', async () => {
    const folder = join(temporaryFolder(), '组织部 共享')
    mkdirSync(folder)
    const store = createdPlan(folder)
    const { file } = store
    await store.close()
    const before = namesIn(folder)
    const bytes = readFileSync(file)
    shared(folder)
    for (const work of [
      () => openPlanFile(file, options),
      () => renamePlanFile(file, join(folder, 'b.quanheng'), options),
      () => removePlanFile(file, options),
    ])
      expect(await problemsOf(work)).toEqual(['plan.remoteFolder'])
    expect(await problemsOf(() => createPlanFile(join(folder, 'new.quanheng'), options, newPlan))).toEqual(['plan.remoteNew'])
    expect(namesIn(folder)).toEqual(before)
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  it('gives a whole copy, also of a plan that is being written to there, and nothing is left beside it', async () => {
    const store = createdPlan()
    await store.close()
    const folder = join(store.file, '..')
    const child = startChild('keep-committing.ts', store.file)
    await child.lines.next()
    child.process.kill('SIGKILL')
    await child.ended
    const before = namesIn(folder)
    expect(before).toContain('计划.quanheng-wal')
    const bytes = before.filter((name) => name.includes('quanheng')).map((name) => readFileSync(join(folder, name)))
    shared(folder)
    const target = join(temporaryFolder(), '计划.quanheng')
    copyPlanFile(store.file, target, options)
    expect(namesIn(join(target, '..'))).toEqual(['计划.quanheng'])
    expect(namesIn(folder)).toEqual(before)
    expect(before.filter((name) => name.includes('quanheng')).map((name) => readFileSync(join(folder, name)))).toEqual(bytes)
    expect(await rowsOf(target)).toBeGreaterThanOrEqual(10)
  })

  it('gives no copy of what is no plan, nor over another file', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'x.quanheng'), 'no plan at all')
    shared(folder)
    const here = temporaryFolder()
    expect(await problemsOf(() => copyPlanFile(join(folder, 'x.quanheng'), join(here, 'x.quanheng'), options))).toEqual(['plan.notOurs'])
    expect(namesIn(here)).toEqual([])
    writeFileSync(join(here, 'y.quanheng'), 'mine')
    expect(await problemsOf(() => copyPlanFile(join(folder, 'x.quanheng'), join(here, 'y.quanheng'), options))).toEqual(['plan.exists'])
    expect(readFileSync(join(here, 'y.quanheng'), 'utf8')).toBe('mine')
  })
})

describe.skipIf(process.platform === 'win32')('A plan by another name', () => {
  it('is the same plan through a link: one lock, one -wal, its own backups', async () => {
    const store = createdPlan()
    const folder = temporaryFolder()
    const link = join(folder, '链接.quanheng')
    symlinkSync(store.file, link)
    expect(await problemsOf(() => openPlanFile(link, options))).toEqual(['plan.locked'])
    await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1)]))
    await store.close()
    const again = openPlanFile(link, options)
    expect(again.file).toBe(realpathSync(store.file))
    expect(await problemsOf(() => openPlanFile(store.file, options))).toEqual(['plan.locked'])
    await again.command('x', 'x', (plan) => plan.communities.save(2026, [community(2)]))
    await again.close()
    expect(namesIn(folder)).toEqual(['链接.quanheng'])
    expect(await rowsOf(store.file)).toBe(2)
  })

  it('is refused under a second name of equal right, and opened as a copy', async () => {
    const store = createdPlan()
    await store.command('x', 'x', (plan) => plan.communities.save(2026, [community(1)]))
    const second = join(store.file, '..', '第二.quanheng')
    linkSync(store.file, second)
    expect(await problemsOf(() => openPlanFile(second, options))).toEqual(['plan.manyNames'])
    await store.close()
    expect(await problemsOf(() => openPlanFile(store.file, options))).toEqual(['plan.manyNames'])
    const copy = join(temporaryFolder(), 'copy.quanheng')
    copyPlanFile(store.file, copy, options)
    expect(await rowsOf(copy)).toBe(1)
  })
})
