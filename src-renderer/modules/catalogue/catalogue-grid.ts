import type { CatalogueItem, ItemKind } from '../../../src-main/model/catalogue.ts'
import { textIn } from '../../../src-main/model/text.ts'
import type { CatalogueSource } from '../../../src-main/words/catalogue-field.ts'
import { catalogueFields } from '../../../src-main/words/catalogue-fields.ts'
import type { GridColumn, GridRow } from '../../components/grid/grid-types.ts'
import { headingWidth } from '../../components/grid/heading-width.ts'
import type { MessageKey } from '../../locales/messages.ts'
import type { Words } from '../../locales/words.ts'

/** Pixels for a share of a field's width. */
const PER_SHARE = 11
/** How many communities an item is answered so for. */
export const COVERAGE = 'coverage'

/** English texts have columns only where English is read; kinds are apart on pages of their own. */
const isShown = (key: string, language: 'zh' | 'en'): boolean => key !== 'kind' && (language === 'en' || !key.endsWith('En'))

/** The heading above a column. */
const groupOf = (key: string): MessageKey =>
  key === 'id' || key === 'title' ? 'catalogue.item' : key === 'others' || key.startsWith('class:') ? 'catalogue.answer' : 'catalogue.terms'

/** @returns the columns of a kind's items: id and title in view always, then every field, then how many communities it meets */
export function catalogueColumns(kind: ItemKind, source: CatalogueSource, words: Words): GridColumn[] {
  const fields = catalogueFields(source, kind)
    .filter(({ key }) => isShown(key, words.language))
    .map(({ key, heading, choices, width }): GridColumn => {
      const title = textIn(heading, words.language)
      return {
        key,
        title,
        unit: '',
        note: title,
        group: words.t(groupOf(key)),
        width: Math.max(headingWidth(title), width * PER_SHARE, key.startsWith('class:') && words.language === 'en' ? 96 : 74),
        frozen: key === 'id' || key === 'title',
        numeric: false,
        readOnly: key === 'id',
        choices: choices === undefined ? [] : Object.values(choices).map((each) => textIn(each, words.language)),
      }
    })
  const title = words.t('catalogue.coverage')
  const coverage = {
    key: COVERAGE,
    title,
    unit: '',
    note: title,
    group: words.t('catalogue.terms'),
    width: 150,
    frozen: false,
    numeric: false,
    readOnly: true,
    choices: [],
  }
  return [...fields, coverage]
}

type Counts = Readonly<Record<string, { yes: number; consent: number; no: number; unknown: number }>>

/** @returns an item as a row of texts */
export function catalogueGridRow(item: CatalogueItem, source: CatalogueSource, counts: Counts, words: Words): GridRow {
  const cells = catalogueFields(source, item.kind).map((field) => [field.key, field.write(item, source, words.language)] as const)
  const count = counts[item.id]
  const coverage = count === undefined ? '–' : [count.yes, count.consent, count.no, count.unknown].join(' / ')
  return { key: item.id, cells: { ...Object.fromEntries(cells), [COVERAGE]: coverage } }
}
