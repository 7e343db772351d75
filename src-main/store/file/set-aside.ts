import { existsSync, renameSync } from 'node:fs'
import { withOurWords } from '../sqlite-problems.ts'

const COMPANIONS = ['', '-wal', '-shm'] as const

/**
 * Moves a damaged plan file out of the way together with its -wal and -shm, which hold its last changes. Nothing is deleted: what can
 * be saved can still be saved. Only done when the user asks for it, and not while the file is open.
 * @param at the present time, which becomes part of the new name
 * @returns the new path of the plan file
 * @throws AppError plan.missing, plan.readOnly
 */
export const setAside = (file: string, at: Date): string => {
  const stamp = at
    .toISOString()
    .replaceAll(':', '')
    .replace(/\.\d+Z$/, 'Z')
  let target = `${file}.${stamp}.damaged`
  for (let number = 2; COMPANIONS.some((ending) => existsSync(target + ending)); number += 1) target = `${file}.${stamp}-${number}.damaged`
  withOurWords(file, () => {
    for (const ending of COMPANIONS) if (ending === '' || existsSync(file + ending)) renameSync(file + ending, target + ending)
  })
  return target
}
