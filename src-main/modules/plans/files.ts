import { existsSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { PlanFile } from './contract.ts'
import { PLAN_EXTENSION, type Desk } from '../../desk/desk.ts'
import { checkOf } from '../../desk/history-check.ts'
import { planInfo } from '../../desk/plan-info.ts'
import type { Service } from '../../desk/service.ts'
import { appError } from '../../shared/app-error.ts'
import {
  checkBackup,
  copyBackup,
  copyPlanFile,
  factsOfFile,
  inBin,
  listBackups,
  removeForGood,
  removePlanFile,
  renamePlanFile,
  requireLocal,
  restoreBackup,
  takeOutOfBin,
} from '../../store/index.ts'
import { contentOfFolder } from './folders.ts'

const nameOf = (file: string): string => basename(file, PLAN_EXTENSION)
const isOpen = (desk: Desk, path: string): boolean => desk.isOpen && desk.store.file === path

/** The plan files of the data folder and, after them, those that were open from elsewhere, also where they are not there just now. */
function planFiles(desk: Desk): PlanFile[] {
  const { dataFolder } = desk.options
  const own = desk.planFiles().map((each) => ({ ...each, folder: null, isOpen: isOpen(desk, desk.pathOf(each.file)) }))
  const elsewhere = desk.preferences.recentPlans
    .filter((path) => dirname(path) !== dataFolder)
    .map((path) => ({
      file: path,
      name: nameOf(path),
      folder: dirname(path),
      ...(factsOfFile(path) ?? { modified: null, bytes: null }),
      isOpen: isOpen(desk, path),
    }))
  return [...own, ...elsewhere]
}

/** Folders whose bins are shown: the data folder, and where plans were open. */
const foldersOf = (desk: Desk): string[] => [...new Set([desk.options.dataFolder, ...desk.preferences.recentPlans.map(dirname)])]

/** @throws plan.notInBin where it is none of the folders that have plans */
function knownFolder(desk: Desk, folder: string): string {
  if (!foldersOf(desk).includes(folder)) throw appError('plan.notInBin')
  return folder
}

/**
 * What is renamed, put away or replaced is a plan file by its name at least: no folder, and no other file of the user's.
 * @throws plan.notOurs
 */
function ownFile(desk: Desk, file: string): string {
  const path = desk.pathOf(file)
  if (!path.endsWith(PLAN_EXTENSION) || (existsSync(path) && statSync(path).isDirectory()))
    throw appError('plan.notOurs', { file: path }, { file: path })
  return path
}

/** @throws plan.nameWrong, plan.missing where there is no such folder */
function targetOf(desk: Desk, name: string, folder: string): string {
  if (!isAbsolute(folder) || !existsSync(folder)) throw appError('plan.missing', { file: folder }, { file: folder })
  return join(folder, desk.planName(name) + PLAN_EXTENSION)
}

function forget(desk: Desk, path: string): void {
  desk.prefer({ recentPlans: desk.preferences.recentPlans.filter((each) => each !== path) })
}

/** The copy has the name of the plan, or the first one with a number that is free. */
async function copyHere(desk: Desk, path: string): Promise<void> {
  const { dataFolder } = desk.options
  requireLocal(join(dataFolder, basename(path)), 'plan.remoteNew')
  const named = (number: number): string => join(dataFolder, `${nameOf(path)}${number === 1 ? '' : ` ${number}`}${PLAN_EXTENSION}`)
  let number = 1
  while (existsSync(named(number))) number += 1
  copyPlanFile(path, named(number), desk.storeOptions)
  await desk.open(named(number))
}

/** Plan files as files: where they are, what they are called, their copies, the bin and the backups. */
export const planFileCare = (desk: Desk) =>
  ({
    'plan.list': () => planFiles(desk),
    'plan.folder': ({ folder }) => contentOfFolder(folder ?? desk.options.dataFolder, PLAN_EXTENSION),
    'plan.rename': async ({ file, name }) => {
      const path = ownFile(desk, file)
      const target = targetOf(desk, name, dirname(path))
      if (target === path) return { file: path }
      await desk.whileClosed(path, () => {
        renamePlanFile(path, target, desk.storeOptions)
        return target
      })
      forget(desk, path)
      desk.moveYear(path, target)
      return { file: target }
    },
    'plan.copy': async ({ file, name, folder }) => {
      const path = desk.pathOf(file)
      const target = targetOf(desk, name, folder ?? dirname(path))
      if (existsSync(target)) throw appError('plan.exists', { file: target }, { file: target })
      if (isOpen(desk, path)) await desk.store.copyTo(target)
      else copyPlanFile(path, target, desk.storeOptions)
      return { file: target }
    },
    'plan.copyHere': async ({ file }) => {
      const path = desk.pathOf(file)
      await copyHere(desk, path)
      return planInfo(desk)
    },
    'plan.remove': async ({ file }) => {
      const path = ownFile(desk, file)
      await desk.whileClosed(path, () => {
        removePlanFile(path, desk.storeOptions)
        return null
      })
      forget(desk, path)
      return {}
    },
    'plan.forget': ({ file }) => {
      forget(desk, file)
      return {}
    },
    'plan.bin': () => foldersOf(desk).flatMap((folder) => inBin(folder, PLAN_EXTENSION).map((each) => ({ ...each, folder }))),
    'plan.takeOut': ({ folder, id }) => ({ file: takeOutOfBin(knownFolder(desk, folder), PLAN_EXTENSION, id) }),
    'plan.removeForGood': ({ folder, id }) => {
      removeForGood(knownFolder(desk, folder), PLAN_EXTENSION, id)
      return {}
    },
    'plan.backups': ({ file }) => listBackups(desk.pathOf(file)),
    'plan.checkBackup': ({ file, backup }) => {
      const { finding, steps } = checkBackup(desk.pathOf(file), backup)
      return checkOf(finding, steps)
    },
    'plan.copyBackup': ({ file, backup, name, folder }) => {
      const target = targetOf(desk, name, folder)
      copyBackup(desk.pathOf(file), backup, target)
      return { file: target }
    },
    'plan.restoreBackup': async ({ file, backup }) => {
      const path = ownFile(desk, file)
      await desk.whileClosed(path, () => {
        restoreBackup(path, backup, desk.storeOptions)
        return path
      })
      await desk.open(path)
      await desk.check.finding()
      return planInfo(desk)
    },
    'plan.showFolder': async ({ file }, { showFolder }) => {
      const folder = file === undefined ? desk.options.dataFolder : dirname(desk.pathOf(file))
      if (showFolder === undefined) throw appError('plan.folderNotShown', { folder })
      try {
        await showFolder(folder)
      } catch (error) {
        throw appError('plan.folderNotShown', { folder }, {}, error)
      }
      return {}
    },
  }) satisfies Partial<Service>
