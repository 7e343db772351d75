import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'plan.nothingToUndo': { status: 409, zh: '没有可以撤销的步骤。', en: 'There is no step to undo.' },
    'plan.nothingToRedo': { status: 409, zh: '没有可以重做的步骤。', en: 'There is no step to redo.' },
  },

  summaries: {},
} as const satisfies ModuleWords
