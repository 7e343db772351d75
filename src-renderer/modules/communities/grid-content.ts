import type { GridColumn, GridRow } from '../../components/grid/grid-types.ts'
import { headingWidth } from '../../components/grid/heading-width.ts'
import { formatIndicatorValue } from '../../format/indicator-value.ts'
import { formatMoney } from '../../format/money.ts'
import type { Words } from '../../locales/words.ts'
import { PREVIOUS_AMOUNT, PREVIOUS_CLASS } from '../../../src-main/model/field.ts'
import type { Dictionary, Indicator } from '../../../src-main/model/indicator.ts'
import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import type { Policy } from '../../../src-main/model/policy.ts'

const PLACE_WIDTHS = { name: 136, district: 80, subdistrict: 124 } as const

const unitOf = (indicator: Indicator, words: Words): string =>
  indicator.kind === 'share' ? '%' : indicator.unit === undefined ? '' : words.text(indicator.unit)

/** Wide enough for the heading and for seven digits. */
const widthOf = (heading: string, unit: string): number => Math.max(84, headingWidth(heading, unit))

function indicatorColumn(indicator: Indicator, dictionary: Dictionary, words: Words): GridColumn {
  const unit = unitOf(indicator, words)
  const title = words.text(indicator.label)
  const derived = indicator.formula !== undefined
  const group = dictionary.groups.find((each) => each.key === indicator.group)
  const choices =
    indicator.kind === 'category'
      ? indicator.options.map((option) => words.text(option.label))
      : indicator.kind === 'flag'
        ? [words.t('common.yes'), words.t('common.no')]
        : []
  return {
    key: indicator.key,
    title,
    unit: [unit, indicator.required ? words.t('communities.required') : ''].filter((part) => part !== '').join(' · '),
    measure: unit,
    note: [title, indicator.note === undefined ? '' : words.text(indicator.note), derived ? words.t('communities.derived') : '']
      .filter((part) => part !== '')
      .join('\n'),
    group: group === undefined ? indicator.group : words.text(group.label),
    width: widthOf(title, unit),
    frozen: false,
    numeric: indicator.kind === 'number' || indicator.kind === 'share',
    readOnly: derived,
    choices,
  }
}

/**
 * @param places those of the communities: offered where one is put right
 * @returns the columns of the indicator table: place (in view always), the delivered and derived indicators, last year.
 */
export function gridColumns(
  dictionary: Dictionary,
  policy: Policy,
  places: { districts: string[]; subdistricts: string[] },
  words: Words,
): GridColumn[] {
  const place = (key: keyof typeof PLACE_WIDTHS, title: string, choices: string[] = []): GridColumn => ({
    key,
    title,
    unit: '',
    note: [title, words.t('communities.correctNote')].join('\n'),
    group: words.t('communities.placeGroup'),
    width: Math.max(PLACE_WIDTHS[key], widthOf(title, '')),
    frozen: true,
    numeric: false,
    readOnly: false,
    choices,
  })
  const ledger = words.t('communities.ledgerGroup')
  return [
    place('name', words.t('communities.name')),
    place('district', words.t('common.district'), places.districts),
    place('subdistrict', words.t('common.subdistrict'), places.subdistricts),
    ...dictionary.indicators.map((each) => indicatorColumn(each, dictionary, words)),
    {
      key: PREVIOUS_AMOUNT,
      title: words.t('communities.previousAmount'),
      unit: words.t('common.yuan'),
      note: words.t('communities.previousAmount'),
      group: ledger,
      width: 100,
      frozen: false,
      numeric: true,
      readOnly: false,
      choices: [],
    },
    {
      key: PREVIOUS_CLASS,
      title: words.t('communities.previousClass'),
      unit: '',
      note: words.t('communities.previousClass'),
      group: ledger,
      width: 96,
      frozen: false,
      numeric: false,
      readOnly: false,
      choices: policy.classes.map((each) => each.key),
    },
  ]
}

/** @returns a community as a row of texts. */
export function gridRow(community: CommunityFacts, dictionary: Dictionary, words: Words): GridRow {
  const cells: Record<string, string> = {
    name: community.name,
    district: community.district,
    subdistrict: community.subdistrict,
    [PREVIOUS_AMOUNT]: community.previousFen === null ? '' : formatMoney(community.previousFen, 'yuan'),
    [PREVIOUS_CLASS]: community.previousClass ?? '',
  }
  for (const indicator of dictionary.indicators)
    cells[indicator.key] = formatIndicatorValue(indicator, community.values[indicator.key], words)
  return { key: community.key, cells }
}
