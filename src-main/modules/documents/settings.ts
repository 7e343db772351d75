import { DELIVERED_SETTINGS } from '../../words/papers.ts'
import { Department, ReportSettings, TABLE_NAMES, TableSettings, type DocumentSettings, type TableName } from '../../model/paper.ts'
import type { Desk } from '../../desk/desk.ts'

/**
 * Under which name a paper's settings are kept in the plan: `statistics` there are the columns and groups of the statistics,
 * which are set apart.
 */
export const settingNameOf = (name: TableName | 'department' | 'report'): string => (name === 'statistics' ? 'statisticsPaper' : name)

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
      changed: [
        ...(department ? ['department'] : []),
        ...(report ? ['report'] : []),
        ...tables.flatMap(([name, settings]) => (settings ? [name] : [])),
      ],
    }
  })
}
