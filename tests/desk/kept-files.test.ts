import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { KeptFiles } from '../../src-main/desk/kept-files.ts'
import { LARGEST_FILE } from '../../src-main/model/file.ts'
import { AppError } from '../../src-main/shared/app-error.ts'
import { bytesOf } from '../../src-main/shared/file-content.ts'
import { emptyFolder } from '../support/open-app.ts'
import { keptIn } from '../support/project.ts'

const now = (): Date => new Date('2026-11-23T01:00:00Z')
const bytes = (text: string): Uint8Array[] => [Buffer.from(text)]
/** What lies on the disk, wherever below the folder. */
const onDisk = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((each) => (each.isFile() ? [each.name] : []))
const filesOnDisk = (folder: string): string[] => keptIn(folder).map((path) => basename(path))
const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error.problems[0]!.code
    throw error
  }
  return 'nothing'
}

function open(folder = emptyFolder(), most?: { files: number; bytes: number }) {
  const files = new KeptFiles(folder, now, most)
  onTestFinished(() => files.clear())
  const textOf = (kept: string): string => {
    const handed = { fileName: '表.xlsx', kept }
    return Buffer.from(bytesOf(files.contentOf(handed), handed.fileName)).toString()
  }
  return { files, folder, textOf }
}

describe('a file that was handed over', () => {
  it('is kept as it came, piece by piece, under an id of its own', async () => {
    const { files, textOf } = open()
    const one = await files.keep([Buffer.from('社'), Buffer.from('区')])
    const other = await files.keep(bytes('社区'))
    expect([textOf(one.kept), textOf(other.kept)]).toEqual(['社区', '社区'])
    expect(one.kept).not.toBe(other.kept)
  })

  it('is gone from the disk when it is let go, and then is not known any more', async () => {
    const { files, folder, textOf } = open()
    const [one, other] = [await files.keep(bytes('一')), await files.keep(bytes('二'))]
    files.free([one, one, { kept: crypto.randomUUID() }, {}])
    expect(filesOnDisk(folder)).toEqual([other.kept])
    expect(codeOf(() => textOf(one.kept))).toBe('file.notKept')
    expect(textOf(other.kept)).toBe('二')
  })

  it('leaves nothing at all when everything is let go, and another can come afterwards', async () => {
    const { files, folder, textOf } = open()
    const { kept } = await files.keep(bytes('一'))
    files.clear()
    expect(onDisk(folder)).toEqual([])
    expect(codeOf(() => textOf(kept))).toBe('file.notKept')
    expect(textOf((await files.keep(bytes('二'))).kept)).toBe('二')
  })

  it('names the file where it is not known, never a path of another one', async () => {
    const { files } = open()
    await files.keep(bytes('一'))
    const error = await Promise.resolve()
      .then(() => files.contentOf({ fileName: '表.xlsx', kept: '../../x' }))
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ problems: [{ code: 'file.notKept', params: { file: '表.xlsx' }, place: { file: '表.xlsx' } }] })
  })

  it('may still come with the question, by its content', () => {
    const content = open().files.contentOf({ fileName: '表.xlsx', base64: Buffer.from('社区').toString('base64') })
    expect(Buffer.from(bytesOf(content, '表.xlsx')).toString()).toBe('社区')
  })
})

describe('the limit', () => {
  const ofLength = (length: number): Uint8Array[] => {
    const whole = Buffer.alloc(length)
    return [whole.subarray(0, length / 2), whole.subarray(length / 2)]
  }
  it('is kept to the byte', async () => {
    const { files, folder } = open()
    const { kept } = await files.keep(ofLength(LARGEST_FILE))
    await expect(files.keep(ofLength(LARGEST_FILE + 1))).rejects.toMatchObject({
      problems: [{ code: 'file.tooLarge', params: { value: 81, limit: 80 } }],
    })
    expect(filesOnDisk(folder)).toEqual([kept])
  })

  it('lets the longest unused go where there are too many', async () => {
    const { files, textOf } = open(emptyFolder(), { files: 2, bytes: 1000 })
    const [one, two] = [await files.keep(bytes('一')), await files.keep(bytes('二'))]
    expect(textOf(one.kept)).toBe('一')
    const three = await files.keep(bytes('三'))
    expect([one, two, three].map(({ kept }) => codeOf(() => textOf(kept)))).toEqual(['nothing', 'file.notKept', 'nothing'])
  })

  it('lets the longest unused go where they are too large together', async () => {
    const { files, folder, textOf } = open(emptyFolder(), { files: 10, bytes: 10 })
    const [one, two] = [await files.keep(bytes('aaaa')), await files.keep(bytes('bbbb'))]
    const three = await files.keep(bytes('cccccccc'))
    expect([one, two, three].map(({ kept }) => codeOf(() => textOf(kept)))).toEqual(['file.notKept', 'file.notKept', 'nothing'])
    expect(filesOnDisk(folder)).toEqual([three.kept])
  })
})

describe('what breaks off', () => {
  it('leaves nothing of it, and says what it was', async () => {
    const { files, folder } = open()
    async function* broken() {
      yield Buffer.from('half')
      throw new Error('the sender is gone')
    }
    await expect(files.keep(broken())).rejects.toThrow('the sender is gone')
    expect(filesOnDisk(folder)).toEqual([])
  })

  it('leaves nothing where everything was let go meanwhile', async () => {
    const { files, folder } = open()
    async function* slow() {
      yield Buffer.from('half')
      files.clear()
      yield Buffer.from('half')
    }
    await expect(files.keep(slow())).rejects.toMatchObject({ problems: [{ code: 'file.notKept' }] })
    expect(onDisk(folder)).toEqual([])
  })
})

describe('a process that died', () => {
  /** A process that keeps a file and then waits to be killed. */
  async function keeper(folder: string) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'keep-and-wait.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const gone = once(child, 'close')
    const end = async (): Promise<void> => {
      child.kill('SIGKILL')
      await gone
    }
    onTestFinished(end)
    await once(child.stdout, 'data')
    return { end }
  }

  it('leaves its files to whoever starts next, who removes them; those of a process that lives stay', async () => {
    const folder = emptyFolder()
    const [dying, living] = [await keeper(folder), await keeper(folder)]
    expect(filesOnDisk(folder)).toHaveLength(2)
    await dying.end()
    expect(filesOnDisk(folder)).toHaveLength(2)
    open(folder)
    expect(keptIn(folder).map((path) => readFileSync(path, 'utf8'))).toEqual(['kept'])
    await living.end()
    open(folder)
    expect(onDisk(folder)).toEqual([])
  })

  it('that never kept anything leaves no trace', () => {
    const { folder } = open()
    expect(existsSync(join(folder, 'kept'))).toBe(false)
  })
})
