import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {},

  summaries: {},

  subjects: {},

  papers: {},

  commands: {},
} as const satisfies ModuleWords
