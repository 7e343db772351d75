import { z } from 'zod'
import { Day } from './calendar.ts'
import { Fen, FenNotNegative } from './money.ts'
import { Community } from './plan.ts'
import { comparable } from './text.ts'
import { Year } from './year.ts'

const Short = z.string().trim().max(100)
const Long = z.string().trim().max(500)

/** A purpose that money may be used for. Caps in fen, null for none: of one project, and of one case of help. */
export const UseCategory = z.strictObject({
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/),
  name: z.strictObject({ zh: z.string().trim().min(1).max(20), en: Short.default('') }),
  capFen: FenNotNegative.nullable(),
  caseCapFen: FenNotNegative.nullable(),
})
export type UseCategory = z.infer<typeof UseCategory>

/** What happens to a project, in the order in which it usually does. published*: notice to residents; `published` is the one afterwards. */
export const PROJECT_STEPS = [
  'proposed',
  'decided',
  'filed',
  'publishedBefore',
  'contracted',
  'started',
  'publishedDuring',
  'paid',
  'accepted',
  'settled',
  'published',
  'closed',
  'changed',
  'stopped',
] as const
export const ProjectStep = z.enum(PROJECT_STEPS)
export type ProjectStep = z.infer<typeof ProjectStep>

/** Steps that a later one asks for; the rules may say which of them need not be waited for. */
export const DEMANDED_STEPS = ['filed', 'publishedBefore', 'started', 'publishedDuring', 'accepted', 'published'] as const
export const DemandedStep = z.enum(DEMANDED_STEPS)
export type DemandedStep = z.infer<typeof DemandedStep>

export const PROJECT_STATES = [
  'planned',
  'proposed',
  'decided',
  'filed',
  'inWork',
  'paidInParts',
  'accepted',
  'settled',
  'published',
  'closed',
  'changed',
  'stopped',
] as const
export const ProjectState = z.enum(PROJECT_STATES)
export type ProjectState = z.infer<typeof ProjectState>

/** One dated step. amountFen: approved (decided, changed), of the contract, paid or settled; `body` decided it; `code` is of the budget. */
export const ProjectEvent = z.strictObject({
  kind: ProjectStep,
  date: Day,
  amountFen: FenNotNegative.nullable().default(null),
  body: Short.default(''),
  document: Short.default(''),
  code: Short.default(''),
  reason: Long.default(''),
})
export type ProjectEvent = z.infer<typeof ProjectEvent>
/** Which steps have an amount, must name who decided, and must give a reason. */
export const HAS_AMOUNT: readonly ProjectStep[] = ['decided', 'contracted', 'paid', 'settled', 'changed']
export const HAS_BODY: readonly ProjectStep[] = ['decided', 'changed']
export const HAS_REASON: readonly ProjectStep[] = ['changed', 'stopped']

/** What a person said of a purpose in which a word of a forbidden use stands. */
export const UseAnswer = z.strictObject({ answer: z.enum(['allowed', 'forbidden']), reason: Long.min(1) })
export type UseAnswer = z.infer<typeof UseAnswer>

/** Which project: of a year and community, by its number there. */
export const ProjectKey = z.strictObject({ year: Year, key: z.string().min(1), number: z.string().trim().min(1).max(40) })
export type ProjectKey = z.infer<typeof ProjectKey>

/** What is planned. cases: of help, where the money is for single cases. urgent: why it could not wait for the quarter; '' for a usual one. */
export const ProjectPlan = z.strictObject({
  purpose: z.string().trim().min(1).max(200),
  category: z.string().min(1).max(40),
  plannedFen: FenNotNegative,
  cases: z.number().int().min(1).max(100_000).nullable().default(null),
  urgent: Long.default(''),
  note: Long.default(''),
})
export type ProjectPlan = z.infer<typeof ProjectPlan>

export const Project = ProjectKey.extend({ ...ProjectPlan.shape, use: UseAnswer.nullable() })
export type Project = z.infer<typeof Project>
/** @returns only what is planned of something that holds more */
export const planOf = ({ purpose, category, plannedFen, cases, urgent, note }: ProjectPlan): ProjectPlan => ({
  purpose,
  category,
  plannedFen,
  cases,
  urgent,
  note,
})
/** @returns a project without what follows from its steps */
export const projectOf = ({ year, key, number, use, ...plan }: Project): Project => ({ year, key, number, ...planOf(plan), use })

/** @returns the first forbidden use that a purpose or remark names; null for none */
export function forbiddenWordIn({ purpose, note }: Pick<Project, 'purpose' | 'note'>, words: readonly string[]): string | null {
  const text = comparable(`${purpose}\n${note}`)
  return words.find((word) => text.includes(comparable(word))) ?? null
}

/**
 * What follows from a project's steps. committedFen: approved and not yet paid; what is settled, stopped or closed asks for no more.
 * dates: of each step that was made, its last; of payments and publications too. refile: changed, and not filed since.
 */
export const Standing = z.object({
  state: ProjectState,
  approvedFen: Fen.nullable(),
  contractFen: Fen.nullable(),
  paidFen: Fen,
  settledFen: Fen.nullable(),
  committedFen: Fen,
  changes: z.number().int(),
  refile: z.boolean(),
  dates: z.partialRecord(ProjectStep, Day),
})
export type Standing = z.infer<typeof Standing>

export const MOST_ROUNDS = 20
export const MOST_DAYS = 250
export const LONGEST_WORD = 30
const WorkingDays = z.number().int().min(1).max(MOST_DAYS)
/**
 * What the department asks of projects. forbidden: words that are looked for in a purpose. rounds: proposals of a community in a quarter,
 * null for any number. leftOut: steps that later ones do not wait for. Days: working days within which is filed (after the decision or a
 * change) and published (before: after the decision; during: after work began; after: after the settlement). idleShare: how far the use of
 * the money may lag behind the year, as a share.
 */
export const ProjectRules = z.strictObject({
  categories: z
    .array(UseCategory)
    .min(1)
    .max(30)
    .refine((all) => new Set(all.map((each) => each.key)).size === all.length, { message: 'key' }),
  forbidden: z.array(z.string().trim().min(1).max(LONGEST_WORD)).max(200),
  rounds: z.number().int().min(1).max(MOST_ROUNDS).nullable(),
  leftOut: z.array(DemandedStep),
  filingDays: WorkingDays,
  beforeDays: WorkingDays,
  duringDays: WorkingDays,
  afterDays: WorkingDays,
  idleShare: z.number().min(0).max(1),
})
export type ProjectRules = z.infer<typeof ProjectRules>

const category = (key: string, zh: string, en: string, wan: number | null, caseYuan: number | null = null): UseCategory => ({
  key,
  name: { zh, en },
  capFen: wan === null ? null : wan * 1_000_000,
  caseCapFen: caseYuan === null ? null : caseYuan * 100,
})
/** The four uses and the caps are those of other places' regulations; days, the case of help and the share are ours, and shown as such. */
export const DELIVERED_RULES: ProjectRules = {
  categories: [
    category('environment', '环境和设施', 'Environment and facilities', 40),
    category('services', '服务', 'Services', 20),
    category('culture', '文化和党建', 'Culture and party building', 20),
    category('hardship', '困难帮扶', 'Help in hardship', 20, 2000),
  ],
  forbidden: [
    '办公费',
    '办公经费',
    '办公用品',
    '工资',
    '奖金',
    '津贴',
    '补贴发放',
    '招待',
    '宴请',
    '接待',
    '还债',
    '债务',
    '购车',
    '礼品',
    '旅游',
  ],
  rounds: 1,
  leftOut: ['publishedBefore', 'publishedDuring'],
  filingDays: 10,
  beforeDays: 5,
  duringDays: 10,
  afterDays: 10,
  idleShare: 0.3,
}

/** Something that is due by a day, or was done: filing and the three publications. done: when; null: not yet. */
export const DUTIES = ['filing', 'before', 'during', 'after'] as const
export const Duty = z.enum(DUTIES)
export type Duty = z.infer<typeof Duty>
/** daysLate: working days after the due day, of what is done or is still to be done; 0 in time. uncertain: no calendar reaches that far. */
export const DutyState = z.object({ duty: Duty, due: Day, done: Day.nullable(), daysLate: z.number().int(), uncertain: z.boolean() })
export type DutyState = z.infer<typeof DutyState>

export const ProjectLine = Project.extend({ ...Standing.shape, ...Community.omit({ key: true }).shape, duties: z.array(DutyState) })
export type ProjectLine = z.infer<typeof ProjectLine>

/** The identity: carryFen + receivedFen - paidFen - committedFen = freeFen, exact, at any date. */
export const Account = z.object({ carryFen: Fen, receivedFen: Fen, paidFen: Fen, committedFen: Fen, freeFen: Fen })
export type Account = z.infer<typeof Account>

/** Where the carry-over is known from: last year's ledger, last year's register, the year's indicator; none: nobody said, taken as 0. */
export const CarryOrigin = z.enum(['ledger', 'register', 'indicator', 'none'])
export type CarryOrigin = z.infer<typeof CarryOrigin>

/** gone: the year does not have the community any more, and nobody took it over. */
export const CommunityAccount = Community.extend({ ...Account.shape, carryFrom: CarryOrigin, gone: z.boolean() })
export type CommunityAccount = z.infer<typeof CommunityAccount>

/** What can be wrong with the use of the money. */
export const FINDINGS = [
  'overcommitted',
  'idle',
  'receiptLate',
  'aboveCap',
  'caseAboveCap',
  'forbidden',
  'suspected',
  'unfiled',
  'changedAfterFiling',
  'unpublished',
  'rounds',
] as const
export const FindingKind = z.enum(FINDINGS)
export type FindingKind = z.infer<typeof FindingKind>
/**
 * Of a community's money, or of one project (`number`). fen: how much it is about; days: working days late, uncertain where no calendar
 * reaches; word: what was found, wordEn the same where it has an English name, else ''.
 */
export const Finding = z.object({
  kind: FindingKind,
  year: Year,
  key: z.string(),
  number: z.string().nullable(),
  duty: Duty.nullable(),
  fen: Fen.nullable(),
  days: z.number().int().nullable(),
  uncertain: z.boolean(),
  word: z.string(),
  wordEn: z.string(),
})
export type Finding = z.infer<typeof Finding>

const SUM_FIELDS = ['carryFen', 'receivedFen', 'paidFen', 'committedFen', 'freeFen'] as const
export const emptyAccount = (): Account => ({ carryFen: 0, receivedFen: 0, paidFen: 0, committedFen: 0, freeFen: 0 })
/** @returns the sum of accounts, which again is one */
export function accountSum(accounts: readonly Account[]): Account {
  const sum = emptyAccount()
  for (const each of accounts) for (const field of SUM_FIELDS) sum[field] += each[field]
  return sum
}
