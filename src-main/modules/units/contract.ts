import { z } from 'zod'
import { None, operation } from '../../contract/operation.ts'
import { Problem } from '../../model/problem.ts'
import { Conservation, DissolveInput, FoundInput, MergeInput, MoveInput, RenameInput, SplitInput, UnitChange } from '../../model/units.ts'
import { Year } from '../../model/year.ts'

/** The change as recorded, and what became of values that could not simply be carried over. */
const MapChange = z.object({ change: UnitChange, problems: z.array(Problem) })

/** The map of units: communities founded, merged, split, renamed, moved, dissolved. */
export const unitsOperations = {
  'units.list': operation('query', 'Changes of the map of units in a year', z.strictObject({ year: Year.optional() }), z.array(UnitChange)),
  'units.conservation': operation('query', "What became of last year's communities and money", None, Conservation),
  'units.found': operation('command', 'Founds a community, or explains one that came with a sheet', FoundInput, MapChange),
  'units.merge': operation('command', 'Merges communities', MergeInput, MapChange),
  'units.split': operation('command', 'Splits a community', SplitInput, MapChange),
  'units.rename': operation('command', 'Renames a community', RenameInput, MapChange),
  'units.move': operation('command', 'Moves a community to another subdistrict', MoveInput, MapChange),
  'units.dissolve': operation('command', 'Dissolves a community, or explains one that is gone', DissolveInput, MapChange),
} as const
