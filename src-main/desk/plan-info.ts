import type { PlanInfo } from '../contract/desk.ts'
import { saidOf } from '../words/summaries.ts'
import type { Desk } from './desk.ts'

/** What the top of the window shows. */
export function planInfo(desk: Desk): PlanInfo {
  const { read, revision, file, warnings } = desk.store
  const { check } = desk
  const [undo, redo] = [read.history.nextUndo(), read.history.nextRedo()]
  return {
    file,
    name: desk.planTitle,
    years: read.years.list().map((each) => each.year),
    year: desk.year.year,
    synthetic: desk.year.synthetic,
    policy: desk.year.policy,
    undo: undo?.summary ?? null,
    redo: redo?.summary ?? null,
    revision,
    // What a backup has found as well is told once, with the community's name.
    warnings: [...check.problems, ...warnings.filter(({ code }) => !check.problems.some((each) => each.code === code))],
    undoSaid: undo === null ? null : saidOf(undo.summary, undo.message),
    redoSaid: redo === null ? null : saidOf(redo.summary, redo.message),
    undoStep: undo === null ? null : { id: undo.id, operation: undo.operation },
    redoStep: redo === null ? null : { id: redo.id, operation: redo.operation },
  }
}
