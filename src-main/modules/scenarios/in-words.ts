import type { Dictionary, IndicatorValue } from '../../model/indicator.ts'
import { differencesInWords } from '../../words/differences.ts'
import { classInWords, moneyInWords, valueInWords } from '../../words/policies.ts'
import type { ScenarioChanges, ScenarioDifference } from '../../model/scenario.ts'
import type { Language } from '../../model/text.ts'
import { differences } from '../../policy/difference.ts'
import { valuePath } from './changes.ts'
import type { Standpoint } from '../../desk/standpoint.ts'

type Said = ScenarioDifference['old']
const UNKNOWN: Said = { zh: '未知', en: 'unknown' }
const NONE: Said = { zh: '按办法', en: 'by the rules' }
const FIELDS: Readonly<Record<string, Said>> = {
  previousAmount: { zh: '上年经费', en: "Last year's amount" },
  previousClass: { zh: '上年类别', en: "Last year's class" },
}

const inBoth = (text: (language: Language) => string): Said => ({ zh: text('zh'), en: text('en') })

/** What a field of a community says, with its unit. */
function fieldInWords(field: string, value: IndicatorValue | undefined, { policy }: Standpoint, dictionary: Dictionary): Said {
  if (value === null || value === undefined) return UNKNOWN
  if (field === 'previousAmount') return inBoth((language) => moneyInWords(Number(value), language))
  if (field === 'previousClass') return inBoth((language) => classInWords(String(value), policy, language))
  return inBoth((language) => valueInWords(field, value, { policy, dictionary }, language))
}

/**
 * All that a scenario says otherwise than its base, ready to read: the policy by its own differences, then values, then classes by hand.
 * @param base the standpoint it is measured against
 * @param own the standpoint with the changes
 */
export function scenarioDifferences(
  base: Standpoint,
  own: Standpoint,
  changes: ScenarioChanges,
  dictionary: Dictionary,
): ScenarioDifference[] {
  const before = new Map(base.facts.map((each) => [each.key, each]))
  const named = (key: string): string => before.get(key)?.name ?? key
  const indicators = new Map(dictionary.indicators.map((each) => [each.key, each.label]))
  const policy = differencesInWords(base.policy, own.policy, dictionary, differences(base.policy, own.policy)).map(
    (each): ScenarioDifference => ({
      area: 'policy',
      path: each.difference.path,
      also: each.also.map((other) => other.path),
      label: each.label,
      old: each.old,
      new: each.new,
    }),
  )
  const values = changes.values.map(({ key, field, value }): ScenarioDifference => {
    const facts = before.get(key)
    const old = field === 'previousAmount' ? facts?.previousFen : field === 'previousClass' ? facts?.previousClass : facts?.values[field]
    const label = FIELDS[field] ?? indicators.get(field) ?? { zh: field, en: field }
    return {
      area: 'value',
      path: valuePath({ key, field }),
      also: [],
      label: inBoth((language) => `${named(key)} · ${label[language]}`),
      old: fieldInWords(field, old, base, dictionary),
      new: fieldInWords(field, value, own, dictionary),
    }
  })
  const classes = changes.overrides.map(({ key, class: reached }): ScenarioDifference => {
    const old = base.overrides.find((each) => each.key === key)
    const classed = (each: string, standpoint: Standpoint): Said => inBoth((language) => classInWords(each, standpoint.policy, language))
    return {
      area: 'override',
      path: key,
      also: [],
      label: { zh: `${named(key)} · 人工定类`, en: `${named(key)} · class by hand` },
      old: old === undefined ? NONE : classed(old.class, base),
      new: reached === null ? NONE : classed(reached, own),
    }
  })
  return [...policy, ...values, ...classes]
}
