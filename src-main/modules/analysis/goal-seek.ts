import type { Desk } from '../../desk/desk.ts'
import { goalOf } from './goal.ts'
import type { Service } from '../../desk/service.ts'
import { suppositionOf } from '../what-if/index.ts'

export const goalSeek = (desk: Desk) =>
  ({
    'goal.solve': ({ search, demands, task: _, ...supposition }, context) => {
      const { columns, standpoint } = suppositionOf(desk, supposition)
      return goalOf({ columns, policy: standpoint.policy, demands, dictionary: desk.dictionary.indicators }, search, context)
    },
  }) satisfies Partial<Service>
