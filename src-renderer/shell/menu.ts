import { onBeforeUnmount, onMounted } from 'vue'
import { useRouter } from 'vue-router'
import type { MenuChoice } from '../../src-main/contract/bridge.ts'
import { isTyping, useHistory } from './history-keys.ts'

/** Does what was chosen in the window's own menu; a plain browser has none. */
export function useMenu(): void {
  const router = useRouter()
  const { undo, redo } = useHistory()

  /** While a text is being typed, undo and redo belong to that text. */
  const stepBack = (ofField: 'undo' | 'redo', ofPlan: () => Promise<void>): void => {
    if (isTyping(document.activeElement)) document.execCommand(ofField)
    else void ofPlan()
  }
  const choices: Record<MenuChoice, () => unknown> = {
    openPlan: () => router.push({ name: 'plans' }),
    newPlan: () => router.push({ name: 'plans' }),
    importSheet: () => router.push({ name: 'import' }),
    exportWorkbook: () => router.push({ name: 'allocation', query: { export: String(Date.now()) } }),
    print: () => router.push({ name: 'print-allocation' }),
    undo: () => stepBack('undo', undo),
    redo: () => stepBack('redo', redo),
    help: () => router.push({ name: 'help' }),
  }

  let stop: (() => void) | undefined
  onMounted(() => {
    stop = window.bridge?.onMenu((choice) => {
      void choices[choice]()
    })
  })
  onBeforeUnmount(() => stop?.())
}
