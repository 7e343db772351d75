import { APPEAL_COUNT_NAMES, DELIVERED_SUBJECTS, MOST_SUBJECTS, type AppealCount, type AppealSubject } from '../../model/appeal.ts'
import type { PackageAppeals } from '../../model/package.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { ReadPackage } from '../../documents/package/index.ts'
import type { PlanWriter } from '../../store/index.ts'
import type { Desk } from '../../desk/desk.ts'

/** The appeals of communities. */
export type Appeals = ReadonlyMap<string, readonly AppealCount[]>
const byKey = (list: readonly AppealCount[]): Appeals => Map.groupBy(list, (each) => each.key)

/** The year's appeals of these communities with the subjects that they are counted under; nothing where there are none. */
export function appealsIn(desk: Desk, has: (of: { key: string }) => boolean): PackageAppeals | undefined {
  const { appeals, appealSubjects } = desk.store.read
  const counts = appeals.list(desk.year.year).filter(has)
  return counts.length === 0 ? undefined : { subjects: appealSubjects.list(), counts }
}

/** What the year has now. */
export const appealsNow = (desk: Desk): Appeals => byKey(desk.store.read.appeals.list(desk.year.year))

/** What the packages say; one without appeals says that nothing is counted. */
export const appealsOf = (packages: readonly ReadPackage[]): Appeals => byKey(packages.flatMap((each) => each.appeals?.counts ?? []))

/** All that is counted of a community, in short; null: nothing. */
export function appealsText(appeals: Appeals, key: string): string | null {
  const said = (appeals.get(key) ?? []).map(
    (each) => `${each.month} ${each.source} ${each.subject}: ${APPEAL_COUNT_NAMES.map((name) => each[name] ?? '-').join('/')}`,
  )
  return said.length === 0 ? null : said.join('; ')
}

/**
 * The city's list of subjects with those of the packages that it lacks, as far as there is room. A subject that the city has stays as it is
 * there; one that is called otherwise is told, and so are those for which there is no room: their counts stay under the same id.
 */
export function missingSubjects(desk: Desk, packages: readonly ReadPackage[]): { subjects: AppealSubject[] | null; problems: Problem[] } {
  const list = desk.store.read.appealSubjects.list()
  const known = new Map(list.map((each) => [each.id, each]))
  const added: AppealSubject[] = []
  const problems: Problem[] = []
  for (const { file, appeals } of packages)
    for (const each of appeals?.subjects ?? []) {
      const own = known.get(each.id)
      if (own === undefined) {
        if (list.length + added.length >= MOST_SUBJECTS)
          problems.push(warning('rollup.subjectNoRoom', { value: each.label.zh, limit: MOST_SUBJECTS }, { file }))
        else added.push(each)
        known.set(each.id, each)
      } else if (own.label.zh !== each.label.zh)
        problems.push(warning('rollup.subjectDiffers', { file, value: each.label.zh, name: own.label.zh }, { file }))
    }
  return { subjects: added.length === 0 ? null : [...list, ...added], problems }
}

/** Makes the appeals of a community equal to these; what is the same is not written. */
export function saveAppeals(plan: PlanWriter, year: number, before: Appeals, after: Appeals, key: string): void {
  if (canonicalJson(before.get(key) ?? []) === canonicalJson(after.get(key) ?? [])) return
  plan.appeals.clear(year, key)
  plan.appeals.save(year, after.get(key) ?? [])
}

/** Fills a new plan with what a package has. */
export function fillAppeals(plan: PlanWriter, year: number, { subjects, counts }: PackageAppeals): void {
  plan.appeals.save(year, counts)
  if (canonicalJson(subjects) !== canonicalJson(DELIVERED_SUBJECTS)) plan.appealSubjects.save(subjects)
}
