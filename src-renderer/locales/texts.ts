export type Book = { readonly [Key: string]: string | Book }

/** The texts of a module: names of its pages and of its commands (by area and name), and sections of texts for its views. */
export interface ModuleTexts {
  pages: Readonly<Record<string, string>>
  operations: Readonly<Record<string, Readonly<Record<string, string | Book>>>>
  texts: Readonly<Record<string, Book>>
}

/** The same keys with texts in another language. */
export type SameTexts<T> = { [Key in keyof T]: T[Key] extends string ? string : SameTexts<T[Key]> }
