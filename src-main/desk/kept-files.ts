import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { HandedFile, KeptFile } from '../contract/operation.ts'
import { LARGEST_FILE, MEGABYTE, tooLarge } from '../model/file.ts'
import { AppError, appError } from '../shared/app-error.ts'
import type { FileContent } from '../shared/file-content.ts'
import { lockPath, takeLock, type Lock } from '../store/index.ts'

/** A file as a host receives it, piece by piece. */
export type FileStream = AsyncIterable<Uint8Array> | Iterable<Uint8Array>
/** Takes a file that is handed over. @throws AppError file.tooLarge, plan.diskFull */
export type KeepFile = (content: FileStream) => Promise<KeptFile>

const FOLDER = 'kept'
/** Two desks full; what is beyond them goes, the longest unused first. */
const MOST: Room = { files: 1000, bytes: 1024 * MEGABYTE }
interface Room {
  files: number
  bytes: number
}
interface Home {
  folder: string
  lock: Lock
}

/**
 * The files that pages have handed over: each is sent once, and asked about by its id as often as it is corrected. They lie in the data
 * folder, in a folder of this process whose lock the system gives back when the process dies, however it dies: whoever starts next
 * removes what is not locked.
 */
export class KeptFiles {
  readonly #root: string
  readonly #now: () => Date
  readonly #most: Room
  #home: Home | null = null
  /** Sizes by id, the one that was used longest ago first. */
  readonly #sizes = new Map<string, number>()

  constructor(dataFolder: string, now: () => Date, most: Room = MOST) {
    this.#root = join(dataFolder, FOLDER)
    this.#now = now
    this.#most = most
    removeLeftovers(this.#root, now)
  }

  /**
   * Keeps a file.
   * @param content is read to its end also where it is too large, so that the sender hears the answer
   * @returns the id by which it is asked for
   * @throws AppError file.tooLarge, plan.diskFull, file.notKept (everything was let go while it came); nothing of it is left then
   */
  async keep(content: FileStream): Promise<KeptFile> {
    const home = (this.#home ??= newHome(this.#root, this.#now))
    const kept = randomUUID()
    const path = join(home.folder, kept)
    try {
      const bytes = await writeWhole(path, content)
      if (this.#home !== home) throw appError('file.notKept')
      this.#sizes.set(kept, bytes)
    } catch (error) {
      rmSync(path, { force: true })
      throw inWords(error)
    }
    this.#makeRoom()
    return { kept }
  }

  /** @returns what is in a file that an operation was given. @throws AppError file.notKept where its id is not (any longer) known */
  contentOf({ fileName, base64 = '', kept }: HandedFile): FileContent {
    if (kept === undefined) return { bytes: Buffer.from(base64, 'base64') }
    const bytes = this.#sizes.get(kept)
    if (bytes === undefined || this.#home === null) throw appError('file.notKept', { file: fileName }, { file: fileName })
    this.#sizes.delete(kept)
    this.#sizes.set(kept, bytes)
    return { path: join(this.#home.folder, kept) }
  }

  /** Lets files go; those that are not kept, or came with their content, are gone already. */
  free(files: readonly Pick<HandedFile, 'kept'>[]): void {
    for (const { kept } of files)
      if (kept !== undefined && this.#sizes.delete(kept)) rmSync(join(this.#home!.folder, kept), { force: true })
  }

  /** Lets everything go. */
  clear(): void {
    const home = this.#home
    this.#home = null
    this.#sizes.clear()
    if (home !== null) remove(home)
  }

  #makeRoom(): void {
    let bytes = [...this.#sizes.values()].reduce((sum, each) => sum + each, 0)
    for (const [kept, size] of this.#sizes) {
      if (this.#sizes.size <= this.#most.files && bytes <= this.#most.bytes) return
      this.free([{ kept }])
      bytes -= size
    }
  }
}

/** @returns how many bytes there are */
async function writeWhole(path: string, content: FileStream): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  try {
    let bytes = 0
    for await (const part of content) {
      bytes += part.byteLength
      if (bytes <= LARGEST_FILE) await file.appendFile(part)
    }
    if (bytes > LARGEST_FILE) throw new AppError([tooLarge(bytes)])
    return bytes
  } finally {
    await file.close()
  }
}

const inWords = (error: unknown): unknown =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    ? appError('plan.diskFull', {}, {}, error)
    : error

/** The lock comes before the folder, and goes after it: a folder without a lock there never is. */
function newHome(root: string, now: () => Date): Home {
  mkdirSync(root, { recursive: true })
  const folder = join(root, randomUUID())
  const lock = takeLock(folder, '', now().toISOString())
  mkdirSync(folder, { mode: 0o700 })
  return { folder, lock }
}

function remove({ folder, lock }: Home): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  lock.release()
  rmSync(lockPath(folder), { force: true })
}

function removeLeftovers(root: string, now: () => Date): void {
  if (!existsSync(root)) return
  const ending = lockPath('')
  for (const name of readdirSync(root).filter((each) => each.endsWith(ending))) {
    const folder = join(root, name.slice(0, -ending.length))
    const lock = lockOfNobody(folder, now)
    if (lock !== null) remove({ folder, lock })
  }
}

/** @returns null where another process holds it */
function lockOfNobody(folder: string, now: () => Date): Lock | null {
  try {
    return takeLock(folder, '', now().toISOString())
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
