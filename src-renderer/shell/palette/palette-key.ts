import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Ctrl+K opens and closes the palette from anywhere, also while something is being typed; not over a dialog. */
export function usePaletteKey(): { isOpen: Ref<boolean> } {
  const isOpen = ref(false)
  const onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
    event.preventDefault()
    const isAsked = !isOpen.value && document.querySelector('[role=dialog][aria-modal=true]:not([style*="display: none"])') !== null
    if (!isAsked) isOpen.value = !isOpen.value
  }
  onMounted(() => document.addEventListener('keydown', onKey, true))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey, true))
  return { isOpen }
}
