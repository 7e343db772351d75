import type { LogReader } from '../../desk/row-in-log.ts'
import type { HistoryChange } from '../../model/history.ts'
import type { Change } from '../../store/index.ts'

type Row = NonNullable<Change['before']>

const SUBJECTS = { community_year: 'community', ledger: 'ledger', indicator: 'indicator', indicator_group: 'group' } as const
const isCounted = (table: string): table is keyof typeof SUBJECTS => Object.hasOwn(SUBJECTS, table)

/**
 * The step that made a plan, as people would tell it: its name, its years with their policies, and how many communities, ledger entries,
 * indicators and groups it began with, in place of thousands of rows.
 */
export function createdInWords(changes: Iterable<Change>, policyOf: LogReader['policyOf']): HistoryChange[] {
  const told: HistoryChange[] = []
  const counts = new Map<string, { subject: HistoryChange['subject']; year: number | null; count: number }>()
  const tell = (
    subject: HistoryChange['subject'],
    { key, name, year = null, field, after }: Pick<HistoryChange, 'name' | 'field' | 'after'> & { key: string; year?: number | null },
  ): void => {
    told.push({ subject, key, name, year, field, before: null, after })
  }
  for (const { table, key, after } of changes) {
    if (after === null) continue
    if (isCounted(table)) {
      const year = table === 'community_year' || table === 'ledger' ? Number(key[0]) : null
      const group = `${table} ${year}`
      const known = counts.get(group) ?? { subject: SUBJECTS[table], year, count: 0 }
      counts.set(group, { ...known, count: known.count + 1 })
    } else tellRow(table, after, policyOf, tell)
  }
  return [
    ...told,
    ...[...counts.values()].map(({ subject, year, count }): HistoryChange => ({
      subject,
      key: '',
      name: '',
      year,
      field: 'count',
      before: 0,
      after: count,
    })),
  ]
}

function tellRow(
  table: string,
  row: Row,
  policyOf: LogReader['policyOf'],
  tell: (
    subject: HistoryChange['subject'],
    told: { key: string; name: string; year?: number | null; field: string; after: string | number | null },
  ) => void,
): void {
  const text = (column: string): string => String(row[column] ?? '')
  if (table === 'settings') tell('settings', { key: '1', name: text('name'), field: 'name', after: text('name') })
  if (table === 'policy') tell('policy', { key: text('id'), name: policyOf(text('id'), text('version')).zh, field: 'present', after: 1 })
  if (table === 'year')
    tell('year', {
      key: text('year'),
      name: text('year'),
      year: Number(row.year),
      field: 'policy',
      after: policyOf(text('policy_id'), text('policy_version')).zh,
    })
}
