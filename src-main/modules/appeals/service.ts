import { appealSum } from '../../model/appeal-sums.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import { communityOf } from '../../model/plan.ts'
import { appealsWorkbook } from '../../documents/appeals/index.ts'
import type { OutputOf } from '../../contract/operations.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import type { Service } from '../../desk/service.ts'
import { takeToIndicators } from './indicators.ts'
import { appError } from '../../shared/app-error.ts'
import { appealAccount, appealsOfCommunity } from './account.ts'
import { typedCounts, type MonthCell } from './counts.ts'
import { applyAppeals, prepareAppeals, previewOf, type PreparedAppeals } from './sheet.ts'
import { refuseSubjects, subjectsOf } from './subjects.ts'

function monthOf(desk: Desk, { month, source, subject }: MonthCell): OutputOf<'appeals.get'>['rows'] {
  const ofSource = desk.store.read.appeals.ofMonth(desk.year.year, month).filter((each) => each.source === source)
  const byKey = Map.groupBy(ofSource, (each) => each.key)
  const rows = desk.facts.map((facts) => {
    const own = byKey.get(facts.key) ?? []
    return { ...communityOf(facts), counts: own.find((each) => each.subject === subject) ?? null, all: appealSum(own) }
  })
  return [...inPlaceOrder(rows, desk.placeOrder)]
}

/** The sheet of appeals that was previewed last. */
const previewedIn = (desk: Desk): { sheet: PreparedAppeals | null } => desk.kept('appeals', () => ({ sheet: null }))

export const appeals = (desk: Desk) =>
  ({
    'appeals.get': (cell) => ({ year: desk.year.year, rows: monthOf(desk, cell) }),
    'appeals.enter': async ({ cells, ...cell }) => {
      const { year } = desk.year
      const rows = typedCounts(desk, cell, cells)
      const params = { month: cell.month, count: cells.length }
      await desk.store.command('appeals.enter', { key: 'appealEnter', params }, (plan) => plan.appeals.save(year, rows))
      return { entered: cells.length }
    },
    'appeals.subjects': () => subjectsOf(desk),
    'appeals.saveSubjects': async ({ subjects }) => {
      refuseSubjects(desk, subjects)
      const params = { count: subjects.length }
      await desk.store.command('appeals.saveSubjects', { key: 'appealSubjects', params }, (plan) => plan.appealSubjects.save(subjects))
      return {}
    },
    'appeals.account': (wanted) => appealAccount(desk, wanted),
    'appeals.preview': async ({ source, month, task: _, ...file }, context) => {
      const sheet = await prepareAppeals(desk, file, { source, month: month ?? null }, context)
      previewedIn(desk).sheet = sheet
      return previewOf(desk, sheet)
    },
    'appeals.apply': async ({ id, communities, subjects, zeros }) => {
      const sheet = previewedIn(desk).sheet
      if (sheet?.id !== id) throw appError('import.stale')
      const done = await desk.whileImporting(sheet.file, () => applyAppeals(desk, sheet, { communities, subjects, zeros }))
      previewedIn(desk).sheet = null
      desk.files.free([sheet.handed])
      return done
    },
    'appeals.toIndicators': ({ into }) => takeToIndicators(desk, into),
    'appeals.export': async ({ language, ...wanted }) => {
      const { year, synthetic } = desk.year
      const { communities, total, scope } = appealAccount(desk, wanted)
      const byKey = new Map(communities.map((each) => [each.key, each]))
      const title = language === 'en' ? `Appeals ${year}` : `${year}年群众诉求情况表`
      const rows = desk.store.read.appeals.list(year).filter((each) => byKey.has(each.key))
      const given = { title, scope, lines: communities, total, rows, synthetic, language }
      const subjects = desk.store.read.appealSubjects.list()
      const bytes = await appealsWorkbook({ ...given, subjects, communityOf: (key) => byKey.get(key) })
      return fileAnswer(title, 'xlsx', bytes)
    },
    'appeals.of': ({ key }) => appealsOfCommunity(desk, key),
  }) satisfies Partial<Service>
