import type { ItemKind, Resolved } from '../../model/catalogue.ts'
import { burdensOf, type CompiledCatalogue } from '../../engine/catalogue/index.ts'
import type { FactColumns, PolicyRun } from '../../engine/index.ts'
import type { Burden } from '../../model/burden.ts'
import { communityOf, type Community } from '../../model/plan.ts'

/** Every item of a kind for every community, or for one. burden: of tasks only. */
export interface ResolvedLists {
  communities: Array<Community & { class: string | null; items: Resolved[]; burden: Burden | null }>
}

/** @param key of the one community that is asked about; left out: all */
export function resolvedLists(
  { columns, run, compiled }: { columns: FactColumns; run: Pick<PolicyRun, 'classes'>; compiled: CompiledCatalogue },
  kind: ItemKind,
  key?: string,
): ResolvedLists {
  const burdens = kind === 'task' ? burdensOf(compiled, columns.facts.length).communities : []
  return {
    communities: columns.facts.flatMap((facts, row) =>
      key !== undefined && facts.key !== key
        ? []
        : [
            {
              ...communityOf(facts),
              class: run.classes[row]!,
              items: compiled.items.flatMap((item, position) => (item.kind === kind ? [compiled.resolve(position, row)] : [])),
              burden: burdens[row] ?? null,
            },
          ],
    ),
  }
}
