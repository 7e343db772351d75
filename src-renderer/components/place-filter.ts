import { computed, reactive, ref, toRef } from 'vue'
import { matchesSearch } from '../format/plain-text.ts'

interface Place {
  name: string
  code: string
  district: string
  subdistrict: string
}

const anywhere = () => ({ district: '', subdistrict: '' })
/** Where the reader looks: kept while she goes from page to page. What she searches for is gone with its page, for it finds one thing. */
const kept = reactive(anywhere())

/** The community that was chosen last, on whichever page. */
export const chosenCommunity = ref<string | null>(null)

/** Another plan has other places. */
export function forgetPlaces(): void {
  Object.assign(kept, anywhere())
  chosenCommunity.value = null
}

/**
 * Search, district and subdistrict, as every list of communities has them.
 * @param isOwn a list in a dialog looks where it likes; those of pages all look at the same place
 */
export function usePlaceFilter(isOwn = false) {
  const place = isOwn ? reactive(anywhere()) : kept
  const search = ref('')
  const narrowed = computed(() => search.value.trim() !== '' || place.district !== '')
  const passes = (each: Place): boolean =>
    (place.district === '' || each.district === place.district) &&
    (place.subdistrict === '' || each.subdistrict === place.subdistrict) &&
    matchesSearch(search.value, [each.name, each.subdistrict, each.district, each.code])
  const clear = (): void => {
    search.value = ''
    Object.assign(place, anywhere())
  }
  return { search, district: toRef(place, 'district'), subdistrict: toRef(place, 'subdistrict'), narrowed, passes, clear }
}
