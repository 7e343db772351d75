import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Dialogs stay in the document when they are closed. */
const isDialogShown = (): boolean =>
  [...document.querySelectorAll('[role=dialog][aria-modal=true]')].some((each) => each.getClientRects().length > 0)

/** Ctrl+K opens and closes the palette from anywhere, also while something is being typed; not over a dialog. */
export function usePaletteKey(): { isOpen: Ref<boolean> } {
  const isOpen = ref(false)
  const onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
    event.preventDefault()
    const isAsked = !isOpen.value && isDialogShown()
    if (!isAsked) isOpen.value = !isOpen.value
  }
  onMounted(() => document.addEventListener('keydown', onKey, true))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey, true))
  return { isOpen }
}
