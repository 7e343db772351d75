import type { ProjectEvent, ProjectLine, UseCategory } from '../model/project.ts'
import { textIn, type Language } from '../model/text.ts'
import { formatMoney } from './money.ts'
import { DUTY_WORDS, PROJECT_PARTS, STATE_WORDS, STEP_WORDS } from './projects.ts'

/** The two sheets of a project: the notice to residents, and what is filed with the organization and finance departments. */
export type ProjectPaper = 'publication' | 'filing'
export interface PaperRow {
  key: string
  label: string
  said: string
}

const SAY = {
  zh: { community: '社区', stage: '公示阶段', cases: (count: number) => `${count}例`, changed: '变更情况', none: '无' },
  en: { community: 'Community', stage: 'Stage', cases: (count: number) => String(count), changed: 'Changes', none: 'none' },
} as const

/** @returns the stage that a notice printed now is for: before, during or after */
export function stageOf({ dates }: Pick<ProjectLine, 'dates'>): 'before' | 'during' | 'after' {
  if (dates.settled !== undefined) return 'after'
  return dates.started !== undefined ? 'during' : 'before'
}

/** Amounts of a sheet are all in 元, so that they can be compared and added up. */
const moneyIn = (fen: number, language: Language): string => `${formatMoney(fen, 'yuan')}${language === 'zh' ? '元' : ' yuan'}`

/** A step as a line of a sheet tells it: 2026-04-10，居民代表会议，10,000元. */
function stepInWords({ date, amountFen, body, document, code, reason }: ProjectEvent, language: Language): string {
  const parts = [date, body, amountFen === null ? '' : moneyIn(amountFen, language), document, code, reason]
  return parts.filter((each) => each !== '').join(language === 'zh' ? '，' : ', ')
}

/** @returns the rows of a project's sheet, in order; what is not known yet has an empty line to be filled in by hand */
export function projectPaperRows(
  paper: ProjectPaper,
  line: ProjectLine,
  events: readonly ProjectEvent[],
  categories: readonly UseCategory[],
  language: Language,
): PaperRow[] {
  const say = SAY[language]
  const money = (fen: number | null): string => (fen === null ? '' : moneyIn(fen, language))
  const use = categories.find((each) => each.key === line.category)
  const of = (kind: ProjectEvent['kind']): string =>
    events
      .filter((each) => each.kind === kind)
      .map((each) => stepInWords(each, language))
      .join('\n')
  const part = (key: keyof typeof PROJECT_PARTS, said: string): PaperRow => ({ key, label: textIn(PROJECT_PARTS[key], language), said })
  const step = (kind: ProjectEvent['kind']): PaperRow => ({ key: kind, label: textIn(STEP_WORDS[kind], language), said: of(kind) })
  const common = [
    { key: 'community', label: say.community, said: `${line.district}${line.subdistrict}${line.name}` },
    part('number', `${line.year}-${line.number}`),
    part('purpose', line.purpose),
    part('category', use === undefined ? line.category : textIn(use.name, language)),
    ...(line.cases === null ? [] : [part('cases', say.cases(line.cases))]),
    part('plannedFen', money(line.plannedFen)),
    ...(line.urgent === '' ? [] : [part('urgent', line.urgent)]),
    step('proposed'),
    step('decided'),
  ]
  if (paper === 'filing')
    return [
      ...common,
      part('approvedFen', money(line.approvedFen)),
      { key: 'changed', label: say.changed, said: of('changed') || say.none },
      step('filed'),
      part('note', line.note),
    ]
  const stage = stageOf(line)
  return [
    { key: 'stage', label: say.stage, said: textIn(DUTY_WORDS[stage], language) },
    ...common,
    part('approvedFen', money(line.approvedFen)),
    ...(stage === 'before' ? [] : [step('contracted'), step('started')]),
    ...(stage === 'after' ? [step('paid'), step('accepted'), step('settled')] : [part('paidFen', money(line.paidFen))]),
    part('state', textIn(STATE_WORDS[line.state], language)),
  ]
}
