import type { HistorySubject } from '../../model/history.ts'
import type { ProjectState, ProjectStep } from '../../model/project.ts'
import type { Text } from '../../model/text.ts'
import type { Change } from '../../store/index.ts'
import { EVENT_PARTS, PROJECT_PARTS, STATE_WORDS, STEP_WORDS, USE_ANSWER_WORDS } from '../../words/projects.ts'
import { moneyInWords } from '../../words/money.ts'
import { plainRow, presence, type Pair, type Row, type RowInLog, type RowsInLog } from '../../desk/row-in-log.ts'

type Part = readonly [column: string, field: Text, said?: (value: string | number) => Text]
const NOT_SAID: Text = { zh: '', en: '' }
const money = (value: string | number): Text => ({ zh: moneyInWords(Number(value), 'zh'), en: moneyInWords(Number(value), 'en') })
const plain = (value: string | number): Text => ({ zh: String(value), en: String(value) })

/** Whatever of these parts was changed. */
function changedParts({ before, after }: Change, parts: readonly Part[]): Pair[] {
  const said = (row: Row | null, [column, , say = plain]: Part): Text => {
    const value = row?.[column] ?? null
    return value === null || value === '' ? NOT_SAID : say(value)
  }
  return parts.flatMap((part) => {
    const [was, is] = [said(before, part), said(after, part)]
    return was.zh === is.zh ? [] : [[part[1].zh, was.zh, is.zh, { field: part[1], before: was, after: is }] as Pair]
  })
}

/** A row of a community and year, told part by part. */
export const partsRow = (subject: HistorySubject, parts: readonly Part[]): RowInLog => ({
  subject,
  tell: (change, { nameOf }) => {
    const [year, key] = [Number(change.key[0]), String(change.key[1])]
    return { key, name: nameOf(key, year), year, pairs: [presence(change), ...changedParts(change, parts)] }
  },
})

export const amountPart = (column: string, field: Text): Part => [column, field, money]

export const projectRows = {
  project: partsRow('project', [
    ['number', PROJECT_PARTS.number],
    ['purpose', PROJECT_PARTS.purpose],
    ['category', PROJECT_PARTS.category],
    amountPart('planned_fen', PROJECT_PARTS.plannedFen),
    ['cases', PROJECT_PARTS.cases],
    ['urgent', PROJECT_PARTS.urgent],
    ['note', PROJECT_PARTS.note],
    ['use_answer', PROJECT_PARTS.use, (value) => USE_ANSWER_WORDS[value as 'allowed' | 'forbidden']],
    ['state', PROJECT_PARTS.state, (value) => STATE_WORDS[value as ProjectState]],
  ]),
  project_event: partsRow('projectEvent', [
    ['number', PROJECT_PARTS.number],
    ['kind', EVENT_PARTS.kind, (value) => STEP_WORDS[value as ProjectStep]],
    ['date', EVENT_PARTS.date],
    amountPart('amount_fen', EVENT_PARTS.amountFen),
    ['body', EVENT_PARTS.body],
    ['document', EVENT_PARTS.document],
    ['code', EVENT_PARTS.code],
    ['reason', EVENT_PARTS.reason],
  ]),
  closed_register: plainRow('closedRegister', (row) => row['year']),
  spending_setting: plainRow('spendingSetting', (row) => row['name']),
} satisfies RowsInLog
