import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dictionary } from '../../model/indicator.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { AppError } from '../../shared/app-error.ts'
import { factsOfRow, readSheet } from '../../desk/read-rows.ts'

const SAMPLE = 'sample-city.xlsx'

/** The sample city's communities, read from the same kind of sheet that subdistricts deliver. */
export async function sampleFacts(resourcesFolder: string, dictionary: Dictionary): Promise<CommunityFacts[]> {
  const { rows } = await readSheet(readFileSync(join(resourcesFolder, SAMPLE)), SAMPLE, dictionary)
  const errors = rows.problems.filter((each) => each.level === 'error')
  if (errors.length > 0) throw new AppError(errors)
  return rows.rows.map(factsOfRow)
}
