import type { PackageSpending } from '../../model/package.ts'
import { DELIVERED_RULES, projectOf } from '../../model/project.ts'
import { DELIVERED_INSTALMENTS } from '../../model/receipt.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { textIn } from '../../model/text.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { PlanWriter } from '../../store/index.ts'
import type { ReadPackage } from '../../documents/package/index.ts'
import type { Desk } from '../../desk/desk.ts'

type KeptProject = PackageSpending['projects'][number]
type KeptReceipt = PackageSpending['receipts'][number]

/** What was entered of the use of the money, by community. */
export interface Spent {
  projects: ReadonlyMap<string, readonly KeptProject[]>
  receipts: ReadonlyMap<string, readonly KeptReceipt[]>
}

/** The year's projects with their steps, without what follows from these. */
function projectsNow(desk: Desk, year: number): KeptProject[] {
  const { projects } = desk.store.read
  const events = Map.groupBy(projects.allEvents(year), (each) => `${each.key}\n${each.number}`)
  return projects.list(year).map((each) => {
    const steps = (events.get(`${each.key}\n${each.number}`) ?? []).map(({ key: _, number: __, ...event }) => event)
    return { ...projectOf(each), events: steps }
  })
}

/** The register and the receipts of these communities; nothing where there are none. */
export function spendingIn(desk: Desk, has: (of: { key: string }) => boolean): PackageSpending | undefined {
  const { year } = desk.year
  const { receipts, spendingSettings } = desk.store.read
  const own = { projects: projectsNow(desk, year).filter(has), receipts: receipts.list(year).filter(has) }
  if (own.projects.length === 0 && own.receipts.length === 0) return undefined
  return { ...own, rules: spendingSettings.rules(), instalments: spendingSettings.instalments() }
}

/**
 * Uses of a package's projects that the city's rules do not have, or by the same key call otherwise: the projects come in all the same,
 * and no cap holds for them, or another one.
 */
export function usesProblems(desk: Desk, packages: readonly ReadPackage[]): Problem[] {
  const own = new Map(desk.store.read.spendingSettings.rules().categories.map((each) => [each.key, each.name]))
  return packages.flatMap(({ file, spending }) => {
    if (spending === undefined) return []
    const names = new Map(spending.rules.categories.map((each) => [each.key, each.name]))
    return [...Map.groupBy(spending.projects, (each) => each.category)].flatMap(([key, projects]) => {
      const [said, here] = [names.get(key) ?? { zh: key, en: key }, own.get(key)]
      const params = { file, count: projects.length, value: said.zh, valueEn: textIn(said, 'en') }
      if (here === undefined) return [warning('rollup.useUnknown', params, { file })]
      return here.zh === said.zh ? [] : [warning('rollup.useDiffers', { ...params, name: here.zh, nameEn: textIn(here, 'en') }, { file })]
    })
  })
}

const byKey = <T extends { key: string }>(list: readonly T[]): Map<string, T[]> => Map.groupBy(list, (each) => each.key)

/** What the year has now. */
export const spentNow = (desk: Desk): Spent => ({
  projects: byKey(projectsNow(desk, desk.year.year)),
  receipts: byKey(desk.store.read.receipts.list(desk.year.year)),
})

/** What the packages say; one without a register says that there are no projects. Rules and instalments are the city's own. */
export const spentIn = (packages: readonly ReadPackage[]): Spent => ({
  projects: byKey(packages.flatMap((each) => each.spending?.projects ?? [])),
  receipts: byKey(packages.flatMap((each) => each.spending?.receipts ?? [])),
})

/** Whatever else was entered, by the names of its fields; nothing where all of it is blank. */
function restText(rest: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(rest).filter(([, value]) => value !== null && value !== '')
  return said.length === 0 ? '' : ` ${canonicalJson(Object.fromEntries(said))}`
}

/** The projects and receipts of a community with all that was entered: what stands in no text is no change. null: none. */
export function spentText({ projects, receipts }: Spent, key: string): string | null {
  const said = [
    ...(projects.get(key) ?? []).map(({ year: _, key: __, number, purpose, plannedFen, events, ...rest }) => {
      const steps = events.map(({ date, kind, amountFen, ...more }) => `${date} ${kind} ${amountFen ?? ''}${restText(more)}`).join(', ')
      return `${number} ${purpose} ${plannedFen / 100}${restText(rest)}: ${steps}`
    }),
    ...(receipts.get(key) ?? []).map(
      ({ year: _, key: __, payer, date, amountFen, ...rest }) => `${payer} ${date}: ${amountFen / 100}${restText(rest)}`,
    ),
  ]
  return said.length === 0 ? null : said.join('; ')
}

/** Makes projects and receipts of a community equal to these; what is the same is not written. */
export function saveSpent(plan: PlanWriter, year: number, before: Spent, after: Spent, key: string): void {
  const differs = (part: keyof Spent): boolean => canonicalJson(before[part].get(key) ?? []) !== canonicalJson(after[part].get(key) ?? [])
  if (differs('projects')) {
    const now = after.projects.get(key) ?? []
    for (const each of before.projects.get(key) ?? [])
      if (!now.some(({ number }) => number === each.number)) plan.projects.remove(projectOf(each))
    for (const each of now) plan.projects.save(projectOf(each), each.events)
  }
  if (differs('receipts')) {
    for (const { id } of before.receipts.get(key) ?? []) plan.receipts.remove(year, key, id)
    plan.receipts.save(after.receipts.get(key) ?? [])
  }
}

/** Fills a new plan with what a package has. */
export function fillSpending(plan: PlanWriter, { projects, receipts, rules, instalments }: PackageSpending): void {
  for (const each of projects) plan.projects.save(projectOf(each), each.events)
  plan.receipts.save(receipts)
  if (canonicalJson(rules) !== canonicalJson(DELIVERED_RULES)) plan.spendingSettings.saveRules(rules)
  if (canonicalJson(instalments) !== canonicalJson(DELIVERED_INSTALMENTS)) plan.spendingSettings.saveInstalments(instalments)
}
