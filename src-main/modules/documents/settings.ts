import { isDeepStrictEqual } from 'node:util'
import { DELIVERED_SETTINGS } from '../../words/papers.ts'
import { Department, ReportSettings, TABLE_NAMES, TableSettings, type DocumentSettings, type TableName } from '../../model/paper.ts'
import type { Desk } from '../../desk/desk.ts'

/**
 * Under which name a paper's settings are kept in the plan: `statistics` there are the columns and groups of the statistics,
 * which are set apart.
 */
export const settingNameOf = (name: TableName | 'department' | 'report'): string => (name === 'statistics' ? 'statisticsPaper' : name)

type OwnTables = readonly (readonly [TableName, TableSettings | undefined])[]

/** The papers that look otherwise than delivered; the signatures that most of them have are no difference of any one. */
function changedIn(tables: OwnTables): TableName[] {
  const signaturesOf = ([name, own]: OwnTables[number]): TableSettings['signatures'] => (own ?? DELIVERED_SETTINGS.tables[name]).signatures
  const alike = [...Map.groupBy(tables.map(signaturesOf), (each) => JSON.stringify(each)).values()]
  const signatures = alike.toSorted((one, other) => other.length - one.length)[0]![0]!
  return tables.flatMap(([name, own]) =>
    own === undefined || isDeepStrictEqual(own, { ...DELIVERED_SETTINGS.tables[name], signatures }) ? [] : [name],
  )
}

/**
 * How the papers look: what was set, over what is delivered. A setting that no longer fits its shape (written by another version)
 * counts as not set.
 */
export function settingsOf(desk: Desk): DocumentSettings {
  return desk.derived('document settings', () => {
    const own = desk.store.read.documentSettings.all()
    const tables = TABLE_NAMES.map((name) => [name, TableSettings.safeParse(own.get(settingNameOf(name))).data] as const)
    const [department, report] = [Department.safeParse(own.get('department')).data, ReportSettings.safeParse(own.get('report')).data]
    return {
      department: department ?? DELIVERED_SETTINGS.department,
      report: report ?? DELIVERED_SETTINGS.report,
      tables: Object.fromEntries(
        tables.map(([name, settings]) => [name, settings ?? DELIVERED_SETTINGS.tables[name]]),
      ) as DocumentSettings['tables'],
      changed: [...(department ? ['department'] : []), ...(report ? ['report'] : []), ...changedIn(tables)],
    }
  })
}
