import { computed, onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { MENU_CHOICES, type MenuChoice } from '../../src-main/contract/bridge.ts'
import { printHere } from '../stores/print-here.ts'
import { useSession } from '../stores/session.ts'
import { isTyping, useHistory } from './history-keys.ts'

/** What can be chosen where no plan is open. */
const WITHOUT_PLAN: MenuChoice[] = ['openPlan', 'newPlan', 'help']

/**
 * Does what was chosen in the window's own menu, on every page, and says what can be chosen; a plain browser has none.
 * @param isUsable false where there is nothing but the reason why the start failed
 */
export function useMenu(isUsable: Ref<boolean>): void {
  const session = useSession()
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
    print: () => (printHere.value === null ? router.push({ name: 'print-allocation' }) : printHere.value()),
    undo: () => stepBack('undo', undo),
    redo: () => stepBack('redo', redo),
    help: () => router.push({ name: 'help' }),
  }

  const possible = computed(() => (!isUsable.value ? [] : session.plan === null ? WITHOUT_PLAN : [...MENU_CHOICES]))
  watch(possible, (choices) => void window.bridge?.setMenu([...choices]), { immediate: true })

  let stop: (() => void) | undefined
  onMounted(() => {
    stop = window.bridge?.onMenu((choice) => {
      void choices[choice]()
    })
  })
  onBeforeUnmount(() => stop?.())
}
