import { copyPlanFile, realFile } from '../../store/index.ts'

/**
 * Copies a plan file with what is still in its -wal; of one on another computer, or with several names, nothing is written beside it.
 * @param target path; nothing is there yet
 * @throws AppError as copyPlanFile
 */
export const copyPlan = (file: string, target: string): void =>
  copyPlanFile(realFile(file), target, { operator: () => '', now: () => new Date() })
