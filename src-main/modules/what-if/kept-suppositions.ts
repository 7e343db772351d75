import { join } from 'node:path'
import { z } from 'zod'
import { KeptSupposition, type SupposedIn } from '../../model/scenario.ts'
import { writeFileAtomically } from '../../shared/atomic-write.ts'
import { readJsonFile } from '../../shared/read-json-file.ts'

/** By place, the one changed last at the end. */
const Kept = z.array(z.object({ plan: z.string(), year: z.number().int(), supposition: KeptSupposition }))

/** Plans and years whose suppositions are remembered. */
const MOST = 20

const fileIn = (dataFolder: string): string => join(dataFolder, 'suppositions.json')

/** Where nothing can be read nothing was supposed: what is to stay is saved as a scenario in the plan. */
const keptIn = (dataFolder: string): z.output<typeof Kept> => readJsonFile(fileIn(dataFolder), Kept, [])

/** @returns what was supposed last in this plan and year and not saved, or null */
export const keptSupposition = (dataFolder: string, { plan, year }: SupposedIn): KeptSupposition | null =>
  keptIn(dataFolder).find((each) => each.plan === plan && each.year === year)?.supposition ?? null

/** Remembers what is supposed in a plan and year; null forgets it. */
export function keepSupposition(dataFolder: string, { plan, year }: SupposedIn, supposition: KeptSupposition | null): void {
  const others = keptIn(dataFolder).filter((each) => each.plan !== plan || each.year !== year)
  const kept = supposition === null ? others : [...others, { plan, year, supposition }]
  writeFileAtomically(fileIn(dataFolder), `${JSON.stringify(kept.slice(-MOST))}\n`)
}
