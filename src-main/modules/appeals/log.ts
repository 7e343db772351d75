import {
  APPEAL_COUNT_NAMES,
  APPEAL_COUNT_WORDS,
  DELIVERED_SUBJECTS,
  NO_SUBJECT,
  SOURCE_WORDS,
  type AppealSource,
} from '../../model/appeal.ts'
import { textIn, type Language } from '../../model/text.ts'
import { plainRow, type Pair, type RowInLog, type RowsInLog } from '../../desk/row-in-log.ts'
import { appealColumn } from '../../store/index.ts'

/** A subject of the department's own has the name under which it was added as its id. */
const subjectIn = (id: string, language: Language): string => {
  if (id === NO_SUBJECT) return ''
  const delivered = DELIVERED_SUBJECTS.find((each) => each.id === id)
  return ` ${delivered === undefined ? id : textIn(delivered.label, language)}`
}

const counts: RowInLog = {
  subject: 'appealCount',
  tell: ({ key: [year, key, month, source, subject], before, after }, { nameOf }) => {
    const about = (language: Language): string => {
      const from = textIn(SOURCE_WORDS[source as AppealSource], language)
      return `${language === 'zh' ? `${month}月` : `Month ${month},`} ${from}${subjectIn(String(subject), language)}`
    }
    const said = (value: unknown) => ({ zh: String(value ?? ''), en: String(value ?? '') })
    return {
      key: String(key),
      name: nameOf(String(key), Number(year)),
      year: Number(year),
      pairs: APPEAL_COUNT_NAMES.map((name): Pair => {
        const { zh, en } = APPEAL_COUNT_WORDS[name]
        const field = { zh: `${about('zh')} ${zh}`, en: `${about('en')}: ${en}` }
        const [was, is] = [before?.[appealColumn(name)] ?? null, after?.[appealColumn(name)] ?? null]
        return [field.zh, was, is, { field, before: said(was), after: said(is) }]
      }),
    }
  },
}

export const appealRows = { appeal_count: counts, appeal_subject: plainRow('appealSubject', (row) => row.zh) } satisfies RowsInLog
