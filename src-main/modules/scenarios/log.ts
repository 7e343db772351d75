import { presence, type LogReader, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'
import type { Dictionary, IndicatorValue } from '../../model/indicator.ts'
import type { Policy } from '../../model/policy.ts'
import type { PolicyDifference, Scenario, ScenarioChanges } from '../../model/scenario.ts'
import { textIn, type Language, type Text } from '../../model/text.ts'
import { applyDifferences, differences, policyOf } from '../../policy/index.ts'
import { AppError } from '../../shared/app-error.ts'
import { scenarioParts } from '../../store/index.ts'
import { differencesInWords } from '../../words/differences.ts'
import { fieldInWords, fieldLabel } from '../../words/fields.ts'
import { classInWords } from '../../words/policies.ts'
import { valuePath } from './changes.ts'

type Parts = Pick<Scenario, 'base' | 'changes'>

const NOTHING: ScenarioChanges = { policy: [], values: [], overrides: [] }
const NOT_SAID: Text = { zh: '', en: '' }
const BASE: Text = { zh: '基础', en: 'Base' }
const LOCKED: Text = { zh: '锁定', en: 'Locked' }
const YES_NO: readonly [Text, Text] = [
  { zh: '否', en: 'no' },
  { zh: '是', en: 'yes' },
]

const inBoth = (text: (language: Language) => string): Text => ({ zh: text('zh'), en: text('en') })
const pairOf = (field: Text, before: Text, after: Text): Pair => [field.zh, before.zh, after.zh, { field, before, after }]

/** A row of an older program has no base, and a whole policy; one of still before has not even the columns. */
function partsOf(row: Row | null, year: number): Parts | null {
  if (row === null) return null
  const text = (column: string): string | null => (typeof row[column] === 'string' ? row[column] : null)
  return scenarioParts({ policy: text('policy'), base: text('base'), changes: text('changes'), year })
}

const backwards = (changes: PolicyDifference[]): PolicyDifference[] =>
  changes
    .filter(({ path }) => path !== '')
    .map(({ path, old, new: now }) => ({ path, ...(now !== undefined && { old: now }), ...(old !== undefined && { new: old }) }))

/**
 * What the scenario did to the policy. The places are named by the base's policy of today, as no other is at hand; what they said
 * before is what was noted when the scenario was saved.
 * @returns null where the policies can't be put together any more
 */
function policyPairs(base: Policy, before: PolicyDifference[], after: PolicyDifference[], dictionary: Dictionary): Pair[] | null {
  try {
    const root = policyOf(applyDifferences(base, [...backwards(before), ...backwards(after)]).document)
    const sides = [before, after].map((changes) => applyDifferences(root, changes))
    if (sides.some(({ misfits }) => misfits.some(({ kind }) => kind === 'gone'))) return null
    const [was, is] = sides.map(({ document }) => policyOf(document))
    return differencesInWords(was!, is!, dictionary, differences(was!, is!)).map(({ label, old, new: now }) => pairOf(label, old, now))
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Where the places of the policy can't be named any more, at least how many were changed. */
function countPair(before: PolicyDifference[], after: PolicyDifference[]): Pair[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const counted = ({ length }: PolicyDifference[]): Text =>
    length === 0
      ? NOT_SAID
      : { zh: `改动 ${length} 处（现在的办法里已找不到）`, en: `${length} changes (no longer found in the policy of today)` }
  return [pairOf({ zh: '办法', en: 'Policy' }, counted(before), counted(after))]
}

/** Entries of two lists beside each other, by what they are about. */
function beside<T>(before: T[], after: T[], keyOf: (each: T) => string): Array<[was: T | undefined, is: T | undefined]> {
  const [was, is] = [before, after].map((list) => new Map(list.map((each) => [keyOf(each), each])))
  return [...new Set([...was!.keys(), ...is!.keys()])].map((key) => [was!.get(key), is!.get(key)])
}

function suppositionPairs(
  before: ScenarioChanges,
  after: ScenarioChanges,
  policy: Policy | null,
  named: (key: string) => string,
  dictionary: Dictionary,
): Pair[] {
  const classed = (key: string | null | undefined): Text => {
    if (key === undefined) return NOT_SAID
    if (key === null) return { zh: '按办法', en: 'by the rules' }
    return policy === null ? { zh: `${key}类`, en: `class ${key}` } : inBoth((language) => classInWords(key, policy, language))
  }
  const valued = (field: string, value: IndicatorValue | undefined): Text => {
    if (value === undefined) return NOT_SAID
    return policy === null
      ? inBoth(() => String(value ?? '–'))
      : inBoth((language) => fieldInWords(field, value, { policy, dictionary }, language))
  }
  return [
    ...beside(before.values, after.values, valuePath).map(([was, is]) => {
      const { key, field } = (was ?? is)!
      const label = fieldLabel(field, dictionary.indicators)
      const whom = inBoth((language) => `${named(key)} · ${textIn(label, language)}`)
      return pairOf(whom, valued(field, was?.value), valued(field, is?.value))
    }),
    ...beside(before.overrides, after.overrides, (each) => each.key).map(([was, is]) => {
      const name = named((was ?? is)!.key)
      return pairOf({ zh: `${name} · 人工定类`, en: `${name} · class by hand` }, classed(was?.class), classed(is?.class))
    }),
  ]
}

/** What a scenario stands on and supposes, each thing on a line of its own. */
function suppositionsInLog(before: Row | null, after: Row | null, { nameOf, dictionary, currentYear, baseOf }: LogReader): Pair[] {
  const [was, is] = [partsOf(before, currentYear), partsOf(after, currentYear)]
  const { base } = (is ?? was)!
  const { policy } = baseOf(base)
  const [old, now] = [was?.changes ?? NOTHING, is?.changes ?? NOTHING]
  const year = base.kind === 'scenario' ? currentYear : base.year
  const called = (parts: Parts | null): Text => (parts === null ? NOT_SAID : baseOf(parts.base).name)
  const ofPolicy = policy === null ? null : policyPairs(policy, old.policy, now.policy, dictionary)
  return [
    pairOf(BASE, called(was), called(is)),
    ...(ofPolicy ?? countPair(old.policy, now.policy)),
    ...suppositionPairs(old, now, policy, (key) => nameOf(key, year), dictionary),
  ]
}

const lockedIn = (row: Row | null): Text => YES_NO[Number(row?.['locked'] ?? 0) === 1 ? 1 : 0]

export const scenarioRows = {
  scenario: {
    subject: 'scenario',
    tell: (change, reader) => {
      const { before, after } = change
      return {
        key: String(change.key[0]),
        name: String((after ?? before)!.name),
        year: null,
        pairs: [
          presence(change),
          ['name', before?.name ?? null, after?.name ?? null],
          ['note', before?.note || null, after?.note || null],
          pairOf(LOCKED, lockedIn(before), lockedIn(after)),
          ...suppositionsInLog(before, after, reader),
        ],
      }
    },
  },
} satisfies RowsInLog
