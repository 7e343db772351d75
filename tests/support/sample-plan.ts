import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PLAN_EXTENSION } from '../../src-main/desk/desk.ts'

const plansIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith(PLAN_EXTENSION))

/** Puts the plan files of one data folder into another, as if they had been there from the start. What belongs to a computer stays. */
export function copyPlans(from: string, to: string): void {
  for (const name of plansIn(from)) copyFileSync(join(from, name), join(to, name))
}

/**
 * The sample city is made once in a run, by the app's own first start, and copied for each test that only begins with it: a copy is
 * there in a fifteenth of the time.
 * @param runFolder of the run; two processes that need the sample at the same moment both make it, and the first one's stays
 * @param makeIn a first start on a new folder, and its end
 * @returns a data folder with the closed plan; not to be changed
 */
export async function sampleFolderIn(runFolder: string, makeIn: (dataFolder: string) => Promise<void>): Promise<string> {
  const sample = join(runFolder, 'sample')
  if (existsSync(sample)) return sample
  mkdirSync(runFolder, { recursive: true })
  const own = mkdtempSync(join(runFolder, 'making-'))
  await makeIn(own)
  if (plansIn(own).length === 0) throw new Error('the first start has left no sample city')
  try {
    renameSync(own, sample)
  } catch (error) {
    if (!existsSync(sample)) throw error
    rmSync(own, { recursive: true })
  }
  return sample
}
