import { onBeforeUnmount, onMounted, ref } from 'vue'
import { START_LOCATION, useRouter } from 'vue-router'

const STORED_AS = 'quanheng.navigation'
/** Below this the navigation would take the room of a column of every table: it lies over the page while it is needed. */
const NARROW = '(max-width: 1199px)'

/**
 * Whether the navigation is to be seen: on a wide screen beside the page, folded and unfolded as the reader likes it (remembered on this
 * computer); on a narrow one over the page, until a page is chosen.
 */
export function useNavigationFold() {
  const query = window.matchMedia(NARROW)
  const isNarrow = ref(query.matches)
  const isWanted = ref(localStorage.getItem(STORED_AS) !== 'folded')
  const isOver = ref(false)

  const follow = (): void => {
    isNarrow.value = query.matches
    isOver.value = false
  }
  onMounted(() => query.addEventListener('change', follow))
  onBeforeUnmount(() => query.removeEventListener('change', follow))
  const close = (): void => {
    isOver.value = false
  }
  // The first page may come after somebody has already opened the navigation.
  onBeforeUnmount(useRouter().afterEach((_to, from) => from !== START_LOCATION && close()))

  return {
    isNarrow,
    isShown: (): boolean => (isNarrow.value ? isOver.value : isWanted.value),
    close,
    toggle(): void {
      if (isNarrow.value) {
        isOver.value = !isOver.value
        return
      }
      isWanted.value = !isWanted.value
      localStorage.setItem(STORED_AS, isWanted.value ? 'shown' : 'folded')
    },
  }
}
