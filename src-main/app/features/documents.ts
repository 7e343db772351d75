import { fillGaps, gapsKnownIn, unknownGaps, type OwnText, type TableName } from '../../contract/document-settings.ts'
import { textIn } from '../../contract/text.ts'
import { reportDocument } from '../../documents/word-report/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { problem } from '../../contract/problem.ts'
import type { Desk } from '../desk.ts'
import { settingsOf } from '../document-settings.ts'
import type { Service } from '../service.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A title may hold what a file's name may not. */
const fileNameOf = (title: string, extension: string): string => `${title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim().slice(0, 120) || 'quanheng'}.${extension}`

/** @throws document.gapUnknown */
function refuseUnknownGaps(paper: TableName | 'report', texts: readonly OwnText[]): void {
  const known = gapsKnownIn(paper).map((each) => `{${each}}`).join(' ')
  const unknown = unknownGaps(paper, texts)
  if (unknown.length > 0) throw new AppError(unknown.map(({ text, gap }) => problem('document.gapUnknown', { text: text.slice(0, 80), gap, known })))
}

/** What a title may name; a name that only the page knows is left out of the file's name. */
function titleOf(desk: Desk, table: TableName, query: Readonly<Record<string, string>>, language: 'zh' | 'en'): string {
  const { tables, department } = settingsOf(desk)
  const adopted = desk.store.read.adopted.list().find((each) => each.id === Number(query['adopted']))
  const gaps = {
    year: adopted?.year ?? desk.year.year, department: textIn(department, language), plan: desk.store.read.settings.get().name,
    community: desk.facts.find((each) => each.key === query['community'])?.name ?? '', base: '', other: '', policy: '',
  }
  return fillGaps(textIn(tables[table].title, language), gaps)
}

/** Papers that are handed in: their settings, tables as PDF, the explanatory note. */
export const documents = (desk: Desk) => ({
  'documents.settings': () => settingsOf(desk),
  'documents.save': async ({ department, table, report }) => {
    if (table !== undefined) refuseUnknownGaps(table.name, [table.settings.title, table.settings.note, table.settings.attachment, ...table.settings.signatures])
    if (report !== undefined) refuseUnknownGaps('report', [report.title, report.body])
    await desk.store.command('documents.save', table?.name ?? (report === undefined ? 'department' : 'report'), ({ documentSettings }) => {
      if (department !== undefined) documentSettings.save('department', department)
      if (table !== undefined) documentSettings.save(table.name, table.settings)
      if (report !== undefined) documentSettings.save('report', report)
    })
    return {}
  },
  'documents.reset': async ({ name }) => {
    await desk.store.command('documents.reset', name, (plan) => plan.documentSettings.remove(name))
    return {}
  },
  'document.pdf': async ({ table, query, language }, { signal, printPage }) => {
    const title = titleOf(desk, table, query, language)
    if (printPage === undefined) throw appError('document.noBrowser')
    const bytes = await printPage(`print/${table}?${new URLSearchParams({ ...query, language }).toString()}`, signal)
    return { fileName: fileNameOf(title, 'pdf'), mediaType: 'application/pdf', base64: Buffer.from(bytes).toString('base64') }
  },
  'report.export': async ({ language, charts }) => {
    const { department, report } = settingsOf(desk)
    refuseUnknownGaps('report', [report.title, report.body])
    const { result, policy, dictionary } = desk
    const { title, bytes } = await reportDocument({
      result, source: { policy, dictionary }, department: textIn(department, language), plan: desk.store.read.settings.get().name, settings: report, language,
      charts: charts.map((each) => ({ title: each.title, png: Buffer.from(each.png, 'base64') })),
    })
    return { fileName: fileNameOf(title, 'docx'), mediaType: DOCX, base64: Buffer.from(bytes).toString('base64') }
  },
}) satisfies Partial<Service>
