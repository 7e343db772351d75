import type { Duty, FindingKind, Project, ProjectEvent, ProjectState, ProjectStep } from '../model/project.ts'
import type { Language, Text } from '../model/text.ts'

type Words<Key extends string> = Readonly<Record<Key, Required<Text>>>
const both = (zh: string, en: string): Required<Text> => ({ zh, en })

export const STEP_WORDS: Words<ProjectStep> = {
  proposed: both('提出', 'proposed'),
  decided: both('议决', 'decided'),
  filed: both('备案', 'filed'),
  publishedBefore: both('事前公示', 'published before'),
  contracted: both('签订合同', 'contracted'),
  started: both('开工', 'started'),
  publishedDuring: both('事中公示', 'published during'),
  paid: both('付款', 'paid'),
  accepted: both('验收', 'accepted'),
  settled: both('结算', 'settled'),
  published: both('事后公示', 'published after'),
  closed: both('销号', 'closed'),
  changed: both('变更', 'changed'),
  stopped: both('终止', 'stopped'),
}

export const STATE_WORDS: Words<ProjectState> = {
  planned: both('待提出', 'planned'),
  proposed: both('已提出', 'proposed'),
  decided: both('已议决', 'decided'),
  filed: both('已备案', 'filed'),
  inWork: both('实施中', 'in work'),
  paidInParts: both('已部分付款', 'paid in parts'),
  accepted: both('已验收', 'accepted'),
  settled: both('已结算', 'settled'),
  published: both('已公示', 'published'),
  closed: both('已销号', 'closed'),
  changed: both('已变更，待备案', 'changed, to be filed'),
  stopped: both('已终止', 'stopped'),
}

export const DUTY_WORDS: Words<Duty> = {
  filing: both('备案', 'filing'),
  before: both('事前公示', 'publication before'),
  during: both('事中公示', 'publication during'),
  after: both('事后公示', 'publication after'),
}

export const FINDING_WORDS: Words<FindingKind> = {
  overcommitted: both('承诺超过可用', 'More committed than there is'),
  idle: both('资金闲置', 'Money lies idle'),
  receiptLate: both('拨款未到账', 'Payer is late'),
  aboveCap: both('超过单项上限', 'Above the cap of a project'),
  caseAboveCap: both('超过每例上限', 'Above the cap of a case'),
  forbidden: both('禁止的用途', 'Forbidden use'),
  suspected: both('疑似禁止的用途', 'Perhaps a forbidden use'),
  unfiled: both('逾期未备案', 'Filing overdue'),
  changedAfterFiling: both('变更后未重新备案', 'Changed after filing'),
  unpublished: both('逾期未公示', 'Publication overdue'),
  rounds: both('一季内多次提出', 'Proposed too often in a quarter'),
}

/** The five amounts of an account, as tables and messages call them. */
export const ACCOUNT_WORDS = {
  carryFen: both('上年结余', 'Carry-over'),
  receivedFen: both('到账', 'Received'),
  paidFen: both('已付', 'Paid'),
  committedFen: both('已承诺未付', 'Committed, not yet paid'),
  freeFen: both('可用', 'Free'),
} as const

/** What each part of a project and of its steps is called, on paper, in tables and in the change log. */
export const PROJECT_PARTS = {
  number: both('项目号', 'Number'),
  purpose: both('项目名称', 'Purpose'),
  category: both('用途', 'Use'),
  plannedFen: both('计划金额', 'Planned'),
  cases: both('帮扶例数', 'Cases of help'),
  urgent: both('紧急事由', 'Why urgent'),
  note: both('说明', 'Remark'),
  use: both('用途核实', 'Use confirmed'),
  state: both('状态', 'State'),
  approvedFen: both('核准金额', 'Approved'),
  contractFen: both('合同金额', 'Contract'),
  paidFen: both('已付金额', 'Paid'),
  settledFen: both('结算金额', 'Settled'),
  committedFen: both('未付金额', 'Not yet paid'),
} as const

export const EVENT_PARTS = {
  kind: both('步骤', 'Step'),
  date: both('日期', 'Date'),
  amountFen: both('金额', 'Amount'),
  body: both('议决机构', 'Decided by'),
  document: both('文号', 'Document'),
  code: both('预算编码', 'Budget code'),
  reason: both('理由', 'Reason'),
} as const

/** @returns every text of a project that somebody typed, by what it is called: what is said of each step in one */
export const projectTexts = (
  { number, purpose, urgent, note, use }: Pick<Project, 'number' | 'purpose' | 'urgent' | 'note' | 'use'>,
  events: readonly ProjectEvent[],
): Record<string, string> => ({
  [PROJECT_PARTS.number.zh]: number,
  [PROJECT_PARTS.purpose.zh]: purpose,
  [PROJECT_PARTS.urgent.zh]: urgent,
  [PROJECT_PARTS.note.zh]: note,
  [PROJECT_PARTS.use.zh]: use?.reason ?? '',
  ...Object.fromEntries(
    (['body', 'document', 'code', 'reason'] as const).map((part) => [EVENT_PARTS[part].zh, events.map((each) => each[part]).join('\n')]),
  ),
})

export const USE_ANSWER_WORDS = { allowed: both('允许', 'allowed'), forbidden: both('禁止', 'forbidden') } as const

/** @returns that something is so many working days late, or since when it is done */
export function lateInWords(daysLate: number, language: Language): string {
  if (daysLate === 0) return language === 'zh' ? '按期' : 'in time'
  return language === 'zh' ? `逾期${daysLate}个工作日` : `working days late: ${daysLate}`
}
