import type { OutputOf } from '../../contract/operations.ts'
import { accountSum, projectOf, type Account, type Project, type ProjectEvent, type ProjectKey } from '../../model/project.ts'
import { byPlace } from '../../model/places.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { PAPER_FORMS } from '../words.ts'
import { textIn } from '../../model/text.ts'
import { isRefusal, projectField, readProjectCell } from '../../words/project-fields.ts'
import { STEP_WORDS } from '../../words/projects.ts'
import { projectPaperWorkbook, projectsWorkbook } from '../../documents/projects/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import { refusePersonal } from '../../desk/personal.ts'
import type { Service } from '../../desk/service.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { today } from '../calendar/index.ts'
import { accountsAt, dayOf, heirs, isKept, payersIn, placeOf, yearsOf, type PaidAccount } from './book.ts'
import { differences } from './differences.ts'
import { duesAt } from './dues.ts'
import { answerFor, communityProblems, dayProblems, freeNumber, problemsOf, type Draft } from './entry.ts'
import { takeToIndicators } from './indicators.ts'
import { elapsedOf, findingsAt, linesAt } from './lines.ts'
import { monthsOf } from './months.ts'
import { applyProjects, prepareProjects, type PreparedProjects } from './sheet.ts'

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new AppError([...problems])
}

const keyOf = ({ year, key, number }: ProjectKey): [number, string, string] => [year, key, number]
/** A project without what follows from its steps. @throws project.unknown */
function kept(desk: Desk, of: ProjectKey): { project: Project; events: ProjectEvent[] } {
  const { projects } = desk.store.read
  return { project: projectOf(projects.get(...keyOf(of))), events: projects.events(...keyOf(of)) }
}
/** @throws project.stepUnknown */
function stepAt({ purpose }: Project, events: readonly ProjectEvent[], position: number): ProjectEvent {
  const found = events[position]
  if (found === undefined) throw appError('project.stepUnknown', { purpose, value: position + 1, count: events.length })
  return found
}
const named = (desk: Desk, { year, key, purpose }: Project) => ({ community: placeOf(desk, year)(key).name, purpose })

async function save(desk: Desk, operation: string, project: Project, events: readonly ProjectEvent[], step?: ProjectEvent): Promise<void> {
  const names = named(desk, project)
  const params =
    step === undefined ? names : { ...names, step: STEP_WORDS[step.kind].zh, stepEn: STEP_WORDS[step.kind].en, date: step.date }
  await desk.store.command(operation, { key: step === undefined ? 'projectSave' : 'projectStep', params }, (plan) =>
    plan.projects.save(project, events),
  )
}

/** The accounts of several communities together, and of each payer. */
const together = (
  accounts: readonly PaidAccount[],
  payers: readonly { key: string }[],
): { account: Account; byPayer: Record<string, Account> } => ({
  account: accountSum(accounts),
  byPayer: Object.fromEntries(payers.map(({ key }) => [key, accountSum(accounts.map((each) => each.byPayer[key]!))])),
})

function accounts(desk: Desk, year: number, date: string): OutputOf<'projects.accounts'> {
  const payers = payersIn(desk, year)
  const communities = accountsAt(desk, year, date)
  const { account: total, byPayer } = together(communities, payers)
  const places = byPlace(communities, (each) => each).flatMap(({ district, own, subdistricts }) => [
    { district, subdistrict: null, ...together(own, payers) },
    ...subdistricts.map((each) => ({ district, subdistrict: each.subdistrict, ...together(each.own, payers) })),
  ])
  return { year, date, payers, communities, places, total, byPayer, problems: differences(desk, year) }
}

function ofCommunity(desk: Desk, year: number, key: string): OutputOf<'projects.ofCommunity'> {
  const now = today(desk)
  const heirIn = heirs(desk, year, year)
  const isOwn = (each: { key: string }): boolean => heirIn(each.key) === key
  const names = new Map(payersIn(desk, year).map((each) => [each.key, each.name]))
  return {
    year,
    date: dayOf(desk, year),
    kept: isKept(desk, year),
    account: accountsAt(desk, year, dayOf(desk, year)).find((each) => each.key === key) ?? null,
    projects: linesAt(desk, year, now).filter(isOwn),
    findings: findingsAt(desk, year, now).filter(isOwn),
    payers: (duesAt(desk, year).find((each) => each.key === key)?.payers ?? []).map((each) => ({ ...each, name: names.get(each.payer)! })),
  }
}

async function edit(desk: Desk, cells: readonly { project: ProjectKey; field: string; text: string }[]): Promise<void> {
  const { categories } = desk.store.read.spendingSettings.rules()
  const drafts = new Map<string, { project: Project; events: ProjectEvent[] }>()
  const problems: Problem[] = []
  for (const { project: of, field: name, text } of cells) {
    const at = JSON.stringify(keyOf(of))
    const draft = drafts.get(at) ?? kept(desk, of)
    drafts.set(at, draft)
    const field = projectField(name)
    const place = { community: placeOf(desk, of.year)(of.key).name, key: of.key, path: of.number, indicator: name }
    const read = field === undefined ? null : readProjectCell(draft.project, field, text, categories)
    if (read === null) continue
    if (isRefusal(read)) problems.push(problem(read.code, read.params, place))
    else draft.project = { ...read, use: answerFor(draft.project, read) }
  }
  const above: Draft[] = []
  for (const draft of drafts.values()) {
    const others = above.filter(({ project: { year, key } }) => year === draft.project.year && key === draft.project.key)
    problems.push(...problemsOf(desk, draft, draft.events, others))
    above.push(draft)
  }
  refuse(problems)
  await desk.store.command('projects.edit', { key: 'projectEdit', params: { count: cells.length } }, (plan) => {
    for (const { project, events } of drafts.values()) plan.projects.save(project, events)
  })
}

/** The sheet of projects that was previewed last. */
const previewedIn = (desk: Desk): { sheet: PreparedProjects | null } => desk.kept('projects', () => ({ sheet: null }))

export const projects = (desk: Desk) =>
  ({
    'projects.list': ({ year = desk.year.year }) => {
      const now = today(desk)
      return {
        year: desk.yearOf(year).year,
        today: now,
        closed: desk.store.read.closedRegisters.list().some((each) => each.year === year),
        rules: desk.store.read.spendingSettings.rules(),
        projects: linesAt(desk, year, now),
      }
    },
    'projects.get': (of) => {
      const { events } = kept(desk, of)
      const project = linesAt(desk, of.year, today(desk)).find((each) => each.key === of.key && each.number === of.number)!
      return { project, events }
    },
    'projects.accounts': ({ year = desk.year.year, date }) => accounts(desk, desk.yearOf(year).year, date ?? dayOf(desk, year)),
    'projects.supervision': ({ year = desk.year.year }) => {
      const now = today(desk)
      return {
        year: desk.yearOf(year).year,
        today: now,
        elapsed: elapsedOf(year, now),
        kept: isKept(desk, year),
        findings: findingsAt(desk, year, now),
        next: yearsOf(desk).find((each) => each > year) ?? null,
      }
    },
    'projects.ofCommunity': ({ year = desk.year.year, key }) => ofCommunity(desk, desk.yearOf(year).year, key),
    'projects.months': ({ year = desk.year.year, key, district, subdistrict }) =>
      monthsOf(
        desk,
        desk.yearOf(year).year,
        (each) =>
          (key === undefined || each.key === key) &&
          (district === undefined || each.district === district) &&
          (subdistrict === undefined || each.subdistrict === subdistrict),
      ),
    'projects.add': async ({ year = desk.year.year, key, number, proposed, plan }) => {
      const taken = new Set(desk.store.read.projects.ofCommunity(year, key).map((each) => each.number))
      const project: Project = { year, key, number: number ?? freeNumber(taken), ...plan, use: null }
      refuse(communityProblems(desk, year, key))
      if (taken.has(project.number))
        throw appError('project.numberTwice', { ...named(desk, project), year, value: project.number }, { key, path: project.number })
      const events: ProjectEvent[] =
        proposed === undefined ? [] : [{ kind: 'proposed', date: proposed, amountFen: null, body: '', document: '', code: '', reason: '' }]
      refuse(problemsOf(desk, { project, events }, []))
      await save(desk, 'projects.add', project, events)
      return { year, key, number: project.number }
    },
    'projects.edit': async ({ cells }) => {
      await edit(desk, cells)
      return {}
    },
    'projects.step': async ({ project: of, event, position }) => {
      const { project, events } = kept(desk, of)
      if (position !== undefined) stepAt(project, events, position)
      const after = position === undefined ? [...events, event] : events.with(position, event)
      refuse(problemsOf(desk, { project, events: after }, events))
      await save(desk, 'projects.step', project, after, event)
      return {}
    },
    'projects.takeBack': async ({ project: of, position }) => {
      const { project, events } = kept(desk, of)
      const step = stepAt(project, events, position)
      const after = events.toSpliced(position, 1)
      refuse(problemsOf(desk, { project, events: after }, events))
      await save(desk, 'projects.takeBack', project, after, step)
      return {}
    },
    'projects.answer': async ({ project: of, use }) => {
      const { project, events } = kept(desk, of)
      refusePersonal({ 理由: use?.reason ?? '' })
      await save(desk, 'projects.answer', { ...project, use }, events)
      return {}
    },
    'projects.remove': async ({ project: of }) => {
      const { project, events } = kept(desk, of)
      const further = events.find((each) => each.kind !== 'proposed')
      if (further !== undefined) {
        const { zh: step, en: stepEn } = STEP_WORDS[further.kind]
        throw appError('project.underWay', { purpose: project.purpose, step, stepEn, date: further.date })
      }
      refuse(dayProblems(desk, project, events, { path: project.purpose }))
      await desk.store.command('projects.remove', { key: 'projectSave', params: named(desk, project) }, (plan) => plan.projects.remove(of))
      return {}
    },
    'projects.rules': async (rules) => {
      const before = desk.store.read.spendingSettings.rules()
      const gone = before.categories.filter((each) => !rules.categories.some((other) => other.key === each.key))
      for (const { key, name } of gone) {
        const count = desk.store.read.years
          .list()
          .flatMap(({ year }) => desk.store.read.projects.list(year))
          .filter((each) => each.category === key).length
        if (count > 0) throw appError('project.categoryUsed', { value: name.zh, count })
      }
      await desk.store.command('projects.rules', { key: 'projectRules', params: {} }, (plan) => plan.spendingSettings.saveRules(rules))
      return {}
    },
    'projects.close': async ({ year, closed }) => {
      const isClosed = desk.store.read.closedRegisters.list().some((each) => each.year === desk.yearOf(year).year)
      if (isClosed !== closed)
        await desk.store.command('projects.close', { key: closed ? 'projectClose' : 'projectOpen', params: { year } }, (plan) =>
          closed ? plan.closedRegisters.close(year, today(desk)) : plan.closedRegisters.open(year),
        )
      return {}
    },
    'projects.toIndicators': ({ year = desk.year.year }) => takeToIndicators(desk, desk.yearOf(year).year),
    'projects.preview': async ({ year = desk.year.year, ...file }, context) => {
      const sheet = await prepareProjects(desk, file, desk.yearOf(year).year, context)
      previewedIn(desk).sheet = sheet
      const { id, added, changed, unchanged, problems, errors } = sheet
      return { id, file: file.fileName, added, changed, unchanged, problems, errors }
    },
    'projects.apply': async ({ id }, context) => {
      const sheet = previewedIn(desk).sheet
      if (sheet?.id !== id) throw appError('import.stale')
      const done = await desk.whileImporting(sheet.file, () => applyProjects(desk, sheet, context))
      previewedIn(desk).sheet = null
      desk.files.free([sheet.handed])
      return done
    },
    'projects.export': async ({ year = desk.year.year, language }) => {
      const { synthetic } = desk.yearOf(year)
      const events = Map.groupBy(desk.store.read.projects.allEvents(year), (each) => `${each.key}\n${each.number}`)
      const lines = linesAt(desk, year, today(desk)).map((line) => ({ line, events: events.get(`${line.key}\n${line.number}`) ?? [] }))
      const { categories } = desk.store.read.spendingSettings.rules()
      const title = language === 'zh' ? `${year}年服务群众专项经费项目台账` : `Project register ${year}`
      return fileAnswer(title, 'xlsx', await projectsWorkbook(lines, { title, categories, synthetic, language }))
    },
    'projects.paper': async ({ paper, projects: wanted, language }) => {
      const all = wanted.map((of) => {
        const { events } = kept(desk, of)
        return { line: linesAt(desk, of.year, today(desk)).find((each) => each.key === of.key && each.number === of.number)!, events }
      })
      const { categories } = desk.store.read.spendingSettings.rules()
      const { name, title } = PAPER_FORMS[paper]
      const { synthetic } = desk.yearOf(wanted[0]!.year)
      return fileAnswer(textIn(name, language), 'xlsx', await projectPaperWorkbook(paper, all, { title, categories, synthetic, language }))
    },
    'projects.overdue': () => {
      const findings = findingsAt(desk, desk.year.year, today(desk))
      return { findings: findings.length, communities: new Set(findings.map((each) => each.key)).size }
    },
  }) satisfies Partial<Service>
