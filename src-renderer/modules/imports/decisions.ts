import type { ImportConflict, ImportDecision } from '../../../src-main/model/import-desk.ts'

type Source = ImportConflict['sources'][number]

const fits = (decision: ImportDecision, { key, field }: ImportConflict): boolean =>
  (decision.key === undefined || decision.key === key) && (decision.field === undefined || decision.field === field)

/** @returns the source that the decisions take for a cell, null while there is none. The decision made last counts. */
export function decidedSource(conflict: ImportConflict, decisions: readonly ImportDecision[]): Source | null {
  for (const decision of decisions.toReversed()) {
    if (!fits(decision, conflict)) continue
    const found = conflict.sources.find((each) => each.file === decision.file && (decision.sheet ?? each.sheet) === each.sheet)
    if (found !== undefined) return found
  }
  return null
}

const isFor = (decision: ImportDecision, key: string | undefined, field: string | undefined): boolean =>
  decision.key === key && decision.field === field

/** One cell decided; an earlier decision about the same cell is dropped. */
export const decideCell = (
  decisions: readonly ImportDecision[],
  { key, field }: ImportConflict,
  { file, sheet }: Source,
): ImportDecision[] => [...decisions.filter((each) => !isFor(each, key, field)), { key, field, file, sheet }]

/** A file is right wherever it has a say: this goes before everything that was decided so far. */
export const decideFile = (decisions: readonly ImportDecision[], file: string): ImportDecision[] => [
  ...decisions.filter((each) => !(isFor(each, undefined, undefined) && each.file === file)),
  { file },
]

/** The decisions that still have a conflict and a file to be about, after the files were read again. */
export const stillFitting = (decisions: readonly ImportDecision[], conflicts: readonly ImportConflict[]): ImportDecision[] =>
  decisions.filter((decision) => conflicts.some((each) => fits(decision, each) && each.sources.some(({ file }) => file === decision.file)))
