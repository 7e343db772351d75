/** What a row of a table is about: the change log finds the changes of a community by it. */
export type RowSubject =
  /** The plan as a whole. */
  | 'plan'
  /** Keyed by a community. */
  | 'community'
  /** Keyed by a year and a community. */
  | 'communityOfYear'
  /** Keyed by a year, a community and what of it. */
  | 'itemOfCommunity'
  /** Names the communities on both sides of a change of the map. */
  | 'sides'
  /** Lists communities. */
  | 'communities'

interface TrackedTableForm {
  about: RowSubject
  /** Columns that are fields of a community, as the log names them. Indicators are fields too, by their keys. */
  fields?: Readonly<Record<string, string>>
}

/**
 * The tables whose rows are the plan: the history watches them, undo brings them back, and each is claimed by a module that says how its
 * rows read in the log. A table that holds content and is not listed here can't be undone.
 */
export const TRACKED = {
  settings: { about: 'plan' },
  indicator_group: { about: 'plan' },
  indicator: { about: 'plan' },
  policy: { about: 'plan' },
  year: { about: 'plan' },
  community: { about: 'community', fields: { code: 'code', name: 'name', district: 'district', subdistrict: 'subdistrict' } },
  community_year: {
    about: 'communityOfYear',
    fields: {
      name: 'name',
      district: 'district',
      subdistrict: 'subdistrict',
      previous_fen: 'previousAmount',
      previous_class: 'previousClass',
    },
  },
  override: {
    about: 'communityOfYear',
    fields: { class: 'override', reason: 'overrideReason', document: 'overrideDocument', expires: 'overrideExpires' },
  },
  scenario: { about: 'plan' },
  adopted: { about: 'plan' },
  taken_back: { about: 'plan' },
  ledger: {
    about: 'communityOfYear',
    fields: { allocated_fen: 'ledgerAllocated', spent_fen: 'ledgerSpent', carried_fen: 'ledgerCarried' },
  },
  unit_change: { about: 'sides', fields: { kind: 'unitChange' } },
  import_layout: { about: 'plan' },
  delivery: { about: 'communities' },
  policy_draft: { about: 'plan' },
  policy_adoption: { about: 'plan' },
  document_setting: { about: 'plan' },
  merged_package: { about: 'plan' },
  district_policy: { about: 'plan' },
  refused_entry: { about: 'plan' },
  calendar_year: { about: 'plan' },
  admission_request: { about: 'plan' },
  admission_period: { about: 'plan' },
  catalogue_item: { about: 'plan' },
  catalogue_exception: { about: 'itemOfCommunity' },
  measure_count: { about: 'itemOfCommunity' },
  service_offer: { about: 'itemOfCommunity' },
  project: { about: 'itemOfCommunity' },
  project_event: { about: 'itemOfCommunity' },
  receipt: { about: 'itemOfCommunity' },
  spending_setting: { about: 'plan' },
  closed_register: { about: 'plan' },
  self_evaluation: { about: 'plan' },
  team_plan: { about: 'plan' },
  team_staff: { about: 'plan' },
  team_post: { about: 'communityOfYear' },
  team_duty: { about: 'plan' },
  target_count: { about: 'itemOfCommunity' },
  register_count: { about: 'itemOfCommunity' },
  spot_check: { about: 'itemOfCommunity' },
  appeal_count: { about: 'itemOfCommunity' },
  appeal_subject: { about: 'plan' },
  renovation_plan: { about: 'plan' },
  renovation_lot: { about: 'itemOfCommunity' },
  renovation_money: { about: 'communityOfYear' },
} as const satisfies Record<string, TrackedTableForm>

export type TrackedTable = keyof typeof TRACKED
export const TRACKED_TABLES = Object.keys(TRACKED) as TrackedTable[]

/** @returns the tables whose rows are about this */
export const tablesAbout = (subject: RowSubject): TrackedTable[] => TRACKED_TABLES.filter((table) => TRACKED[table].about === subject)
/** @returns the columns of a table that are fields of a community, with the fields' names */
export const fieldsOf = (table: TrackedTable): Array<[column: string, field: string]> =>
  Object.entries((TRACKED[table] as TrackedTableForm).fields ?? {})
