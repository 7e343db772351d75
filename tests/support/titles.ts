/** Tests, by file: parts of their titles. */
export type Titles = Readonly<Record<string, readonly string[]>>

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** @returns what each is found by, in its file: a part of the title alone could be found in another one as well */
export const patternsOf = (titles: Titles): RegExp[] =>
  Object.entries(titles).flatMap(([file, parts]) => parts.map((part) => new RegExp(`${escaped(file)}.*${escaped(part)}`)))
