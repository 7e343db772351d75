import type { SameTexts } from '../texts.ts'

export const words: SameTexts<typeof import('../zh/words.ts').words> = {
  all: 'All of these hold',
  any: 'One of these holds',
  not: 'This does not hold',
}
