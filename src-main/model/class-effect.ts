import { z } from 'zod'
import { Text } from './text.ts'

/** What a class changes for one community, by kind of effect: the lines that stay, that fall away, and that are new. */
export const EffectDifference = z.object({
  key: z.string(),
  title: Text,
  stays: z.array(Text),
  before: z.array(Text),
  after: z.array(Text),
})
export type EffectDifference = z.infer<typeof EffectDifference>
