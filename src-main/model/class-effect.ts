import { z } from 'zod'
import { Text } from './text.ts'

/** What a class changes for one community, by kind of effect: lines that stay, that read otherwise, that fall away, and that are new. */
export const EffectDifference = z.object({
  key: z.string(),
  title: Text,
  stays: z.array(Text),
  becomes: z.array(z.object({ before: Text, after: Text })),
  before: z.array(Text),
  after: z.array(Text),
})
export type EffectDifference = z.infer<typeof EffectDifference>

/** What the class of a community decides beside its money; nothing where it has no class. */
export const Decided = z.object({ key: z.string(), effects: z.array(z.object({ key: z.string(), title: Text, lines: z.array(Text) })) })
export type Decided = z.infer<typeof Decided>

export const FigureUnit = z.enum(['fen', 'minutes', 'pieces'])
export type FigureUnit = z.infer<typeof FigureUnit>

/** What a group of communities has under a base and under a supposition; unknown: communities that are in neither sum. */
const FigureSum = z.object({ base: z.number(), with: z.number(), unknown: z.number().int() })
const sums = { count: z.number().int(), figures: z.array(FigureSum) }
const PlaceSums = z.object({ district: z.string(), subdistrict: z.string().nullable(), ...sums })

/** The figures of all effects, added up; those of a group are in the order of `figures`. */
export const EffectSums = z.object({
  figures: z.array(z.object({ key: z.string(), title: Text, unit: FigureUnit })),
  total: z.object(sums),
  classes: z.array(z.object({ class: z.string().nullable(), ...sums })),
  districts: z.array(PlaceSums),
  subdistricts: z.array(PlaceSums),
  /** Of the figures that departments have; null for the others. Over all communities. */
  departments: z.array(z.object({ department: Text, figures: z.array(FigureSum.nullable()) })),
})
export type EffectSums = z.infer<typeof EffectSums>
