import type { ColumnGrouping, ColumnRegular } from '@revolist/revogrid'
import type { CellMark, GridColumn, GridSort } from './grid-types.ts'

/** Keys under which a row of the library carries our row key and the second lines; no indicator key may contain a colon. */
export const ROW_KEY = 'row:key'
export const BELOW = 'row:below'

/** What the columns need to know of the table around them. */
export interface Surroundings {
  sort: GridSort | null
  markOf(rowKey: string, columnKey: string): CellMark | undefined
  isFound(rowKey: string, columnKey: string): boolean
  /** null: this table can't be filtered by column. */
  filters: { on: ReadonlySet<string>; labelOf(column: GridColumn): string } | null
  /** Every cell has a second line. */
  twoLines: boolean
}

const arrow = (column: GridColumn, sort: GridSort | null): string =>
  sort?.column !== column.key ? '' : sort.direction === 'up' ? ' ▲' : ' ▼'

const FUNNEL = 'M1 2h10L7.2 6.6V10.5L4.8 9V6.6Z'

/** @param first its filter button is the one that Tab reaches; from there arrows go to the others */
function libraryColumn(column: GridColumn, first: boolean, { sort, markOf, isFound, filters, twoLines }: Surroundings): ColumnRegular {
  return {
    prop: column.key,
    name: column.title,
    size: column.width,
    pin: column.frozen ? 'colPinStart' : undefined,
    readonly: column.readOnly,
    columnProperties: () => ({
      title: column.note,
      'data-column': column.key,
      class: { numeric: column.numeric, computed: column.readOnly && !column.frozen },
      'aria-sort': sort?.column === column.key ? (sort.direction === 'up' ? 'ascending' : 'descending') : 'none',
    }),
    columnTemplate: (h) =>
      h('span', { class: 'heading' }, [
        h('span', { class: 'title' }, column.title + arrow(column, sort)),
        h('span', { class: 'unit-row' }, [
          h('span', { class: 'unit' }, column.unit),
          ...(filters === null
            ? []
            : [
                h(
                  'button',
                  {
                    type: 'button',
                    class: 'filter-button',
                    tabIndex: first ? 0 : -1,
                    'data-filter': column.key,
                    'aria-label': filters.labelOf(column),
                    title: filters.labelOf(column),
                    'aria-pressed': String(filters.on.has(column.key)),
                    'aria-haspopup': 'dialog',
                  },
                  [
                    h('svg', { width: 12, height: 12, viewBox: '0 0 12 12', 'aria-hidden': 'true' }, [
                      h('path', { d: FUNNEL, fill: 'currentColor' }),
                    ]),
                  ],
                ),
              ]),
        ]),
      ]),
    ...(twoLines
      ? {
          cellTemplate: (h, { model, value }) => {
            const below = (model[BELOW] as Record<string, string>)[column.key]
            const text = String(value ?? '')
            const second = below === undefined ? [] : [h('span', { class: { below: true, changed: below !== text } }, below)]
            return h('span', { class: 'lines' }, [h('span', {}, text), ...second])
          },
        }
      : {}),
    cellProperties: ({ model }) => {
      const rowKey = String(model[ROW_KEY])
      const mark = markOf(rowKey, column.key)
      return {
        'data-row': rowKey,
        'data-column': column.key,
        class: {
          numeric: column.numeric,
          computed: column.readOnly && !column.frozen,
          place: column.frozen,
          [mark?.level ?? 'unmarked']: true,
          found: isFound(rowKey, column.key),
        },
        ...(mark === undefined ? {} : { title: mark.reason }),
        ...(mark?.level === 'error' ? { 'aria-invalid': 'true' } : {}),
      }
    },
  }
}

/** @returns our columns in the library's form, neighbours of one group under a common heading. */
export function libraryColumns(columns: readonly GridColumn[], surroundings: Surroundings): (ColumnGrouping | ColumnRegular)[] {
  const groups: { name: string; children: ColumnRegular[] }[] = []
  for (const column of columns) {
    const made = libraryColumn(column, column === columns[0], surroundings)
    const last = groups.at(-1)
    if (last !== undefined && last.name === column.group && last.children.at(-1)?.pin === made.pin) last.children.push(made)
    else groups.push({ name: column.group, children: [made] })
  }
  return groups
}
