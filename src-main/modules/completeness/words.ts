import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {},

  summaries: {},
} as const satisfies ModuleWords
