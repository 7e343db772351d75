import { compileCatalogue, type CompiledCatalogue } from '../engine/catalogue/index.ts'
import type { FactColumns, PolicyRun } from '../engine/index.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Desk } from './desk.ts'
import { columnsOfBase, runOf, standpointOf } from './standpoint.ts'

/** A year's version of what classes decide by lists. */
export const catalogueOf = (desk: Desk, year: number): Catalogue =>
  desk.derived(`catalogue ${year}`, () => ({
    items: desk.store.read.catalogue.items(year),
    exceptions: desk.store.read.catalogueExceptions.list(year),
    presents: desk.store.read.targetCounts.list(year),
    register: desk.store.read.register.list(year),
    checks: desk.store.read.spotChecks.list(year),
  }))

/** The catalogue of a year resolved over its communities, in the order of their codes. */
export interface ResolvedYear {
  columns: FactColumns
  run: PolicyRun
  compiled: CompiledCatalogue
}

/** @throws plan.yearUnknown, the engine's named errors */
export const resolvedYear = (desk: Desk, year: number): ResolvedYear =>
  desk.derived(`resolved catalogue ${year}`, () => {
    const base = { kind: 'year' as const, year }
    const standpoint = standpointOf(desk, base)
    const run = runOf(desk, base, standpoint)
    const columns = columnsOfBase(desk, base, standpoint.policy)
    return { columns, run, compiled: compileCatalogue(catalogueOf(desk, year), columns, run) }
  })
