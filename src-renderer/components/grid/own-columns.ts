import type { ColumnRegular } from '@revolist/revogrid'
import type { Ref } from 'vue'
import { fittingWidth, moved, type ColumnLayout } from './column-layout.ts'
import type { GridColumn, GridRow } from './grid-types.ts'
import { useHeadingDrag } from './heading-drag.ts'

interface Around {
  host: Readonly<Ref<HTMLElement | null>>
  layout: Ref<ColumnLayout>
  columns: Readonly<Ref<readonly GridColumn[]>>
  rows: () => readonly GridRow[]
}

/** What the reader does to the columns: drags them elsewhere, makes them wider or just wide enough. */
export function useOwnColumns({ host, layout, columns, rows }: Around) {
  const moveTo = (key: string, to: number): void => {
    layout.value = { ...layout.value, order: moved(columns.value, key, to) }
  }
  const setWidths = (widths: Readonly<Record<string, number>>): void => {
    layout.value = { ...layout.value, widths: { ...layout.value.widths, ...widths } }
  }
  const wasDragged = useHeadingDrag(host, (key, at) =>
    moveTo(
      key,
      columns.value.findIndex((each) => each.key === at),
    ),
  )
  const pen = document.createElement('canvas').getContext('2d')
  return {
    moveTo,
    wasDragged,
    /** The library's own way to make a column wider, which it would forget with the next change. */
    onResize(event: CustomEvent<Readonly<Record<number, ColumnRegular>>>): void {
      const sized = Object.values(event.detail).flatMap(({ prop, size }) => (size === undefined ? [] : [[String(prop), size] as const]))
      setWidths(Object.fromEntries(sized))
    },
    fit(chosen: readonly GridColumn[]): void {
      const font = getComputedStyle(host.value!).fontFamily
      const measure = (text: string, bold: boolean): number => {
        if (pen === null) return 0
        pen.font = `${bold ? '600 ' : ''}13px ${font}`
        return pen.measureText(text).width
      }
      setWidths(Object.fromEntries(chosen.map((column) => [column.key, fittingWidth(column, rows(), measure)])))
    },
  }
}
