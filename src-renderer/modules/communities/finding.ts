import { computed, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import type { EntryBatch, GridColumn, GridRow } from '../../components/grid/grid-types.ts'
import { findCells, replacing } from './find.ts'

interface Around {
  rows: Ref<readonly GridRow[]>
  columns: Ref<readonly GridColumn[]>
  grid: Readonly<Ref<{ goTo(row: string, column: string): Promise<void>; reveal(row: string, column: string): Promise<void> } | null>>
  bar: Readonly<Ref<{ focus(): void } | null>>
  /** Takes what is replaced. */
  write(batch: EntryBatch): void
  /** Whether something else has the keyboard: then Ctrl+F is none of its business. */
  busy(): boolean
}

/** Finding in the table: what is sought, which of the cells found is looked at, and Ctrl+F. */
export function useFinding({ rows, columns, grid, bar, write, busy }: Around) {
  const finding = ref(false)
  const sought = ref('')
  const foundAt = ref(0)
  const matches = computed(() => (finding.value ? findCells(sought.value, rows.value, columns.value) : []))
  const found = computed(() => matches.value[foundAt.value] ?? null)
  const showFound = (): void => {
    if (found.value !== null) void grid.value?.reveal(found.value.rowKey, found.value.columnKey)
  }
  watch(sought, () => {
    foundAt.value = 0
    showFound()
  })
  function step(by: 1 | -1): void {
    const { length } = matches.value
    foundAt.value = length === 0 ? 0 : (foundAt.value + by + length) % length
    showFound()
  }
  function closeFind(): void {
    const cell = found.value
    finding.value = false
    if (cell !== null) void grid.value?.goTo(cell.rowKey, cell.columnKey)
  }
  /** Replaces in the cell that is looked at, or in all that were found, as one step. */
  function replace(by: string, everywhere: boolean): void {
    const cells = everywhere ? matches.value : found.value === null ? [] : [found.value]
    write(replacing(sought.value, by, cells, rows.value, columns.value))
  }
  function onKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'f' || busy()) return
    event.preventDefault()
    finding.value = true
    bar.value?.focus()
  }
  onMounted(() => document.addEventListener('keydown', onKey, true))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey, true))
  return { finding, sought, foundAt, matches, found, step, closeFind, replace }
}
