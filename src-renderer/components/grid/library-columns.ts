import type { ColumnGrouping, ColumnRegular } from '@revolist/revogrid'
import type { CellMark, GridColumn, GridSort } from './grid-types.ts'

/** Key under which a row of the library carries our row key; no indicator key may contain a colon. */
export const ROW_KEY = 'row:key'

const arrow = (column: GridColumn, sort: GridSort | null): string =>
  (sort?.column !== column.key ? '' : sort.direction === 'up' ? ' ▲' : ' ▼')

function libraryColumn(column: GridColumn, sort: GridSort | null, markOf: (rowKey: string, columnKey: string) => CellMark | undefined): ColumnRegular {
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
    columnTemplate: (h) => h('span', { class: 'heading' }, [
      h('span', { class: 'title' }, column.title + arrow(column, sort)),
      h('span', { class: 'unit' }, column.unit),
    ]),
    cellProperties: ({ model }) => {
      const rowKey = String(model[ROW_KEY])
      const mark = markOf(rowKey, column.key)
      return {
        'data-row': rowKey,
        'data-column': column.key,
        class: { numeric: column.numeric, computed: column.readOnly && !column.frozen, place: column.frozen, [mark?.level ?? 'unmarked']: true },
        ...(mark === undefined ? {} : { title: mark.reason }),
        ...(mark?.level === 'error' ? { 'aria-invalid': 'true' } : {}),
      }
    },
  }
}

/** @returns our columns in the library's form, neighbours of one group under a common heading. */
export function libraryColumns(
  columns: readonly GridColumn[], sort: GridSort | null, markOf: (rowKey: string, columnKey: string) => CellMark | undefined,
): (ColumnGrouping | ColumnRegular)[] {
  const groups: { name: string; children: ColumnRegular[] }[] = []
  for (const column of columns) {
    const made = libraryColumn(column, sort, markOf)
    const last = groups.at(-1)
    if (last !== undefined && last.name === column.group && last.children.at(-1)?.pin === made.pin) last.children.push(made)
    else groups.push({ name: column.group, children: [made] })
  }
  return groups
}
