import type { CatalogueItem } from '../../model/catalogue.ts'
import { CHECK_COUNT_NAMES, REGISTER_COUNT_NAMES, type RegisterRow, type SpotCheck } from '../../model/registration.ts'
import type { ImportRow } from '../../model/import.ts'
import type { Policy } from '../../model/policy.ts'
import { compileCatalogue } from '../../engine/catalogue/index.ts'
import { factColumns, runPolicy } from '../../engine/index.ts'
import type { ResolvedYear } from '../../desk/catalogue.ts'
import { countDictionary } from '../../desk/count-file.ts'
import { readSheet } from '../../desk/read-rows.ts'
import { REGISTER_COLUMNS } from '../registration/index.ts'
import type { SheetFacts } from './index.ts'

/** Counts of a sheet are of no quarter; they stand for the last one. */
const QUARTER = 4

const rowOf = <Name extends string>({ key, values }: ImportRow, names: readonly Name[]) =>
  ({
    key,
    quarter: QUARTER,
    ...Object.fromEntries(names.map((each) => [each, typeof values[each] === 'number' ? values[each] : null])),
  }) as { key: string; quarter: number } & Record<Name, number | null>
const saysAnything = (row: object): boolean =>
  Object.entries(row).some(([name, value]) => name !== 'key' && name !== 'quarter' && value !== null)

/** What a sheet says of the housing register and of spot checks, beside the communities. */
export async function countsOfSheet(bytes: Uint8Array, fileName: string): Promise<{ register: RegisterRow[]; checks: SpotCheck[] }> {
  const { rows } = await readSheet(bytes, fileName, countDictionary(REGISTER_COLUMNS))
  return {
    register: rows.rows.map((row) => rowOf(row, REGISTER_COUNT_NAMES)).filter(saysAnything),
    checks: rows.rows.map((row) => rowOf(row, CHECK_COUNT_NAMES)).filter(saysAnything),
  }
}

/** Items over the communities of a sheet. @throws the engine's named errors */
export function resolvedSheet(
  { facts, standard }: SheetFacts,
  policy: Policy,
  items: readonly CatalogueItem[],
  counted: { register: readonly RegisterRow[]; checks: readonly SpotCheck[] },
): ResolvedYear {
  const columns = factColumns([...standard, ...policy.indicators], facts, [])
  const run = runPolicy(columns, policy)
  return { columns, run, compiled: compileCatalogue({ items, exceptions: [], presents: [], ...counted }, columns, run) }
}
