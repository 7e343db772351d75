import type { Decision, RequestedTask } from '../../model/request.ts'
import type { Language, Text } from '../../model/text.ts'
import type { Change } from '../../store/index.ts'
import { DECISION_PARTS, decisionInWords, partInWords, REQUEST_PART_NAMES, REQUEST_PARTS } from '../../words/requests.ts'
import { presence, type LogReader, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'

const NOT_SAID: Text = { zh: '', en: '' }
const inBoth = (say: (language: Language) => string): Text => ({ zh: say('zh'), en: say('en') })
const pairOf = (field: Text, before: Text, after: Text): Pair[] =>
  before.zh === after.zh ? [] : [[field.zh, before.zh, after.zh, { field, before, after }]]

/** A row as the request that it holds. */
const taskIn = (row: Row): RequestedTask =>
  ({
    ...row,
    timesAYear: row['times_a_year'],
    moneyFen: row['money_fen'],
    wantedFrom: row['wanted_from'],
    scope: JSON.parse(String(row['scope'])) as unknown,
  }) as unknown as RequestedTask
const decisionIn = (row: Row | null): Decision | null =>
  row === null || row['decision'] === null ? null : (JSON.parse(String(row['decision'])) as Decision)

function partPairs({ before, after }: Change, nameOf: (key: string) => string): Pair[] {
  const said = (row: Row | null, part: (typeof REQUEST_PART_NAMES)[number]): Text =>
    row === null ? NOT_SAID : inBoth((language) => partInWords(part, taskIn(row), nameOf, language))
  return REQUEST_PART_NAMES.flatMap((part) => pairOf(REQUEST_PARTS[part], said(before, part), said(after, part)))
}

function decisionPairs({ before, after }: Change): Pair[] {
  const [was, is] = [decisionIn(before), decisionIn(after)]
  const said = (decision: Decision | null, part: keyof Decision): Text => {
    if (part === 'outcome') return inBoth((language) => decisionInWords(decision, language))
    return decision === null ? NOT_SAID : inBoth(() => decision[part])
  }
  return (Object.keys(DECISION_PARTS) as (keyof Decision)[]).flatMap((part) =>
    pairOf(DECISION_PARTS[part], said(was, part), said(is, part)),
  )
}

const told = (change: Change, { nameOf, currentYear }: LogReader): Pair[] => [
  presence(change),
  ...partPairs(change, (key) => nameOf(key, currentYear)),
  ...decisionPairs(change),
]

export const requestRows = {
  admission_request: {
    subject: 'admissionRequest',
    tell: (change, reader) => ({
      key: String(change.key[0]),
      name: String((change.after ?? change.before)!['title']),
      year: null,
      pairs: told(change, reader),
    }),
  },
  admission_period: {
    subject: 'admissionPeriod',
    tell: ({ key, before, after }) => {
      const label: Text =
        key[0] === 'ahead'
          ? { zh: '提前申请（工作日）', en: 'Asked ahead (working days)' }
          : { zh: '答复期限（工作日）', en: 'Decided within (working days)' }
      const said = (row: Row | null): Text => (row === null ? NOT_SAID : inBoth(() => String(row['days'])))
      return { key: String(key[0]), name: label.zh, year: null, pairs: pairOf(label, said(before), said(after)) }
    },
  },
} satisfies RowsInLog
