import { computed, reactive, toRefs } from 'vue'
import { matchesSearch } from '../format/plain-text.ts'

interface Place {
  name: string
  code: string
  district: string
  subdistrict: string
}

/** Search, district and subdistrict, as every list of communities has them. */
export function usePlaceFilter() {
  const state = reactive({ search: '', district: '', subdistrict: '' })
  const narrowed = computed(() => state.search.trim() !== '' || state.district !== '')
  const passes = (each: Place): boolean =>
    (state.district === '' || each.district === state.district) &&
    (state.subdistrict === '' || each.subdistrict === state.subdistrict) &&
    matchesSearch(state.search, [each.name, each.subdistrict, each.district, each.code])
  const clear = (): void => {
    Object.assign(state, { search: '', district: '', subdistrict: '' })
  }
  return { ...toRefs(state), narrowed, passes, clear }
}
