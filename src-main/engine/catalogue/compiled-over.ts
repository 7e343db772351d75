import type { Catalogue } from '../../model/catalogue.ts'
import type { FactColumns } from '../columns/facts.ts'
import type { PolicyRun } from '../columns/run.ts'
import { compileCatalogue, type CompiledCatalogue } from './resolve.ts'

const compiled = new WeakMap<Catalogue, WeakMap<PolicyRun, CompiledCatalogue>>()

/** A catalogue over a run is compiled once, for all effects and communities that ask. */
export function compiledOver(catalogue: Catalogue): (columns: FactColumns, run: PolicyRun) => CompiledCatalogue {
  const known = compiled.get(catalogue) ?? new WeakMap<PolicyRun, CompiledCatalogue>()
  compiled.set(catalogue, known)
  return (columns, run) => {
    const found = known.get(run) ?? compileCatalogue(catalogue, columns, run)
    known.set(run, found)
    return found
  }
}
