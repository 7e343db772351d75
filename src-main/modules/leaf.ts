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

/** Problems by their code, summaries by their key. Codes are unique in the whole program, and never change: files hold them. */
export interface ModuleWords {
  problems: Readonly<Record<string, ProblemWords>>
  summaries: Readonly<Record<string, SummaryWords>>
}
