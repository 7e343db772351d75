import {
  ADOPTED_PAPERS,
  COMMUNITY_PAPERS,
  fillGaps,
  gapsKnownIn,
  RECONCILED_PAPERS,
  TABLE_NAMES,
  unknownGaps,
  type OwnText,
  type ReportSettings,
  type TableName,
} from '../../model/paper.ts'
import type { Summary } from '../../words/summaries.ts'
import { cutTo, textIn } from '../../model/text.ts'
import { insertedWithinText } from '../../model/report.ts'
import { statisticsWords } from '../../documents/statistics-workbook/index.ts'
import { reportDocument, sizeOfPng } from '../../documents/word-report/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { problem } from '../../model/problem.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import { isUnreconciled } from '../../desk/outgoing.ts'
import { chosenForStatements, MOST_STATEMENTS, type StatementChoice } from '../../model/statements.ts'
import { statementsInWords, workPlanInWords, UNRECONCILED } from '../../words/papers.ts'
import { settingNameOf, settingsOf } from './settings.ts'
import { PRINTING_STAGES, type Service } from '../../desk/service.ts'
import { paperInWords } from './setting-words.ts'
import { statisticsSettings } from '../statistics/index.ts'

/** The file of a comparison: its title names what only the page knows. */
const COMPARISON = { zh: '{year} 年方案比较表', en: 'Comparison of plans, {year}' }

/** @throws document.gapUnknown */
function refuseUnknownGaps(paper: TableName | 'report', texts: readonly OwnText[]): void {
  const known = gapsKnownIn(paper)
    .map((each) => `{${each}}`)
    .join(' ')
  const unknown = unknownGaps(paper, texts)
  if (unknown.length > 0)
    throw new AppError(unknown.map(({ text, gap }) => problem('document.gapUnknown', { text: cutTo(text, 80), gap, known })))
}

/** @throws document.gapUnknown, document.gapNotAlone */
function refuseReport({ title, body }: ReportSettings): void {
  refuseUnknownGaps('report', [title, body])
  const within = (['zh', 'en'] as const).flatMap((language) => [
    ...insertedWithinText(title[language], false),
    ...insertedWithinText(body[language]),
  ])
  if (within.length > 0) throw new AppError(within.map(({ text, gap }) => problem('document.gapNotAlone', { text: cutTo(text, 80), gap })))
}

/** What a title may name; a name that only the page knows is left out of the file's name. */
function titleOf(desk: Desk, paper: TableName, query: Readonly<Record<string, string>>, language: 'zh' | 'en'): string {
  const { tables, department } = settingsOf(desk)
  const adopted = desk.store.read.adopted.list().find((each) => each.id === Number(query['adopted']))
  const year = adopted?.year ?? desk.year.year
  const gaps = {
    year,
    department: textIn(department, language),
    plan: desk.planTitle,
    community: statementsInWords(
      query,
      (desk.facts.find((each) => each.key === query['community']) ?? desk.facts[0])?.name ?? '',
      language,
    ),
    scope: paper === 'workPlan' ? workPlanInWords(query, language) : '',
    base: '',
    other: '',
    policy: '',
    heading: statisticsSettings(desk).title || statisticsWords[language].title(year),
  }
  return fillGaps(textIn(paper === 'comparison' ? COMPARISON : tables[paper].title, language), gaps)
}

/** The step's words: which paper it is about. */
function saidOfPaper(key: string): Summary {
  const { zh, en } = paperInWords(key)
  return { key: 'documentSave', params: { paper: zh, paperEn: en } }
}

/** @throws document.presentOnly where an address names an adopted plan for a paper that is not kept with it; plan.adoptedUnknown */
function refuseAdopted(desk: Desk, paper: TableName, title: string, adopted: string): void {
  if (!ADOPTED_PAPERS.includes(paper)) throw appError('document.presentOnly', { title, known: ADOPTED_PAPERS.join(' ') })
  if (desk.store.read.adopted.list().every((each) => String(each.id) !== adopted)) throw appError('plan.adoptedUnknown', { value: adopted })
}

/** Said before anything is begun. @throws document.tooManyStatements */
function refuseTooMany(desk: Desk, query: StatementChoice & Readonly<Record<string, string>>): void {
  const { adopted } = query
  const { communities } = adopted === undefined ? desk.result : desk.store.read.adopted.result(Number(adopted))!
  const { length: count } = chosenForStatements(communities, query)
  if (count > MOST_STATEMENTS) throw appError('document.tooManyStatements', { count, limit: MOST_STATEMENTS })
}

/** Papers that are handed in: their settings, tables as PDF, the explanatory note. */
export const documents = (desk: Desk) =>
  ({
    'documents.settings': () => settingsOf(desk),
    'documents.save': async ({ department, table, report }) => {
      if (table !== undefined)
        refuseUnknownGaps(table.name, [table.settings.title, table.settings.note, table.settings.attachment, ...table.settings.signatures])
      if (report !== undefined) refuseReport(report)
      await desk.store.command(
        'documents.save',
        saidOfPaper(settingNameOf(table?.name ?? (report === undefined ? 'department' : 'report'))),
        ({ documentSettings }) => {
          if (department !== undefined) documentSettings.save('department', department)
          if (table !== undefined) documentSettings.save(settingNameOf(table.name), table.settings)
          if (report !== undefined) documentSettings.save('report', report)
        },
      )
      return {}
    },
    'documents.sign': async ({ signatures }) => {
      const { tables } = settingsOf(desk)
      for (const name of TABLE_NAMES) refuseUnknownGaps(name, signatures)
      await desk.store.command('documents.sign', { key: 'documentsSign', params: {} }, ({ documentSettings }) => {
        for (const name of TABLE_NAMES) documentSettings.save(settingNameOf(name), { ...tables[name], signatures })
      })
      return {}
    },
    'documents.reset': async ({ name }) => {
      await desk.store.command('documents.reset', saidOfPaper(settingNameOf(name)), (plan) =>
        plan.documentSettings.remove(settingNameOf(name)),
      )
      return {}
    },
    'document.pdf': async ({ table, query: asked, language, unreconciled }, { signal, progress, printPage }) => {
      const isOfYear = RECONCILED_PAPERS.includes(table) && asked['adopted'] === undefined
      const isMarked = isOfYear && isUnreconciled(desk, unreconciled)
      const query = isMarked ? { ...asked, unreconciled: 'mark' } : asked
      const title = `${titleOf(desk, table, query, language)}${isMarked ? ` ${textIn(UNRECONCILED, language)}` : ''}`
      if (query['adopted'] !== undefined) refuseAdopted(desk, table, title, query['adopted'])
      if (COMMUNITY_PAPERS.includes(table)) refuseTooMany(desk, query)
      if (printPage === undefined) throw appError('document.noBrowser')
      const bytes = await printPage(`print/${table}?${new URLSearchParams({ ...query, language }).toString()}`, signal, (stage) =>
        progress(stage, PRINTING_STAGES, ''),
      )
      return fileAnswer(title, 'pdf', bytes)
    },
    'report.export': async ({ language, charts, unreconciled }) => {
      const mark = isUnreconciled(desk, unreconciled) ? textIn(UNRECONCILED, language) : undefined
      const { department, report } = settingsOf(desk)
      refuseReport(report)
      const pictures = charts.map((each) => ({ ...each, png: Buffer.from(each.png, 'base64') }))
      const broken = pictures.filter((each) => sizeOfPng(each.png) === null)
      if (broken.length > 0) throw new AppError(broken.map((each) => problem('document.notPng', { title: each.title })))
      const { policy, dictionary } = desk
      const { title, bytes } = await reportDocument({
        result: desk.arranged(desk.result),
        source: { policy, dictionary },
        department: textIn(department, language),
        plan: desk.planTitle,
        settings: report,
        language,
        charts: pictures,
        mark,
      })
      return fileAnswer(mark === undefined ? title : `${title} ${mark}`, 'docx', bytes)
    },
  }) satisfies Partial<Service>
