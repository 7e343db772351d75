import type { Project, ProjectPlan, UseCategory } from '../model/project.ts'
import { FEN_PER_YUAN } from '../model/money.ts'
import { comparable, textIn, type Language, type Text } from '../model/text.ts'
import { readAmountText, refuse, TYPED, type Refusal, type Surroundings } from '../model/value.ts'
import { isBlankMark, parseWrittenNumber } from '../model/written-number.ts'
import { PROJECT_PARTS } from './projects.ts'

/** A field of a project's plan: its heading, what sheets also call it, and how it is written into a cell and read from one. */
export interface ProjectField {
  key: keyof ProjectPlan
  heading: Required<Text>
  synonyms: readonly string[]
  /** Shares of the width. */
  width: number
  write(project: ProjectPlan, categories: readonly UseCategory[], language: Language): string
  /** @returns what the field becomes, or why the text can't be read */
  read(text: string, categories: readonly UseCategory[], around: Surroundings): Partial<ProjectPlan> | Refusal
}

/** Whether a text could not be read. */
export const isRefusal = (read: object): read is Refusal => 'code' in read

const LIMITS = { purpose: 200, urgent: 500, note: 500 } as const
const text = (key: 'purpose' | 'urgent' | 'note', width: number, synonyms: readonly string[]): ProjectField => ({
  key,
  heading: PROJECT_PARTS[key],
  synonyms,
  width,
  write: (project) => project[key],
  read: (given) => {
    const { zh: what, en: whatEn } = PROJECT_PARTS[key]
    const said = given.trim()
    if (key === 'purpose' && said === '') return refuse('project.fieldMissing', { what, whatEn })
    return said.length > LIMITS[key]
      ? refuse('project.textLong', { what, whatEn, limit: LIMITS[key], value: said.length })
      : { [key]: said }
  },
})

const category: ProjectField = {
  key: 'category',
  heading: PROJECT_PARTS.category,
  synonyms: ['类别', '经费类别', '使用类别', '项目类别'],
  width: 12,
  write: (project, categories, language) => {
    const found = categories.find((each) => each.key === project.category)
    return found === undefined ? project.category : textIn(found.name, language)
  },
  read: (given, categories) => {
    const word = comparable(given)
    const found = categories.find(({ key, name }) => [key, name.zh, name.en].some((each) => each !== '' && comparable(each) === word))
    return found === undefined
      ? refuse('project.categoryUnknown', {
          value: given.trim(),
          options: categories.map(({ name }) => name.zh).join('、'),
          optionsEn: categories.map(({ name }) => name.en || name.zh).join(', '),
        })
      : { category: found.key }
  },
}

const planned: ProjectField = {
  key: 'plannedFen',
  heading: PROJECT_PARTS.plannedFen,
  synonyms: ['预算金额', '预算', '项目预算', '计划投入', '申报金额'],
  width: 12,
  write: ({ plannedFen }) => String(plannedFen / FEN_PER_YUAN),
  read: (given, _, around) => {
    const reading = readAmountText(given, around)
    if (!('value' in reading)) return refuse(reading.code, { value: given.trim(), ...reading.params })
    const { zh: what, en: whatEn } = PROJECT_PARTS.plannedFen
    return reading.value === null ? refuse('project.fieldMissing', { what, whatEn }) : { plannedFen: reading.value }
  },
}

const MOST_CASES = 100_000
const cases: ProjectField = {
  key: 'cases',
  heading: PROJECT_PARTS.cases,
  synonyms: ['例数', '帮扶户数', '帮扶人次'],
  width: 9,
  write: (project) => (project.cases === null ? '' : String(project.cases)),
  read: (given) => {
    if (isBlankMark(given)) return { cases: null }
    const number = parseWrittenNumber(given)
    const isCount = number !== null && ['', '例', '户', '人', '人次'].includes(number.behind) && Number.isSafeInteger(number.number)
    return isCount && number.number >= 1 && number.number <= MOST_CASES
      ? { cases: number.number }
      : refuse('project.countExpected', { value: given.trim() })
  },
}

/** What is planned of a project, field by field, for the grid and for sheets. */
export const PROJECT_FIELDS: readonly ProjectField[] = [
  text('purpose', 28, ['项目', '事项', '项目内容', '使用事项']),
  category,
  planned,
  cases,
  text('urgent', 16, ['紧急', '紧急说明']),
  text('note', 24, ['备注']),
]
export const projectField = (key: string): ProjectField | undefined => PROJECT_FIELDS.find((each) => each.key === key)

/** How a project's fields are read where they are typed. */
export const readProjectCell = (
  project: Project,
  field: ProjectField,
  given: string,
  categories: readonly UseCategory[],
): Project | Refusal => {
  const read = field.read(given, categories, TYPED)
  return isRefusal(read) ? read : { ...project, ...read }
}
