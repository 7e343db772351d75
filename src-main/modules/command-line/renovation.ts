import type { OutputOf } from '../../contract/operations.ts'
import { countDictionary } from '../../desk/count-file.ts'
import { factsOfRow, readSheet } from '../../desk/read-rows.ts'
import { communityKey } from '../../documents/import/index.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { problem, type Problem } from '../../model/problem.ts'
import {
  DELIVERED_RENOVATION,
  RenovationCase,
  type RenovationLot,
  type RenovationMoney,
  type RenovationSettings,
} from '../../model/renovation.ts'
import { basisOf, keptValue, lotProblems, renovationAccount, renovationGoal, sheetColumns, type Paid } from '../renovation/index.ts'
import { AppError } from '../../shared/app-error.ts'

/** What is told of the renovation of courtyards. */
export interface ToldRenovation {
  account: Omit<OutputOf<'renovation.account'>, 'delivered'>
  goal: OutputOf<'renovation.goal'> | null
}

interface Read {
  year: number
  settings: RenovationSettings
  paid: Paid
  lots: RenovationLot[]
  money: RenovationMoney[]
  problems: Problem[]
}

/** The amount of the year in a sheet, which a plan would know. */
const AMOUNT = {
  field: 'amount',
  label: { zh: '本年金额', en: 'Amount of the year' },
  unit: { zh: '元', en: 'yuan' },
  what: 'money',
} as const

/** A document of the form of a RenovationCase. @throws renovation.caseWrong at its first misfit */
function fromCase(text: string, fileName: string): Read {
  const wrong = (path: string): AppError => new AppError([problem('renovation.caseWrong', { path }, { file: fileName })])
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw wrong('/')
  }
  const parsed = RenovationCase.safeParse(document)
  if (!parsed.success) throw wrong(`/${parsed.error.issues[0]!.path.map(String).join('/')}`)
  const { year, settings, communities } = parsed.data
  const kinds = new Set(settings.kinds.map(({ key }) => key))
  communities.forEach(({ lots }, at) => {
    const unknown = lots.findIndex(({ kind }, other) => !kinds.has(kind) || lots.findIndex((each) => each.kind === kind) !== other)
    if (unknown >= 0) throw wrong(`/communities/${at}/lots/${unknown}/kind`)
  })
  const keys = communities.map(({ name, district, subdistrict }) => communityKey({ code: '', name, district, subdistrict }))
  const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at)
  if (twice >= 0) throw wrong(`/communities/${twice}/name`)
  const facts = communities.map(({ name, district, subdistrict, previousFen }, at): CommunityFacts => ({
    ...{ key: keys[at]!, code: '', name, district, subdistrict, values: {}, previousFen, previousClass: null },
  }))
  return {
    year,
    settings,
    paid: { facts, classes: facts.map(() => null), amounts: communities.map(({ amountFen }) => amountFen ?? Number.NaN) },
    lots: communities.flatMap(({ lots }, at) => lots.map((each) => ({ key: keys[at]!, ...each }))),
    money: communities.map(({ money }, at) => ({
      ...{ key: keys[at]!, startFen: money.startFen ?? null, fixedFen: money.fixedFen ?? null },
      ...{ otherFen: money.otherFen ?? null, share: money.share ?? null },
    })),
    problems: [],
  }
}

/** A filled-in sheet with the delivered kinds. @throws AppError with all errors of the sheet */
async function fromSheet(bytes: Uint8Array, fileName: string, year: number): Promise<Read> {
  const settings = DELIVERED_RENOVATION
  const columns = sheetColumns(settings)
  const { recognition, rows } = await readSheet(bytes, fileName, countDictionary([...columns, AMOUNT]))
  const problems = [...recognition.problems, ...rows.problems]
  if (problems.some((each) => each.level === 'error')) throw new AppError(problems.filter((each) => each.level === 'error'))
  const lots: RenovationLot[] = []
  const money: RenovationMoney[] = []
  for (const { key, values } of rows.rows) {
    const kept = (of: (typeof columns)[number]): number | null => {
      const value = values[of.field]
      return typeof value === 'number' ? keptValue(of.what, value) : null
    }
    const parts = (own: typeof columns) => Object.fromEntries(own.map((each) => [each.part, kept(each)]))
    for (const kind of settings.kinds) {
      const said = parts(columns.filter((each) => each.kind === kind.key))
      if (Object.values(said).some((each) => each !== null)) lots.push({ key, kind: kind.key, ...said } as RenovationLot)
    }
    money.push({ key, ...parts(columns.filter((each) => each.kind === undefined)) } as RenovationMoney)
  }
  const facts = rows.rows.map(factsOfRow)
  const amounts = rows.rows.map(({ values }) => {
    const value = values[AMOUNT.field]
    return typeof value === 'number' ? Math.round(value * FEN_PER_YUAN) : Number.NaN
  })
  return { year, settings, paid: { facts, classes: facts.map(() => null), amounts }, lots, money, problems }
}

/**
 * Courtyards of a sheet, or of a file of the form of a RenovationCase, without a plan.
 * @param given.year of a sheet, which names none
 * @param given.by a calendar year by which all is to be done; null: none
 * @throws renovation.caseWrong, file.*, all errors of a sheet, renovation.aidTwice, renovation.aidAboveCost, renovation.byOutside
 */
export async function renovationOfFile(given: {
  bytes: Uint8Array
  fileName: string
  year: number
  by: number | null
}): Promise<ToldRenovation & { problems: Problem[] }> {
  const { bytes, fileName, by } = given
  const isCase = fileName.toLowerCase().endsWith('.json')
  const read = isCase ? fromCase(new TextDecoder().decode(bytes), fileName) : await fromSheet(bytes, fileName, given.year)
  const { year, settings, paid, lots, money } = read
  const names = new Map(paid.facts.map(({ key, name }) => [key, name]))
  const wrong = lots.flatMap((lot) => lotProblems(lot, settings, { file: fileName, community: names.get(lot.key) ?? lot.key }))
  if (wrong.length > 0) throw new AppError(wrong)
  const basis = basisOf(year, { settings, lots, money })
  return {
    account: { year, ...renovationAccount(basis, paid, (lines) => lines) },
    goal: by === null ? null : renovationGoal(basis, paid, by),
    problems: read.problems,
  }
}
