import type { AppealSubject } from '../../model/appeal.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { comparable } from '../../model/text.ts'
import type { OutputOf } from '../../contract/operations.ts'
import type { Desk } from '../../desk/desk.ts'
import { refusePersonal } from '../../desk/personal.ts'
import { AppError } from '../../shared/app-error.ts'

/** The list of subjects, each with the rows that are counted under it in any year. */
export function subjectsOf(desk: Desk): OutputOf<'appeals.subjects'> {
  const { appeals, appealSubjects, years } = desk.store.read
  const used = new Map<string, number>()
  for (const { year } of years.list()) for (const { subject } of appeals.list(year)) used.set(subject, (used.get(subject) ?? 0) + 1)
  return appealSubjects.list().map((each) => ({ ...each, used: used.get(each.id) ?? 0 }))
}

/** @throws appeals.subjectTwice, appeals.subjectInUse, text.* where a name carries somebody's number */
export function refuseSubjects(desk: Desk, subjects: readonly AppealSubject[]): void {
  refusePersonal({ 诉求主题: subjects.map(({ label }) => `${label.zh}\n${label.en}`).join('\n') })
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const { id, label } of subjects) {
    const name = comparable(label.zh)
    if (seen.has(`id ${id}`) || seen.has(`name ${name}`)) problems.push(problem('appeals.subjectTwice', { value: label.zh }))
    seen.add(`id ${id}`).add(`name ${name}`)
  }
  const kept = new Set(subjects.map((each) => each.id))
  for (const { id, label, used } of subjectsOf(desk))
    if (used > 0 && !kept.has(id)) problems.push(problem('appeals.subjectInUse', { value: label.zh, count: used }))
  if (problems.length > 0) throw new AppError(problems)
}
