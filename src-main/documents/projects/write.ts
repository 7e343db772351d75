import type { ProjectEvent, ProjectLine, UseCategory } from '../../model/project.ts'
import { textIn, type Language } from '../../model/text.ts'
import { PROJECT_FIELDS } from '../../words/project-fields.ts'
import { EVENT_PARTS, PROJECT_PARTS, STATE_WORDS, STEP_WORDS } from '../../words/projects.ts'
import { CENTRED, MONEY, TEXT, type Look } from '../workbook/look.ts'
import { yuan, type Content } from '../workbook/page.ts'
import { sheetOfSections } from '../workbook/sections.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'
import { RESULT_AMOUNTS, resultHeading } from './columns.ts'

/** A project with its steps, as it goes into the workbook. */
export interface RegisterLine {
  line: ProjectLine
  events: readonly ProjectEvent[]
}
interface Input {
  title: string
  categories: readonly UseCategory[]
  synthetic: boolean
  language: Language
}

const SAY = {
  zh: {
    projects: '项目',
    steps: '项目步骤',
    places: ['社区代码', '社区', '街道', '区县'],
    unit: '金额单位：元',
    note: '可改后再导入：新增的行写在后面；步骤表里补记步骤。',
  },
  en: {
    projects: 'Projects',
    steps: 'Steps',
    places: ['Code', 'Community', 'Subdistrict', 'District'],
    unit: 'Amounts in yuan',
    note: 'Can be changed and imported again.',
  },
} as const

const money = (fen: number | null): Content => (fen === null ? null : yuan(fen))
const placeOf = ({ code, name, subdistrict, district }: ProjectLine): Content[] => [code, name, subdistrict, district]

/** @returns the register as a workbook that is read again as it is: a sheet of projects, and a sheet of their steps */
export function projectsWorkbook(lines: readonly RegisterLine[], { title, categories, synthetic, language }: Input): Promise<Uint8Array> {
  const say = SAY[language]
  const column = (heading: string, look: Look = TEXT, widest = 28) => ({ heading, look, widest })
  const places = say.places.map((heading) => column(heading, CENTRED, 20))
  const number = column(textIn(PROJECT_PARTS.number, language), CENTRED, 14)
  const projects = {
    heading: say.projects,
    columns: [
      ...places,
      number,
      ...PROJECT_FIELDS.map(({ key, heading }) => column(textIn(heading, language), key === 'plannedFen' ? MONEY : TEXT)),
      column(textIn(PROJECT_PARTS.state, language), CENTRED, 16),
      ...RESULT_AMOUNTS.map((each) => column(resultHeading(each, language), MONEY)),
    ],
    rows: lines.map(({ line }) => (): Content[] => [
      ...placeOf(line),
      line.number,
      ...PROJECT_FIELDS.map((field) => (field.key === 'plannedFen' ? money(line.plannedFen) : field.write(line, categories, language))),
      textIn(STATE_WORDS[line.state], language),
      ...RESULT_AMOUNTS.map((each) => money(line[each])),
    ]),
  }
  const parts = ['document', 'code', 'reason'] as const
  const steps = {
    heading: say.steps,
    columns: [
      ...places,
      number,
      ...(['kind', 'date'] as const).map((part) => column(textIn(EVENT_PARTS[part], language), CENTRED, 16)),
      column(textIn(EVENT_PARTS.amountFen, language), MONEY),
      column(textIn(EVENT_PARTS.body, language)),
      ...parts.map((part) => column(textIn(EVENT_PARTS[part], language))),
    ],
    rows: lines.flatMap(({ line, events }) =>
      events.map((event) => (): Content[] => [
        ...placeOf(line),
        line.number,
        textIn(STEP_WORDS[event.kind], language),
        event.date,
        money(event.amountFen),
        event.body,
        ...parts.map((part) => event[part]),
      ]),
    ),
  }
  const sheets = [projects, steps].map((section) =>
    sheetOfSections(
      { name: section.heading, title, left: say.note, right: say.unit, columns: section.columns.length, synthetic, language },
      [section],
    ),
  )
  return wholeBook(writtenBook(sheets, { title, creator: 'Quanheng' }))
}
