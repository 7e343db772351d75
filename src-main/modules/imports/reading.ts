import type { HandedFile } from '../../contract/operation.ts'
import { readInWorker, type DeliveredFile, type FileToRead, type ReadOutcome } from '../../documents/import/index.ts'
import { AppError } from '../../shared/app-error.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Desk } from '../../desk/desk.ts'

/** A file on the desk, and what was chosen for it. */
export type FileOnDesk = HandedFile &
  Omit<DeliveredFile, 'bytes'> & {
    /** Where the communities are of which the file itself does not say it. */
    district?: string | undefined
    subdistrict?: string | undefined
    /** What was said of rows that look like a community of the plan; see the contract. */
    answers?: Record<string, string | null> | undefined
  }

/** What a file was read as. The same file, called and mapped the same, is read the same as long as the plan is the same. */
export interface Reading {
  /** Null for a file that came with its content: it has no name by which it could be known again. */
  by: string | null
  outcome: ReadOutcome
}

/** Places and answers are put in when the file was read: giving them does not read the file again. */
const readBy = ({ base64: _, district: __, subdistrict: ___, answers: ____, ...file }: FileOnDesk): string | null =>
  file.kept === undefined ? null : canonicalJson(file)

/**
 * Reads files in a thread of its own, apart from those that were read the same way before.
 * @param before readings that still hold
 * @param progress told how many files are read, the one under way as a share
 * @returns one reading for each file; a file that can't be read or is not kept any more has its problems there
 * @throws AppError task.cancelled
 */
export async function readFiles(
  desk: Desk,
  files: readonly FileOnDesk[],
  before: readonly Reading[],
  { signal, progress }: { signal: AbortSignal; progress: (done: number, fileName: string) => void },
): Promise<Reading[]> {
  const known = new Map(before.map(({ by, outcome }) => [by, outcome]))
  const unread: FileToRead[] = []
  const found = files.map((file): { by: string | null; outcome: ReadOutcome | undefined } => {
    const { base64: _, kept: __, ...delivered } = file
    const by = readBy(file)
    try {
      const content = desk.files.contentOf(file)
      const outcome = by === null ? undefined : known.get(by)
      if (outcome === undefined) unread.push({ ...delivered, content })
      return { by, outcome }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { by, outcome: { problems: error.problems } }
    }
  })
  const log = (text: string): void => desk.options.logger.error(text)
  const layouts = desk.store.read.importLayouts.list()
  const told = (done: number, name: string): void => progress(files.length - unread.length + done, name)
  const read =
    unread.length === 0
      ? []
      : await desk.inThread(signal, (until) => readInWorker(unread, desk.dictionary, layouts, { signal: until, progress: told, log }))
  const next = read.values()
  return found.map(({ by, outcome }) => ({ by, outcome: outcome ?? next.next().value! }))
}
