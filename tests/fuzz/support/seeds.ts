import Database from 'better-sqlite3'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPlanFile } from '../../../src-main/store/index.ts'
import { RESOURCES, ROOT } from '../../support/project.ts'
import { smallPackage } from '../../support/small-package.ts'
import { gbkBytes, oneSheet, workbookBytes } from '../../support/spreadsheet-files.ts'
import { newPlan } from '../../store/support/new-plan.ts'
import { community, options } from '../../store/support/plans.ts'
import type { FileKind } from './files.ts'

const ROWS = [
  ['2023年社区基本情况表', '', '', '', '', ''],
  ['区县', '街道', '社区名称', '常住人口（万人）', '老旧楼院', '支出（元）'],
  ['城北区', '朝阳街道', '山川社区', 1.7, 3, 100_000],
  ['城北区', '朝阳街道', '祁连路西社区', '9 000人', '18个', '20万元'],
  ['合计', '', '', 2.6, 21, 300_000],
]
const APPEALS = [
  ['月份', '社区', '来源', '类别', '办结日期'],
  ['3月', '山川社区', '12345', '物业', '2023-03-05'],
  ['4月', '山川社区', '自查', '环境', '2023-04-05'],
]
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const separated = (rows: readonly (readonly unknown[])[], by: string): string => rows.map((row) => row.join(by)).join('\r\n')

/** A plan with three years of communities and some steps, closed. */
async function plan(folder: string): Promise<Uint8Array> {
  const file = join(folder, 'seed.quanheng')
  const store = createPlanFile(file, options, newPlan)
  for (let step = 1; step <= 12; step++)
    await store.command('x', `第${step}步`, (writer) => writer.communities.save(2026, [community(step), community(step + 20)]))
  await store.close()
  const whole = join(folder, 'whole.quanheng')
  copyFileSync(file, whole)
  const connection = new Database(whole)
  connection.pragma('journal_mode = DELETE')
  connection.close()
  return readFileSync(whole)
}

/** @param folder for what has to be made as a file @returns real files of each kind, whole */
export async function seedsOf(folder: string): Promise<Record<FileKind, Uint8Array[]>> {
  const policies = join(RESOURCES, 'policies')
  const read = (...path: string[]): Uint8Array => readFileSync(join(...path))
  const sheets = [
    { name: '表一', rows: ROWS, merges: ['A1:F1'], hiddenRows: [4] },
    { name: '工单', rows: APPEALS },
  ]
  return {
    clipboard: [utf8(separated(ROWS, '\t')), utf8('1.7万人\t35%\t"a""b\n\tc"\t-\n=1+1\t否\t3.5‰')],
    policy: readdirSync(policies).map((name) => read(policies, name)),
    catalogue: [read(RESOURCES, 'catalogue.json')],
    csv: [utf8(separated(ROWS, ',')), gbkBytes(separated(APPEALS, ',')), utf8(`\ufeff${separated(ROWS, ';')}`)],
    xlsx: [workbookBytes(sheets), oneSheet(APPEALS)],
    xls: [workbookBytes(sheets, 'biff8'), read(ROOT, 'tests/fixtures/workbooks/other-office.xls'), workbookBytes(sheets, 'biff5')],
    package: [smallPackage(), smallPackage(['东区'])],
    plan: [await plan(folder)],
  }
}
