import { ref } from 'vue'
import { NAVIGATION, type PageName } from '../router.ts'

type Section = (typeof NAVIGATION)[number]['section']

const STORED_AS = 'quanheng.navigationGroups'
/** What is needed once a year stays out of the way until it is asked for. */
const FOLDED_AT_FIRST: readonly Section[] = ['settings']

function storedGroups(): readonly Section[] {
  const stored = localStorage.getItem(STORED_AS)
  return stored === null ? FOLDED_AT_FIRST : NAVIGATION.map(({ section }) => section).filter((each) => stored.split(' ').includes(each))
}

/** @returns the group in which a page stands */
export const groupOf = (page: unknown): Section | null =>
  NAVIGATION.find(({ pages }) => (pages as unknown[]).includes(page as PageName))?.section ?? null

/** Which groups of the navigation are folded; remembered on this computer. */
export function useNavigationGroups() {
  const folded = ref<ReadonlySet<Section>>(new Set(storedGroups()))
  const isFolded = (section: Section): boolean => folded.value.has(section)
  function set(section: Section, fold: boolean): void {
    if (isFolded(section) === fold) return
    const next = new Set(folded.value)
    if (fold) next.add(section)
    else next.delete(section)
    folded.value = next
    localStorage.setItem(STORED_AS, [...next].join(' '))
  }
  return { isFolded, toggle: (section: Section) => set(section, !isFolded(section)) }
}
