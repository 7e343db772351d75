import { columnLetters } from '../import/book.ts'

/** A name that Excel takes: at most 31 signs, none of []:*?/\, no quote at either end, no other sheet's name. */
export function sheetName(name: string, taken: Set<string>): string {
  const plain =
    name
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .trim()
      .replaceAll(/^'+|'+$/g, '')
      .slice(0, 31)
      .trim() || '表'
  let free = plain
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${plain.slice(0, 27)} ${columnLetters(number)}`
  taken.add(free.toLowerCase())
  return free
}
