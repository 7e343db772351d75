import { inShort, parsed, partPairs, presence, type RowInLog, type RowsInLog } from '../../desk/row-in-log.ts'
import type { HistorySubject } from '../../model/history.ts'

/** An indicator and a group of them are told part by part of their definition. */
const definition = (subject: HistorySubject): RowInLog => ({
  subject,
  tell: (change) => {
    const { before, after } = change
    const [was, is] = [parsed(before, 'definition'), parsed(after, 'definition')]
    return {
      key: String(change.key[0]),
      name: String(inShort((after === null ? was : is)['label'])),
      year: null,
      pairs: [presence(change), ...partPairs(was, is), ['position', before?.position ?? null, after?.position ?? null]],
    }
  },
})

export const dictionaryRows = { indicator: definition('indicator'), indicator_group: definition('group') } satisfies RowsInLog
