import type { ImportDecision } from '../../model/import-desk.ts'
import { appError } from '../../shared/app-error.ts'
import type { Source } from './settle.ts'

export type Decide = (key: string, field: string, sources: readonly Source[]) => Source | null

const exact = (key: string | undefined, field: string | undefined): string => JSON.stringify([key ?? null, field ?? null])

/**
 * Which of several sources is taken for a cell, by what the user decided; the last decision that fits counts.
 * @param files names of the files of the desk
 * @returns decide, and a check that every decision about one cell was of use
 * @throws AppError import.decisionWrong for a file that is not there
 */
export function decider(decisions: readonly ImportDecision[], files: readonly string[]): { decide: Decide; refuseUnused(): void } {
  const stranger = decisions.find(({ file }) => !files.includes(file))
  if (stranger !== undefined) throw appError('import.decisionWrong', { file: stranger.file })
  const byCell = new Map<string, ImportDecision[]>()
  const places = new Map(decisions.map((decision, place) => [decision, place]))
  for (const decision of decisions) {
    const cell = exact(decision.key, decision.field)
    byCell.set(cell, [decision, ...(byCell.get(cell) ?? [])])
  }
  const unused = new Set(decisions.filter(({ key, field }) => key !== undefined && field !== undefined))
  return {
    decide(key, field, sources) {
      const fitting = [exact(key, field), exact(key, undefined), exact(undefined, field), exact(undefined, undefined)].flatMap(
        (cell) => byCell.get(cell) ?? [],
      )
      for (const decision of fitting.toSorted((one, other) => places.get(other)! - places.get(one)!)) {
        const found = sources.find(
          ({ part }) => part.file === decision.file && (decision.sheet ?? part.read.recognition.sheet) === part.read.recognition.sheet,
        )
        if (found === undefined) continue
        for (const each of byCell.get(exact(key, field)) ?? []) unused.delete(each)
        return found
      }
      return null
    },
    refuseUnused() {
      const [first] = unused
      if (first !== undefined)
        throw appError('import.decisionWrong', { file: first.file }, first.key === undefined ? {} : { community: first.key })
    },
  }
}
