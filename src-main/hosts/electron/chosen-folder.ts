import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'
import { z } from 'zod'
import type { Logger } from '../../desk/service.ts'
import { writeFileAtomically } from '../../shared/atomic-write.ts'

const Chosen = z.object({ folder: z.string() })

/**
 * The folder in which the user has saved last: the next dialog begins there, also after a new start. Dialogs that open files are the
 * page's own, and Chromium remembers their folder by itself (Electron 45: shell/browser/file_select_helper.cc).
 */
export class ChosenFolder {
  readonly #file: string
  readonly #logger: Logger

  /** @param own folder of the window's own files */
  constructor(own: string, logger: Logger) {
    this.#file = join(own, 'dialogs.json')
    this.#logger = logger
  }

  /** @returns the last folder where it is still there, else that of documents */
  get(): string {
    try {
      const { folder } = Chosen.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
      if (existsSync(folder)) return folder
    } catch {
      // Nothing was saved yet, or it can't be read: nothing depends on it.
    }
    return app.getPath('documents')
  }

  /** @param path of a file that the user has chosen */
  keep(path: string): void {
    try {
      mkdirSync(dirname(this.#file), { recursive: true })
      writeFileAtomically(this.#file, JSON.stringify({ folder: dirname(path) } satisfies z.infer<typeof Chosen>))
    } catch (error) {
      this.#logger.error(`folder of dialogs: ${String(error)}`)
    }
  }
}
