import { isDeepStrictEqual } from 'node:util'
import { parsed, partPairs, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'
import { deliveredSetting, paperInWords, settingInWords } from './setting-words.ts'

/** The looks of a paper, part by part. A paper as delivered has no row. */
function settingPairs(key: string, before: Row | null, after: Row | null): Pair[] {
  const [was, is] = [before, after].map((row) => (row === null ? deliveredSetting(key) : parsed(row, 'setting'))) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ]
  return partPairs(was, is)
    .filter(([part]) => !isDeepStrictEqual(was[part], is[part]))
    .map(([part, old, now]) => [part, old, now, settingInWords(key, part, was[part], is[part])])
}

export const documentRows = {
  document_setting: {
    subject: 'documentSetting',
    tell: ({ key, before, after }) => {
      const name = String(key[0])
      return { key: name, name: paperInWords(name).zh, year: null, pairs: settingPairs(name, before, after) }
    },
  },
} satisfies RowsInLog
