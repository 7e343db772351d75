import { watch } from 'vue'
import { useSession } from './session.ts'

/** Follows the plan while the page is shown: reads now, and after every change. */
export function keepFresh(...parts: { follow(): Promise<void> }[]): void {
  const session = useSession()
  watch(
    () => session.moment,
    () => {
      for (const part of parts) void part.follow()
    },
    { immediate: true },
  )
}
