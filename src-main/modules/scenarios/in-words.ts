import { fieldValue } from '../../model/field.ts'
import type { Dictionary, IndicatorValue } from '../../model/indicator.ts'
import { differencesInWords } from '../../words/differences.ts'
import { fieldInWords, fieldLabel } from '../../words/fields.ts'
import { classInWords } from '../../words/policies.ts'
import type { ScenarioChanges, ScenarioDifference } from '../../model/scenario.ts'
import { textIn, type Language } from '../../model/text.ts'
import { differences } from '../../policy/index.ts'
import { valuePath } from './changes.ts'
import type { Standpoint } from '../../desk/standpoint.ts'

type Said = ScenarioDifference['old']
const NONE: Said = { zh: '按办法', en: 'by the rules' }

const inBoth = (text: (language: Language) => string): Said => ({ zh: text('zh'), en: text('en') })

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
    const old = facts === undefined ? null : fieldValue(facts, field)
    const said = (found: IndicatorValue, { policy: rules }: Standpoint): Said =>
      inBoth((language) => fieldInWords(field, found, { policy: rules, dictionary }, language))
    const label = fieldLabel(field, dictionary.indicators)
    return {
      area: 'value',
      path: valuePath({ key, field }),
      also: [],
      label: inBoth((language) => `${named(key)} · ${textIn(label, language)}`),
      old: said(old, base),
      new: said(value, own),
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
