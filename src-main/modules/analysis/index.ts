import type { Module } from '../../desk/module.ts'
import type { analysisOperations } from './contract.ts'
import { analyses } from './service.ts'
import { goalSeek } from './goal-seek.ts'

export const analysisModule = { service: (desk) => ({ ...analyses(desk), ...goalSeek(desk) }), rows: {} } satisfies Module<
  keyof typeof analysisOperations
>
