import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { appError } from '../../shared/app-error.ts'
import { renameFile } from '../../shared/rename.ts'
import { withOurWords } from '../sqlite-problems.ts'
import { PIECES } from './pieces.ts'

/** A plan file that was put away, and when. */
export interface Binned {
  /** Names it within the bin, for as long as it is there. */
  id: string
  name: string
  removed: string
  bytes: number
}

/** The bin lies in the folder 'bin' beside the plan files, one folder a removal: so nothing in it ever replaces anything. */
export const binFolder = (folder: string): string => join(folder, 'bin')

/**
 * Moves a plan file with all its pieces, the file last: what is left behind of one that another takes the place of would be taken for
 * the other's last changes. Not while it is open.
 * @throws the system's error
 */
export const movePieces = (file: string, target: string): void => {
  for (const ending of PIECES.toReversed()) if (existsSync(file + ending)) renameFile(file + ending, target + ending)
}

/**
 * Puts a plan file into the bin, also a damaged one: nothing is deleted, so what can be saved can still be saved. Only done when the
 * user asks for it, and not while the file is open.
 * @param at the present time, which names the folder in the bin
 * @returns where the plan file is now
 * @throws AppError plan.missing, plan.folderReadOnly, file.notWritable
 */
export const putIntoBin = (file: string, at: Date): string =>
  withOurWords(file, () => {
    if (!existsSync(file)) throw appError('plan.missing', { file }, { file })
    const target = join(newFolder(binFolder(dirname(file)), at), basename(file))
    movePieces(file, target)
    return target
  })

/** A time as the name of a folder: no system takes a colon. */
const stampOf = (at: Date): string => at.toISOString().replaceAll(':', '.')
const timeOf = (removal: string): string => removal.slice(0, stampOf(new Date(0)).length).replaceAll(/\.(?=\d\d\.)/g, ':')

function newFolder(bin: string, at: Date): string {
  let folder = join(bin, stampOf(at))
  for (let number = 2; existsSync(folder); number += 1) folder = join(bin, `${stampOf(at)}-${number}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

/**
 * Empties the -wal of a plan whose file is no longer there, so that SQLite finds nothing in it that it would put into the file that has
 * its name now; what was in it goes into the bin. While the plan is still open: closing it would do just that.
 */
export const emptyLastChanges = (file: string, at: Date): void => {
  const last = `${file}-wal`
  if (!existsSync(last)) return
  copyFileSync(last, join(newFolder(binFolder(dirname(file)), at), basename(last)))
  truncateSync(last)
}

/** Removes the emptied -wal of a plan that is closed, and what belongs to it. */
export const removeLastChanges = (file: string): void => {
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
}

/** @returns what is in the bin of a folder of plans, removed last first */
export const inBin = (folder: string, extension: string): Binned[] => {
  const bin = binFolder(folder)
  if (!existsSync(bin)) return []
  return readdirSync(bin)
    .flatMap((removal) =>
      readdirSync(join(bin, removal))
        .filter((name) => name.endsWith(extension))
        .map((name) => ({
          id: removal,
          name: name.slice(0, -extension.length),
          removed: timeOf(removal),
          bytes: statSync(join(bin, removal, name)).size,
        })),
    )
    .sort((one, other) => (one.removed < other.removed ? 1 : -1))
}

/**
 * Takes a plan file out of the bin again.
 * @param id as inBin names it
 * @returns the plan file
 * @throws AppError plan.notInBin, plan.exists where there is one of that name by now
 */
export const takeOutOfBin = (folder: string, extension: string, id: string): string => {
  const found = inBin(folder, extension).find((each) => each.id === id)
  if (found === undefined) throw appError('plan.notInBin')
  const file = join(folder, found.name + extension)
  if (existsSync(file)) throw appError('plan.exists', { file }, { file })
  const removal = join(binFolder(folder), id)
  withOurWords(file, () => {
    movePieces(join(removal, found.name + extension), file)
    rmSync(removal, { recursive: true })
  })
  return file
}

/** Removes a plan file from the bin for good. @throws AppError plan.notInBin */
export const removeForGood = (folder: string, extension: string, id: string): void => {
  if (!inBin(folder, extension).some((each) => each.id === id)) throw appError('plan.notInBin')
  rmSync(join(binFolder(folder), id), { recursive: true })
}
