import { computed, ref, watch } from 'vue'

/**
 * A field whose text is a value once it can be read: every readable text is passed on while it is typed, and the field's own text is put
 * right when it is left. A text that can't be read is marked, and given up when the field is left.
 * @param shown the value as it is written in the field
 * @param read the typed text as a value, null where it is none
 */
export function useTypedField<T>(shown: () => string, read: (text: string) => T | null, emit: (value: T) => void, leave: () => void) {
  const text = ref(shown())
  const isTyping = ref(false)
  watch(shown, (now) => {
    if (!isTyping.value) text.value = now
  })
  const isWrong = computed(() => isTyping.value && read(text.value) === null)
  function type(typed: string): void {
    text.value = typed
    isTyping.value = true
    const value = read(typed)
    if (value !== null) emit(value)
  }
  function done(): void {
    isTyping.value = false
    text.value = shown()
    leave()
  }
  return { text, isWrong, type, done }
}
