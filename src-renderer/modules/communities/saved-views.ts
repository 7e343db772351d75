import { computed, ref, watch, type Ref } from 'vue'
import { z } from 'zod'
import { ColumnFilter } from './column-filters.ts'

/** How the table is looked at: what is hidden, narrowed, in which order, and whether last year stands below. */
export const View = z.object({
  hidden: z.array(z.string()),
  filters: z.array(ColumnFilter),
  sort: z.object({ column: z.string(), direction: z.enum(['up', 'down']) }).nullable(),
  compare: z.boolean(),
  /** Views of older programs have none. */
  layout: z.object({ order: z.array(z.string()), widths: z.record(z.string(), z.number()) }).default({ order: [], widths: {} }),
})
export type View = z.infer<typeof View>
const Saved = z.array(z.object({ name: z.string(), view: View }))
export type SavedView = z.infer<typeof Saved>[number]

export const standardView = (): View => ({ hidden: [], filters: [], sort: null, compare: false, layout: { order: [], widths: {} } })

/** @returns the views written in a text; none where it is no list of views, as after somebody changed it by hand */
export function readViews(text: string | null): SavedView[] {
  if (text === null) return []
  try {
    return Saved.parse(JSON.parse(text))
  } catch {
    return []
  }
}

/** Named views of this reader: kept on this machine for each plan file, never in the plan. */
export function useSavedViews(view: Ref<View>, planFile: () => string) {
  const storedAs = computed(() => `quanheng.views.${planFile()}`)
  const saved = ref<SavedView[]>([])
  watch(
    storedAs,
    (key) => {
      saved.value = readViews(localStorage.getItem(key))
    },
    { immediate: true },
  )
  const keep = (views: SavedView[]): void => {
    saved.value = views
    localStorage.setItem(storedAs.value, JSON.stringify(views))
  }
  const copy = (original: View): View => View.parse(JSON.parse(JSON.stringify(original)))
  return {
    saved,
    /** Name of the saved view that is shown at the moment; '' when it is none of them. */
    current: computed(() => saved.value.find((each) => JSON.stringify(each.view) === JSON.stringify(View.parse(view.value)))?.name ?? ''),
    save(name: string): void {
      keep([...saved.value.filter((each) => each.name !== name), { name, view: copy(view.value) }])
    },
    remove(name: string): void {
      keep(saved.value.filter((each) => each.name !== name))
    },
    use(name: string): void {
      const found = saved.value.find((each) => each.name === name)
      if (found !== undefined) view.value = copy(found.view)
    },
  }
}
