import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { appError } from '../../shared/app-error.ts'
import { writeFileAtomically } from '../../shared/atomic-write.ts'

export interface InputFile {
  bytes: Uint8Array
  fileName: string
}

/** @throws AppError file.missing, file.unreadable */
export function readInput(path: string): InputFile {
  const place = { file: path }
  if (!existsSync(path)) throw appError('file.missing', { file: path }, place)
  try {
    return { bytes: readFileSync(path), fileName: basename(path) }
  } catch (cause) {
    throw appError('file.unreadable', { file: path }, place, cause)
  }
}

/** Asked before long work begins. @throws AppError file.isFolder, file.folderMissing, file.notWritable */
export function assertWritable(path: string): void {
  const folder = dirname(resolve(path))
  if (!existsSync(folder)) throw appError('file.folderMissing', { file: path, folder }, { file: path })
  const former = statSync(path, { throwIfNoEntry: false })
  if (former?.isDirectory()) throw appError('file.isFolder', { file: path }, { file: path })
  const readOnly = former !== undefined && (!former.isFile() || (former.mode & 0o222) === 0)
  if (readOnly) throw appError('file.notWritable', { file: path }, { file: path })
}

/** Writes the whole file, or leaves what is there as it is. @throws AppError file.isFolder, file.folderMissing, file.notWritable */
export function writeOutput(path: string, bytes: Uint8Array): void {
  assertWritable(path)
  try {
    writeFileAtomically(path, bytes)
  } catch (cause) {
    throw appError('file.notWritable', { file: path }, { file: path }, cause)
  }
}
