import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { OutputOf } from '../../contract/operations.ts'
import { templateWorkbook } from '../../documents/template/index.ts'
import { appError } from '../../shared/app-error.ts'
import type { Desk } from '../desk.ts'
import { checkDistricts } from '../district-checks.ts'
import { matchRows } from '../match-rows.ts'
import { indicatorsOfPolicy } from '../plan-result.ts'
import { readSheet } from '../read-rows.ts'
import type { Service } from '../service.ts'
import { XLSX } from './results.ts'

/** Communities that are written before others get a turn: progress is shown and a cancellation is heard. */
const PORTION = 500

export const imports = (desk: Desk) => ({
  'import.preview': async ({ fileName, base64, mapping }): Promise<OutputOf<'import.preview'>> => {
    const { book, recognition, rows } = await readSheet(Buffer.from(base64, 'base64'), fileName, desk.dictionary, mapping)
    const { revision } = desk.store
    const where = { file: fileName, sheet: recognition.sheet }
    const matched = matchRows(rows.rows, desk.facts, desk.dictionary.indicators, where)
    const districts = checkDistricts(rows.rows, [...new Set(desk.facts.map((each) => each.district))], where)
    const problems = [...recognition.problems, ...rows.problems, ...districts, ...matched.problems]
    const errors = problems.filter((each) => each.level === 'error').length
    const id = randomUUID()
    desk.prepared.clear()
    desk.prepared.set(id, { file: fileName, sheet: recognition.sheet, revision, matched, errors, synthetic: rows.synthetic })
    return {
      id, file: fileName, sheets: book.sheets.map((sheet) => sheet.name), sheet: recognition.sheet, headerRows: recognition.headerRows, columns: recognition.columns,
      rows: rows.rows.length, changed: matched.changes, unchanged: matched.unchanged, skipped: rows.skipped, synthetic: rows.synthetic, problems,
      added: matched.added.map(({ row, facts: { key, name, district, subdistrict } }) => ({ row, key, name, district, subdistrict })),
    }
  },
  'import.apply': async ({ id }, { signal, progress }) => {
    const prepared = desk.prepared.get(id)
    if (prepared === undefined || prepared.revision !== desk.store.revision) throw appError('import.stale')
    if (prepared.errors > 0) throw appError('import.refused', { count: prepared.errors, file: prepared.file })
    const { added, changed } = prepared.matched
    const all = [...added.map((each) => each.facts), ...changed]
    const { year } = desk.year
    await desk.store.longCommand('import.apply', `${prepared.file}：新增${added.length}，更改${changed.length}`, async (plan) => {
      for (let from = 0; from < all.length; from += PORTION) {
        signal?.throwIfAborted()
        plan.communities.save(year, all.slice(from, from + PORTION))
        progress(Math.min(from + PORTION, all.length), all.length, prepared.file)
        await nextTurn()
      }
      if (prepared.synthetic && !desk.year.synthetic) plan.years.save({ ...desk.year, synthetic: true })
    }, signal)
    desk.prepared.delete(id)
    return { added: added.length, changed: changed.length }
  },
  'template.export': async () => {
    const { year } = desk.year
    const communities = desk.facts.map(({ key, code, name, district, subdistrict }) => ({ key, code, name, district, subdistrict }))
    const title = `${year}年社区基本情况表`
    const bytes = await templateWorkbook(desk.dictionary, {
      title, year, communities, policyIndicators: indicatorsOfPolicy(desk.policy, desk.dictionary.indicators), classes: desk.policy.classes.map((each) => each.key), synthetic: desk.year.synthetic,
    })
    return { fileName: `${title}（填报模板）.xlsx`, mediaType: XLSX, base64: Buffer.from(bytes).toString('base64') }
  },
}) satisfies Partial<Service>
