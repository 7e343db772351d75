import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { COMMUNITY_PAPERS, TABLE_NAMES, TableName } from '../../model/paper.ts'
import { districtsOf } from '../../model/places.ts'
import type { CommunityResult } from '../../model/plan.ts'
import { chosenForStatements } from '../../model/statements.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { parseArguments, wholeNumber } from '../../shared/arguments.ts'
import { projectFolder } from '../../shared/project-folder.ts'
import { COMMON, DEFAULT_POLICY, exactly, policyOf, SAY, type Terminal } from './commands.ts'
import { assertWritable, readInput, writeOutput } from './files.ts'
import { withOwnHost, type Ask } from './own-host.ts'

/** Puts a sheet into a plan of its own, under the policy named. @throws AppError with all errors of the sheet */
async function planFromSheet(ask: Ask, { app, complain }: Terminal, path: string, source: string, year: number | undefined): Promise<void> {
  const { bytes, fileName } = readInput(path)
  const policy = policyOf(app, source)
  await ask('plan.create', { name: fileName.replace(/\.\w+$/, '').slice(0, 60) || 'print', year: year ?? policy.effectiveYear })
  if ((await ask('policy.list', {})).every((each) => each.id !== policy.id || each.version !== policy.version))
    await ask('policy.add', { document: policy })
  await ask('policy.use', { id: policy.id, version: policy.version })
  const { id, problems } = await ask('import.preview', { fileName, base64: Buffer.from(bytes).toString('base64') })
  const errors = problems.filter((each) => each.level === 'error')
  if (errors.length > 0) throw new AppError(errors)
  complain(problems)
  await ask('import.apply', { id })
}

/** Whose statements are printed: one community's, those of a place or a class, or of all. */
const CHOICES = ['community', 'district', 'subdistrict', 'class'] as const
type Given = Readonly<Partial<Record<(typeof CHOICES)[number] | 'adopted', string>>>

/** @throws plan.communityUnknown, document.noStatements, document.subdistrictTwice */
function statementsOf(known: readonly CommunityResult[], given: Given): Record<string, string> {
  const { community, district, subdistrict, class: chosen } = given
  if (community !== undefined) {
    const found = known.find((each) => each.code === community || each.name === community || each.key === community)
    if (found === undefined) throw appError('plan.communityUnknown', { value: community }, { community })
    return { community: found.key }
  }
  const query = Object.fromEntries(Object.entries({ district, subdistrict, class: chosen }).filter(([, value]) => value !== undefined))
  const choice = Object.keys(query).length === 0 ? { all: '1' } : (query as Record<string, string>)
  const found = chosenForStatements(known, choice)
  if (found.length === 0) throw appError('document.noStatements')
  const districts = districtsOf(found)
  if (subdistrict !== undefined && districts.length > 1)
    throw appError('document.subdistrictTwice', { subdistrict, districts: districts.join(', ') })
  return choice
}

/** What the table is about: statements of communities, an adopted plan. @throws what statementsOf throws; plan.adoptedUnknown */
async function queryOf(ask: Ask, table: TableName, given: Given): Promise<Record<string, string>> {
  const id = given.adopted === undefined ? undefined : wholeNumber('--adopted', given.adopted, 1, Number.MAX_SAFE_INTEGER)
  const more: Record<string, string> = id === undefined ? {} : { adopted: String(id) }
  if (!COMMUNITY_PAPERS.includes(table)) return more
  const { communities } = await (id === undefined ? ask('result.get', {}) : ask('plan.adoptedResult', { id }))
  return { ...more, ...statementsOf(communities, given) }
}

/**
 * Prints a table of a sheet or of a plan file into a PDF, in the installed browser.
 * @throws document.noBrowser, document.pdfFailed, document.presentOnly, file.notWritable, plan.*, import.*
 */
export async function print(terminal: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, {
    ...COMMON,
    plan: 'value',
    table: 'value',
    out: 'value',
    policy: 'value',
    year: 'value',
    community: 'value',
    district: 'value',
    subdistrict: 'value',
    class: 'value',
    adopted: 'value',
  })
  const { values } = parsed
  if (values.plan !== undefined && parsed.rest.length > 0) throw appError('usage.together', { option: '--plan', other: 'INPUT' })
  const [input] = values.plan === undefined ? exactly(parsed, ['INPUT | --plan FILE']) : []
  if (values.table === undefined) throw appError('usage.missing', { what: `--table ${TABLE_NAMES.join(' | ')}` })
  const table = TableName.safeParse(values.table).data
  if (table === undefined) throw appError('usage.valueWrong', { option: '--table', value: values.table, needed: TABLE_NAMES.join(' | ') })
  const chosen = CHOICES.find((each) => values[each] !== undefined)
  if (chosen !== undefined && !COMMUNITY_PAPERS.includes(table))
    throw appError('usage.together', { option: `--${chosen}`, other: `--table ${table}` })
  const other = CHOICES.find((each) => each !== 'community' && values[each] !== undefined)
  if (values.community !== undefined && other !== undefined)
    throw appError('usage.together', { option: '--community', other: `--${other}` })
  if (values.out === undefined) throw appError('usage.missing', { what: '--out FILE.pdf' })
  assertWritable(values.out)
  const year = values.year === undefined ? undefined : wholeNumber('--year', values.year, 1990, 2200)
  if (!existsSync(join(projectFolder(import.meta.dirname), 'out', 'renderer', 'index.html'))) throw appError('document.pagesMissing')
  const pdf = await withOwnHost({ plan: values.plan }, async (ask) => {
    if (values.plan === undefined) await planFromSheet(ask, terminal, input!, values.policy ?? DEFAULT_POLICY, year)
    else if (year !== undefined) await ask('plan.useYear', { year })
    const { base64 } = await ask('document.pdf', { table, query: await queryOf(ask, table, values), language: terminal.language })
    await ask('plan.close', {})
    return Buffer.from(base64, 'base64')
  })
  writeOutput(values.out, pdf)
  terminal.print(`${SAY[terminal.language].written} ${values.out}`)
}
