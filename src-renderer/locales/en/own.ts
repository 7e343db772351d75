import { common } from './common.ts'
import { shell } from './shell.ts'
import { grid } from './grid.ts'
import { help } from './help.ts'
import { print } from './print.ts'
import { charts } from './charts.ts'
import { words } from './words.ts'

/** What the shell itself says: its page, its operations, and the words that all modules use. */
export const own = {
  pages: { help: 'Help' },
  operations: { app: { rename: 'Set operator' } },
  texts: { common, shell, grid, help, print, charts, words },
}
