import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs'

/** Bytes that are read at once. */
const PORTION = 1024 * 1024

/** Size and time of the last change, which cost nothing to ask for. */
const lookOf = ({ size, mtimeNs }: { size: bigint; mtimeNs: bigint }): string => `${size} ${mtimeNs}`

/**
 * Whether the file under the plan's name is still the one that was opened, and has in it what we have put there. Its content is only read
 * where size or time are others, and it decides: some disks tell a time of change late, and ours would look like another's.
 */
export class SameFile {
  readonly #file: string
  /** Stays open: closing any handle on the file would take away the locks that SQLite has in this process. */
  readonly #handle: number
  #look: string
  #content: string

  constructor(file: string) {
    this.#file = file
    this.#handle = openSync(file, 'r')
    this.#look = lookOf(fstatSync(this.#handle, { bigint: true }))
    this.#content = this.#digest()
  }

  /** To be called after each change of our own: from now on the file is as it is now. With a -wal most changes leave it alone. */
  takeOver(): void {
    const look = lookOf(fstatSync(this.#handle, { bigint: true }))
    if (look === this.#look) return
    this.#look = look
    this.#content = this.#digest()
  }

  /** @returns false where the file is gone, another file has its name, or somebody has written into it */
  isSame(): boolean {
    const named = statSync(this.#file, { bigint: true, throwIfNoEntry: false })
    const opened = fstatSync(this.#handle, { bigint: true })
    if (named === undefined || named.ino !== opened.ino || named.dev !== opened.dev) return false
    const look = lookOf(opened)
    if (look === this.#look) return true
    if (this.#digest() !== this.#content) return false
    this.#look = look
    return true
  }

  /** When SQLite has closed the file. */
  close(): void {
    closeSync(this.#handle)
  }

  #digest(): string {
    const hash = createHash('sha256')
    const portion = Buffer.alloc(PORTION)
    for (let at = 0, read = -1; read !== 0; at += read) {
      read = readSync(this.#handle, portion, 0, PORTION, at)
      hash.update(portion.subarray(0, read))
    }
    return hash.digest('base64')
  }
}
