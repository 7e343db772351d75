import { join } from 'node:path'
import { z } from 'zod'
import { appError } from '../shared/app-error.ts'
import { writeFileAtomically } from '../shared/atomic-write.ts'
import { readJsonFile } from '../shared/read-json-file.ts'

/** What belongs to this computer and not to a plan. */
const Preferences = z.object({
  operator: z.string().default(''),
  lastPlan: z.string().nullable().default(null),
  /** Paths of the plan files that were open, the last one first. */
  recentPlans: z.array(z.string()).default([]),
  /** At which year the reader stands in each plan file, the file that was left last at the end. */
  years: z.record(z.string(), z.number().int()).default({}),
  /** When a file of a year was last made for others, by year and plan file. */
  handedOut: z.record(z.string(), z.string()).default({}),
})
export type Preferences = z.infer<typeof Preferences>

const fileIn = (dataFolder: string): string => join(dataFolder, 'preferences.json')

/** Default preferences where there are none that can be read. */
export const readPreferences = (dataFolder: string): Preferences => readJsonFile(fileIn(dataFolder), Preferences, Preferences.parse({}))

/** @throws AppError file.notWritable where the system refuses it: the disk is full, the folder is gone or read-only */
export function writePreferences(dataFolder: string, preferences: Preferences): void {
  const file = fileIn(dataFolder)
  try {
    writeFileAtomically(file, `${JSON.stringify(preferences, null, 2)}\n`)
  } catch (cause) {
    throw appError('file.notWritable', { file }, { file }, cause)
  }
}
