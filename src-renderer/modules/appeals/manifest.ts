import type { Shown } from '../shown.ts'

export const shown = { pages: {}, prints: {} } as const satisfies Shown
