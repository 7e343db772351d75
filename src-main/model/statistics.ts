import { z } from 'zod'
import { Key } from './indicator.ts'
import { Problem } from './problem.ts'
import { Text } from './text.ts'

/**
 * What the table can count, in the order in which it may stand in it. inPlace: communities that have an amount this year;
 * previous and change:
 * against last year; reported: communities of which allocated and spent are both in the ledger, and allocated, spent and rate are about
 * these only; carried: what the ledger knows as carried over.
 */
export const STATISTICS_COLUMNS = [
  'communities',
  'inPlace',
  'amount',
  'average',
  'previous',
  'change',
  'urban',
  'urbanAmount',
  'township',
  'townshipAmount',
  'reported',
  'allocated',
  'spent',
  'rate',
  'carried',
] as const
export const StatisticsColumn = z.enum(STATISTICS_COLUMNS)
export type StatisticsColumn = z.infer<typeof StatisticsColumn>

/** Columns that count communities; of the others, average and rate are no sums, the rest are fen. */
export const COUNTING_COLUMNS: readonly StatisticsColumn[] = ['communities', 'inPlace', 'urban', 'township', 'reported']

/** By what the communities are told apart: urban and township, class, district (of a single district by subdistrict). */
export const STATISTICS_SECTIONS = ['area', 'class', 'district'] as const
export const StatisticsSection = z.enum(STATISTICS_SECTIONS)
export type StatisticsSection = z.infer<typeof StatisticsSection>
/** What stands above the rows of a section. */
export const StatisticsHeading = z.enum([...STATISTICS_SECTIONS, 'subdistrict'])
export type StatisticsHeading = z.infer<typeof StatisticsHeading>

/** Which option of which category indicator counts as urban and which as township; what is in neither list is told as neither. */
export const AreaDefinition = z.strictObject({ indicator: Key, urban: z.array(Key), township: z.array(Key) })
export type AreaDefinition = z.infer<typeof AreaDefinition>

export const StatisticsSettings = z.strictObject({
  title: z.string().trim().max(80).default(''),
  columns: z.array(StatisticsColumn).min(1),
  sections: z.array(StatisticsSection),
  area: AreaDefinition.nullable(),
})
export type StatisticsSettings = z.infer<typeof StatisticsSettings>

/** The questions most often asked; the reference dictionary tells urban, fringe and township communities apart. */
export const DEFAULT_STATISTICS: StatisticsSettings = {
  title: '',
  columns: [
    'communities',
    'inPlace',
    'amount',
    'urban',
    'urbanAmount',
    'township',
    'townshipAmount',
    'allocated',
    'spent',
    'rate',
    'carried',
  ],
  sections: ['area', 'class', 'district'],
  area: { indicator: 'location', urban: ['urban', 'edge'], township: ['township'] },
}

/** One value for each column, in fen, communities, or a share (rate); null: unknown, or there is nothing to divide by. */
const Cells = z.record(z.string(), z.number().nullable())

/** key: 'urban', 'township' or 'other'; a class, '' for the undecided; a district. name: what it is called, where the key is no word. */
export const StatisticsRow = z.object({ key: z.string(), name: Text, cells: Cells })
export type StatisticsRow = z.infer<typeof StatisticsRow>

export const Statistics = z.object({
  year: z.number().int(),
  synthetic: z.boolean(),
  settings: StatisticsSettings,
  total: Cells,
  sections: z.array(z.object({ key: StatisticsHeading, rows: z.array(StatisticsRow) })),
  /** Communities whose amount is unknown; they are counted, and add no money. */
  undecided: z.number().int(),
  /** Warnings: communities that are neither urban nor township, a definition that no longer fits the dictionary. */
  problems: z.array(Problem),
})
export type Statistics = z.infer<typeof Statistics>
