import { lstatSync, realpathSync } from 'node:fs'
import { appError } from '../../shared/app-error.ts'

/**
 * A plan has one lock, one -wal and one folder of backups, and all of them go by its name: what is only a link is taken for the file to
 * which it leads, whoever comes by whichever.
 * @returns the path itself where it is no link, or leads nowhere
 */
export const realFile = (file: string): string => {
  try {
    return lstatSync(file).isSymbolicLink() ? realpathSync(file) : file
  } catch {
    return file
  }
}

/**
 * Under a second name of equal right the same file would have a second lock and a second -wal, and nobody can find its other names.
 * @param links how many names the file has
 * @throws AppError plan.manyNames
 */
export const requireOneName = (file: string, links: number): void => {
  if (links > 1) throw appError('plan.manyNames', { file, value: links }, { file })
}
