import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomically } from '../shared/atomic-write.ts'

/** What belongs to this computer and not to a plan. */
const Preferences = z.object({ operator: z.string().default(''), lastPlan: z.string().nullable().default(null) })
export type Preferences = z.infer<typeof Preferences>

const fileIn = (dataFolder: string): string => join(dataFolder, 'preferences.json')

/** A missing or unreadable file means default preferences: they are a convenience and nothing is lost with them. */
export function readPreferences(dataFolder: string): Preferences {
  const file = fileIn(dataFolder)
  if (!existsSync(file)) return Preferences.parse({})
  try {
    return Preferences.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return Preferences.parse({})
  }
}

export const writePreferences = (dataFolder: string, preferences: Preferences): void =>
  writeFileAtomically(fileIn(dataFolder), `${JSON.stringify(preferences, null, 2)}\n`)
