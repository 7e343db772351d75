import { computed, type Ref } from 'vue'
import type { GridColumn, GridRow } from '../../components/grid/grid-types.ts'
import { madeOnce } from '../../components/made-once.ts'
import { sortedBy } from '../../components/table-types.ts'
import { compareNames } from '../../format/plain-text.ts'
import { useWords } from '../../locales/words.ts'
import { useFacts } from '../../stores/facts.ts'
import { useRules } from '../../stores/rules.ts'
import { districtsOf } from '../../../src-main/model/places.ts'
import { fieldOf, fieldValue } from '../../../src-main/model/field.ts'
import { fenIn, readNumberText, TYPED } from '../../../src-main/model/value.ts'
import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import { testOf, type ColumnFilter } from './column-filters.ts'
import { gridColumns, gridRow } from './grid-content.ts'
import type { View } from './saved-views.ts'

/** What of the communities a view shows, and in which order. @param passes whatever else narrows the list */
export function useShown(view: Ref<View>, passes: (each: CommunityFacts) => boolean) {
  const facts = useFacts()
  const rules = useRules()
  const { words } = useWords()

  /** As a text, so that a value that changes elsewhere does not make the columns anew. */
  const placeNames = computed(() => {
    const places = facts.communities ?? []
    return JSON.stringify([districtsOf(places), [...new Set(places.map((each) => each.subdistrict))]])
  })
  const allColumns = computed<GridColumn[]>(() => {
    if (rules.source === null) return []
    const [districts, subdistricts] = JSON.parse(placeNames.value) as [string[], string[]]
    return gridColumns(rules.source.dictionary, rules.source.policy, { districts, subdistricts }, words.value)
  })
  const columns = computed(() => allColumns.value.filter((each) => each.frozen || !view.value.hidden.includes(each.key)))
  const rowOf = computed(() => {
    const { dictionary } = rules
    return dictionary === null ? null : madeOnce((each: CommunityFacts) => gridRow(each, dictionary, words.value))
  })
  /** Every community as texts, whatever is shown: only those are written anew that are others than before. */
  const allRows = computed(() => {
    const row = rowOf.value
    return new Map<string, GridRow>(row === null ? [] : (facts.communities ?? []).map((each) => [each.key, row(each)]))
  })

  function readNumber(column: string, text: string): number | null {
    const field = fieldOf(column, rules.dictionary?.indicators ?? [])
    if (field?.kind === 'amount') return fenIn(text, TYPED)
    const reading = field?.kind === 'indicator' ? readNumberText(field.indicator, text, TYPED) : null
    return reading !== null && 'value' in reading ? reading.value : null
  }
  const testFor = (filter: ColumnFilter) => testOf(filter, (text) => readNumber(filter.column, text))
  /** A saved view may name a column that is no more. */
  const filters = computed(() => view.value.filters.filter((each) => allColumns.value.some((column) => column.key === each.column)))

  const shown = computed(() => {
    const tests = filters.value.flatMap((filter) => {
      const test = testFor(filter)
      return test === null ? [] : [{ column: filter.column, test }]
    })
    const found = (facts.communities ?? []).filter(
      (each) =>
        passes(each) && tests.every(({ column, test }) => test(fieldValue(each, column), allRows.value.get(each.key)?.cells[column] ?? '')),
    )
    const by = view.value.sort
    return by === null ? found : sortedBy(found, by.direction, (each) => fieldValue(each, by.column), compareNames)
  })
  return { allColumns, columns, allRows, filters, shown, readable: (filter: ColumnFilter): boolean => testFor(filter) !== null }
}
