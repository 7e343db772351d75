import { isDeepStrictEqual } from 'node:util'
import type { HistoryChange } from '../../model/history.ts'
import type { Dictionary, IndicatorValue } from '../../model/indicator.ts'
import { Policy } from '../../model/policy.ts'
import { differencesInWords } from '../../words/differences.ts'
import type { UnitSide } from '../../model/units.ts'
import { differences } from '../../policy/difference.ts'
import { COLUMN_FIELDS, type Change } from '../../store/index.ts'
import { deliveredSetting, paperInWords, settingInWords } from '../documents/setting-words.ts'

type Row = NonNullable<Change['before']>
type Subject = HistoryChange['subject']
type Pair = [field: string, before: IndicatorValue, after: IndicatorValue, told?: HistoryChange['told']]

const SUBJECT_OF: Readonly<Record<string, Subject>> = {
  community: 'community',
  community_year: 'community',
  override: 'override',
  ledger: 'ledger',
  unit_change: 'unitChange',
  indicator: 'indicator',
  indicator_group: 'group',
  policy: 'policy',
  year: 'year',
  settings: 'settings',
  scenario: 'scenario',
  adopted: 'adopted',
  import_layout: 'layout',
  delivery: 'delivery',
  policy_draft: 'policyDraft',
  policy_adoption: 'policyAdoption',
  document_setting: 'documentSetting',
  merged_package: 'delivery',
}
const parsed = (row: Row | null, column: string): Record<string, unknown> =>
  row === null ? {} : (JSON.parse(String(row[column])) as Record<string, unknown>)
const differing = (pairs: Pair[]): Pair[] => pairs.filter(([, before, after]) => before !== after)
const columnPairs = ({ table, before, after }: Change): Pair[] =>
  Object.entries(COLUMN_FIELDS[table] ?? {}).map(([column, field]) => [field, before?.[column] ?? null, after?.[column] ?? null])
/** A part of a definition as people read it: its Chinese text, else as it is written in a file. */
const inShort = (part: unknown): IndicatorValue => {
  if (part === undefined || part === null) return null
  if (typeof part === 'number' || typeof part === 'string') return part
  const text = (part as { zh?: unknown }).zh
  return typeof text === 'string' ? text : JSON.stringify(part)
}

/** Two documents, part by part. */
function partPairs(before: Record<string, unknown>, after: Record<string, unknown>): Pair[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((part) => [part, inShort(before[part]), inShort(after[part])])
}

/** How many communities a delivery is about. */
const countOf = (row: Row | null): IndicatorValue => (row === null ? null : (JSON.parse(String(row.communities)) as string[]).length)

const version = (row: Row | null, id: string, number: string): IndicatorValue => (row === null ? null : `${row[id]} ${row[number]}`)

/** What a changed row says, field by field; `key`, `name` and `year` of whom it is about. */
interface Told {
  key: string
  name: string
  year: number | null
  pairs: Pair[]
}

/** A draft is told by what differs in its document. */
function draftPairs(before: Row | null, after: Row | null, dictionary: Dictionary): Pair[] {
  if (before === null || after === null) return []
  const [was, is] = [before, after].map((row) => Policy.parse(parsed(row, 'document')))
  return differencesInWords(was!, is!, dictionary, differences(was!, is!)).map(({ label, old, new: now }) => [
    label.zh,
    old.zh,
    now.zh,
    { field: label, before: old, after: now },
  ])
}

/** The looks of a paper, part by part. A paper as delivered has no row. */
function settingPairs(key: string, before: Row | null, after: Row | null): Pair[] {
  const [was, is] = [before, after].map((row) => (row === null ? deliveredSetting(key) : parsed(row, 'setting'))) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ]
  return partPairs(was, is)
    .filter(([part]) => !isDeepStrictEqual(was[part], is[part]))
    .map(([part, old, now]) => [part, old, now, settingInWords(key, part, was[part], is[part])])
}

/** @param nameOf a community's name, by key and (where it is about one) year */
function tell(change: Change, nameOf: (key: string, year: number | null) => string, dictionary: Dictionary): Told {
  const { table, key, before, after } = change
  const first = String(key[0])
  const row = (after ?? before)!
  const presence: Pair = ['present', before === null ? 0 : 1, after === null ? 0 : 1]
  switch (table) {
    case 'community':
      return { key: first, name: String(row.name), year: null, pairs: columnPairs(change) }
    case 'community_year':
    case 'override':
    case 'ledger': {
      const facts: Pair[] = table === 'community_year' ? [presence, ...partPairs(parsed(before, 'facts'), parsed(after, 'facts'))] : []
      const community = String(key[1])
      return { key: community, name: nameOf(community, Number(first)), year: Number(first), pairs: [...facts, ...columnPairs(change)] }
    }
    case 'unit_change': {
      const { from, to } = parsed(row, 'sides') as unknown as { from: UnitSide[]; to: UnitSide[] }
      const names = (sides: UnitSide[]): string => sides.map((side) => side.name).join('、')
      return { key: first, name: `${names(from)} → ${names(to)}`, year: Number(row.year), pairs: columnPairs(change) }
    }
    case 'indicator':
    case 'indicator_group': {
      const definitions = [parsed(before, 'definition'), parsed(after, 'definition')] as const
      const label = (after === null ? definitions[0] : definitions[1])['label']
      return {
        key: first,
        name: String(inShort(label)),
        year: null,
        pairs: [presence, ...partPairs(...definitions), ['position', before?.position ?? null, after?.position ?? null]],
      }
    }
    case 'policy_draft':
      return {
        key: first,
        name: String(inShort(parsed(row, 'document')['title'])),
        year: null,
        pairs: [presence, ...draftPairs(before, after, dictionary)],
      }
    case 'policy_adoption':
      return { key: first, name: `${row.policy_id} ${row.policy_version}`, year: null, pairs: [presence] }
    case 'policy':
      return { key: first, name: `${row.id} ${row.version}`, year: null, pairs: [presence] }
    case 'year':
      return {
        key: first,
        name: first,
        year: Number(first),
        pairs: [
          presence,
          ['policy', version(before, 'policy_id', 'policy_version'), version(after, 'policy_id', 'policy_version')],
          ['synthetic', before?.synthetic ?? null, after?.synthetic ?? null],
        ],
      }
    case 'settings':
      return {
        key: first,
        name: String(row.name),
        year: null,
        pairs: [
          ['name', before?.name ?? null, after?.name ?? null],
          ['currentYear', before?.current_year ?? null, after?.current_year ?? null],
        ],
      }
    case 'scenario':
      return {
        key: first,
        name: String(row.name),
        year: null,
        pairs: [
          presence,
          ['name', before?.name ?? null, after?.name ?? null],
          ['note', before?.note ?? null, after?.note ?? null],
          ...policyPair(before, after),
        ],
      }
    case 'document_setting':
      return { key: first, name: paperInWords(first).zh, year: null, pairs: settingPairs(first, before, after) }
    case 'delivery':
      return { key: first, name: String(row.file), year: Number(row.year), pairs: [['delivered', countOf(before), countOf(after)]] }
    default:
      return {
        key: first,
        name: String(row.title ?? row.file ?? first),
        year: typeof row.year === 'number' ? row.year : null,
        pairs: [presence],
      }
  }
}

/** A scenario's policy is too long to be read here; that it changed is told by its id and version. */
function policyPair(before: Row | null, after: Row | null): Pair[] {
  if (before?.policy === after?.policy) return []
  const named = (row: Row | null): IndicatorValue =>
    row === null ? null : `${parsed(row, 'policy')['id']} ${parsed(row, 'policy')['version']}`
  return [['policy', named(before), named(after) === named(before) ? `${named(after)} *` : named(after)]]
}

/**
 * A changed row in words: one line for each field that is another one than before.
 * @param nameOf a community's name, by key and year (null: in any)
 * @param dictionary with the retired indicators
 */
export function changesInWords(
  change: Change,
  nameOf: (key: string, year: number | null) => string,
  dictionary: Dictionary,
): HistoryChange[] {
  const { pairs, ...whom } = tell(change, nameOf, dictionary)
  return differing(pairs).map(([field, before, after, told]) => ({
    subject: SUBJECT_OF[change.table] ?? 'settings',
    ...whom,
    field,
    before,
    after,
    ...(told && { told }),
  }))
}
