import { problem, type Problem } from './problem.ts'
import { cutTo } from './text.ts'

export const MEGABYTE = 1024 * 1024
/**
 * Bytes of the largest file that is taken in, whichever way it comes: the page looks before it sends, the hosts while they receive, the
 * reader before it reads. 100,000 communities are some 20 MB.
 */
export const LARGEST_FILE = 80 * MEGABYTE

const LONGEST_TITLE = 120

/** @returns a title as a file's name without its ending: a title may hold what no system takes there */
export const titleAsFileName = (title: string): string =>
  cutTo(title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim(), LONGEST_TITLE) || 'quanheng'

/** @returns what is said of a file above the limit. @param file its name, where it is known */
export const tooLarge = (bytes: number, file?: string): Problem => {
  const sizes = { value: Math.ceil(bytes / MEGABYTE), limit: LARGEST_FILE / MEGABYTE }
  return file === undefined ? problem('file.tooLarge', sizes) : problem('file.tooLarge', { file, ...sizes }, { file })
}
