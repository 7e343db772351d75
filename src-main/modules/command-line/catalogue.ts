import type { CatalogueItem, ItemKind } from '../../model/catalogue.ts'
import type { Policy } from '../../model/policy.ts'
import { compileCatalogue } from '../../engine/catalogue/index.ts'
import { factColumns, runPolicy } from '../../engine/index.ts'
import { resolvedLists, type ResolvedLists } from '../catalogue/index.ts'
import type { SheetFacts } from './index.ts'

/** Items of a kind over the communities of a sheet. @throws the engine's named errors */
export function listsOfSheet(
  { facts, standard }: SheetFacts,
  policy: Policy,
  items: readonly CatalogueItem[],
  kind: ItemKind,
): ResolvedLists {
  const columns = factColumns([...standard, ...policy.indicators], facts, [])
  const run = runPolicy(columns, policy)
  return resolvedLists({ columns, run, compiled: compileCatalogue({ items, exceptions: [] }, columns, run) }, kind)
}
