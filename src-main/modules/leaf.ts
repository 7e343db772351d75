/**
 * What a module says of itself in pure data, which every room may read: model/ makes its closed lists of these. A file of this kind
 * imports nothing but this one.
 */

/**
 * A problem in both languages: what is wrong and what to do next. {name} is filled in; a part in [ ] is left out where its gap is not
 * known. `status`: of HTTP (RFC 9110, RFC 4918).
 */
export interface ProblemWords {
  status: number
  zh: string
  en: string
}

/** What a step of the history says of itself, with gaps as in problems. */
export interface SummaryWords {
  zh: string
  en: string
}

/** A command of the command line: its forms, and what it does. {tables} and {adopted} are filled in with papers. */
export interface CommandWords {
  /** Where it stands in the help. */
  order: number
  lines: readonly string[]
  zh: string
  en: string
}

interface InBothLanguages {
  zh: string
  en: string
}

/** A column that a paper can show. `width`: its share of the width as delivered; null: not shown unless it is chosen. */
export interface PaperColumn extends InBothLanguages {
  key: string
  kind: 'words' | 'middle' | 'number'
  width: number | null
}
export const column = <const K extends string>(
  key: K,
  kind: PaperColumn['kind'],
  width: number | null,
  zh: string,
  en: string,
): PaperColumn & { key: K } => ({ key, kind, width, zh, en })

/** A table or sheet that can be printed, as it is delivered. */
export interface PaperForm {
  /** Where it stands among the attachments. */
  order: number
  name: InBothLanguages
  /** {year} and {department} are filled in everywhere; others where `gaps` names them. */
  title: InBothLanguages
  /** Left out: 附件 with its order. */
  attachment?: InBothLanguages
  portrait?: true
  /** Left out: official where it is upright, narrow where it lies. */
  margins?: 'narrow'
  /** Can be made of an adopted plan, because all it tells is kept with it; the others count or compare data of the moment. */
  ofAdopted?: true
  /** Tells what was done or checked, not what is to be paid: it is made as it is, also while last year is not accounted for. */
  isRecord?: true
  /** A sheet for each of the communities that are chosen. */
  ofCommunities?: true
  gaps?: readonly string[]
  /** In the order in which they can be chosen; none where the paper has one form, or settings of its own for its columns. */
  columns: readonly PaperColumn[]
}

/**
 * What a module says of itself. Problems are listed by their code, summaries by their key, subjects of the change log and papers by
 * theirs: these are unique in the whole program, and never change, because plan files hold them.
 */
export interface ModuleWords {
  problems: Readonly<Record<string, ProblemWords>>
  summaries: Readonly<Record<string, SummaryWords>>
  subjects: Readonly<Record<string, InBothLanguages>>
  papers: Readonly<Record<string, PaperForm>>
  commands: Readonly<Record<string, CommandWords>>
}
