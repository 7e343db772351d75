import { existsSync, readdirSync, type Dirent } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import type { FolderContent } from './contract.ts'
import { appError } from '../../shared/app-error.ts'

/** Where drives and sticks appear: letters on Windows, folders elsewhere. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`)
const MOUNTS = ['/media', '/run/media', '/mnt', '/Volumes']

const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // A drive without a disk, a folder that is somebody else's: nothing to be seen there.
    return []
  }
}
const isShown = (each: Dirent): boolean => !each.name.startsWith('.') && !each.name.startsWith('$')
const foldersIn = (folder: string): string[] =>
  entriesOf(folder)
    .filter((each) => (each.isDirectory() || each.isSymbolicLink()) && isShown(each))
    .map((each) => join(folder, each.name))

/** @returns the drives, sticks and shares that are there */
function drives(): string[] {
  if (process.platform === 'win32') return LETTERS.filter((letter) => existsSync(letter))
  return MOUNTS.flatMap(foldersIn).flatMap((folder) =>
    folder.startsWith('/media/') || folder.startsWith('/run/media/') ? foldersIn(folder) : [folder],
  )
}

const inOrder = new Intl.Collator('zh-CN', { numeric: true }).compare

/**
 * What somebody who looks for a plan file sees in a folder.
 * @returns folders and plan files in the order of their names; the way up (null at the top); and where else to begin
 * @throws AppError plan.missing where there is no such folder, plan.folderUnreadable
 */
export function contentOfFolder(folder: string, extension: string): FolderContent {
  if (!isAbsolute(folder) || !existsSync(folder)) throw appError('plan.missing', { file: folder }, { file: folder })
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw appError('plan.folderUnreadable', { folder }, {}, error)
  }
  const named = (wanted: (each: Dirent) => boolean): string[] =>
    entries
      .filter((each) => wanted(each) && isShown(each))
      .map((each) => each.name)
      .sort(inOrder)
  const up = dirname(folder)
  return {
    folder,
    up: up === folder ? null : up,
    folders: named((each) => each.isDirectory()).map((name) => ({ name, folder: join(folder, name) })),
    plans: named((each) => each.isFile() && each.name.endsWith(extension)).map((name) => ({
      name: name.slice(0, -extension.length),
      file: join(folder, name),
    })),
    home: homedir(),
    drives: drives(),
  }
}
