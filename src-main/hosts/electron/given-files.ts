import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { GivenFile } from '../../contract/bridge.ts'
import { PLAN_EXTENSION } from '../../desk/desk.ts'
import { LARGEST_FILE } from '../../model/file.ts'
import { PACKAGE_EXTENSION } from '../../model/package.ts'
import { problem, type Problem } from '../../model/problem.ts'

const isOurs = (path: string): boolean => [PLAN_EXTENSION, PACKAGE_EXTENSION].some((ending) => path.toLowerCase().endsWith(ending))

/**
 * Files that the system gives to the program because somebody has opened them with it: as arguments of a start, of a second start, or, on
 * a Mac, by an event. They wait until the page asks for them.
 */
export class GivenFiles {
  readonly #waiting: string[] = []
  /** Told that there is something to take. */
  onCome: () => void = () => undefined

  /** @param given arguments of a start; whatever is no plan and no package is something else @param folder from which they are meant */
  come(given: readonly string[], folder: string): void {
    const files = given.filter((each) => !each.startsWith('-') && isOurs(each)).map((each) => resolve(folder, each))
    if (files.length === 0) return
    this.#waiting.push(...files)
    this.onCome()
  }

  /**
   * @param unexpected says what went wrong with a file that is there
   * @returns what has come since the last time: a plan by its path, a package as its bytes, as when it is chosen on the page; one that
   *   can't be read takes no other with it
   */
  take(unexpected: (error: unknown) => Problem): GivenFile[] {
    return this.#waiting.splice(0).map((file) => {
      if (file.toLowerCase().endsWith(PLAN_EXTENSION)) return { kind: 'plan', file }
      try {
        // A larger one is refused by its size, as where it is chosen; its bytes are not needed for that.
        const bytes = statSync(file).size > LARGEST_FILE ? new Uint8Array(LARGEST_FILE + 1) : readFileSync(file)
        return { kind: 'package', name: basename(file), bytes: new Uint8Array(bytes) }
      } catch (error) {
        const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
        return { kind: 'unreadable', problem: isGone ? problem('file.missing', { file: basename(file) }) : unexpected(error) }
      }
    })
  }
}
