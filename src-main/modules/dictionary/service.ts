import { Indicator, type Dictionary, type IndicatorGroup } from '../../model/indicator.ts'
import type { ParsedInputOf } from '../../contract/operations.ts'
import type { Summary } from '../../words/summaries.ts'
import { textIn, type Text } from '../../model/text.ts'
import { appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { activeOf, doubtfulValues, refuseLosingValues, refuseWrongDictionary, usersOf } from './dictionary-checks.ts'
import type { Service } from '../../desk/service.ts'

/** @throws plan.indicatorUnknown */
function indicatorOf(desk: Desk, key: string): Indicator {
  const found = desk.wholeDictionary.indicators.find((each) => each.key === key)
  if (found === undefined) throw appError('plan.indicatorUnknown', { indicator: key }, { indicator: key })
  return found
}

const withGroup = (dictionary: Dictionary, group: IndicatorGroup | undefined): Dictionary =>
  group === undefined || dictionary.groups.some((each) => each.key === group.key)
    ? dictionary
    : { ...dictionary, groups: [...dictionary.groups, group] }

const withIndicator = (dictionary: Dictionary, changed: Indicator): Dictionary => ({
  ...dictionary,
  indicators: dictionary.indicators.map((each) => (each.key === changed.key ? changed : each)),
})

/** Null takes a part of the definition away; what is not named stays. */
const changedBy = (before: Indicator, change: ParsedInputOf<'dictionary.changeIndicator'>['change']): Indicator =>
  Indicator.parse(Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, part]) => part !== null && part !== undefined)))

const named = (label: Text): Summary => ({ key: 'dictionaryIndicator', params: { label: label.zh, labelEn: textIn(label, 'en') } })
const renamed = (before: Text, after: Text): Summary => ({
  key: 'dictionaryRename',
  params: { label: before.zh, labelEn: textIn(before, 'en'), newLabel: after.zh, newLabelEn: textIn(after, 'en') },
})

function save(desk: Desk, operation: string, summary: Summary, after: Dictionary): Promise<void> {
  return desk.store.command(operation, summary, (plan) => plan.dictionary.save(after))
}

/** The given keys first, in their order. @throws plan.indicatorOrder unless each of `all` is named once */
function reordered<T extends { key: string }>(all: readonly T[], keys: readonly string[]): T[] {
  const wrong =
    keys.find((key, position) => keys.indexOf(key) < position || !all.some((each) => each.key === key)) ??
    all.find((each) => !keys.includes(each.key))?.key
  if (wrong !== undefined) throw appError('plan.indicatorOrder', { value: wrong })
  return keys.map((key) => all.find((each) => each.key === key)!)
}

/** The plan's dictionary. Template, grid, import, policy check and export read it, so whatever changes here changes there at once. */
export const dictionary = (desk: Desk) =>
  ({
    'dictionary.get': ({ retired }) => (retired ? desk.wholeDictionary : desk.dictionary),
    'dictionary.addIndicator': async ({ indicator, newGroup, after: neighbour }) => {
      const before = desk.wholeDictionary
      const { key, label } = indicator
      if (before.indicators.some((each) => each.key === key)) throw appError('plan.indicatorTwice', { indicator: key }, { indicator: key })
      const at = neighbour === undefined ? before.indicators.length : before.indicators.indexOf(indicatorOf(desk, neighbour)) + 1
      const after = { ...withGroup(before, newGroup), indicators: before.indicators.toSpliced(at, 0, indicator) }
      refuseWrongDictionary(desk, after, indicator)
      await save(desk, 'dictionary.addIndicator', named(label), after)
      return { problems: [] }
    },
    'dictionary.changeIndicator': async ({ key, change, newGroup }) => {
      const before = indicatorOf(desk, key)
      const changed = changedBy(before, change)
      refuseLosingValues(desk, before, changed)
      const after = withIndicator(withGroup(desk.wholeDictionary, newGroup), changed)
      refuseWrongDictionary(desk, after, changed)
      const problems = doubtfulValues(desk, after, key)
      await save(
        desk,
        'dictionary.changeIndicator',
        before.label.zh === changed.label.zh ? named(changed.label) : renamed(before.label, changed.label),
        after,
      )
      return { problems }
    },
    'dictionary.retireIndicator': async ({ key }) => {
      const before = indicatorOf(desk, key)
      const users = usersOf(desk, key)
      if (users.length > 0)
        throw appError('plan.indicatorInUse', { indicator: before.label.zh, users: users.join('、') }, { indicator: key })
      await save(desk, 'dictionary.retireIndicator', named(before.label), withIndicator(desk.wholeDictionary, { ...before, retired: true }))
      return { problems: [] }
    },
    'dictionary.restoreIndicator': async ({ key }) => {
      const { retired: _, ...active } = indicatorOf(desk, key)
      const after = withIndicator(desk.wholeDictionary, active)
      refuseWrongDictionary(desk, after, active)
      await save(desk, 'dictionary.restoreIndicator', named(active.label), after)
      return { problems: doubtfulValues(desk, after, key) }
    },
    'dictionary.reorder': async ({ indicators, groups }) => {
      const before = desk.wholeDictionary
      const active = reordered(activeOf(before), indicators)
      const after = {
        ...before,
        groups: groups === undefined ? before.groups : reordered(before.groups, groups),
        indicators: [...active, ...before.indicators.filter((each) => each.retired === true)],
      }
      await save(desk, 'dictionary.reorder', { key: 'dictionaryReorder', params: { count: active.length } }, after)
      return { problems: [] }
    },
  }) satisfies Partial<Service>
