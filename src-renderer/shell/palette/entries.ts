import { useRouter } from 'vue-router'
import { useWords } from '../../locales/words.ts'
import { NAVIGATION, titleOf } from '../../router.ts'
import { useSession } from '../../stores/session.ts'
import { useSigning } from '../../stores/signing.ts'
import type { OutputOf } from '../../../src-main/contract/operations.ts'
import { useHistory } from '../history-keys.ts'
import { spell, type Spelling } from './matching.ts'

/** Something that can be gone to or done. */
export interface Entry {
  /** Stays the same from day to day, so that it can be remembered. */
  id: string
  kind: 'page' | 'action' | 'community'
  title: string
  /** Where a community lies, what a page belongs to. */
  note: string
  spelling: Spelling
  run(): unknown
}

/** Everything that the palette knows, in the language of the moment. */
export function usePaletteEntries() {
  const router = useRouter()
  const session = useSession()
  const signing = useSigning()
  const { undo, redo, offered } = useHistory()
  const { t, language, setLanguage } = useWords()
  const [undoable, redoable] = [offered('undo'), offered('redo')]

  const pages = (): Entry[] =>
    NAVIGATION.flatMap(({ section, pages: names }) =>
      names.map((name): Entry => {
        const title = t(titleOf(name))
        const note = section === 'top' ? '' : t(`shell.sections.${section}`)
        return { id: `page ${name}`, kind: 'page', title, note, spelling: spell(title), run: () => router.push({ name }) }
      }),
    )

  const action = (key: string, title: string, run: () => unknown, note = ''): Entry => ({
    id: `action ${key}`,
    kind: 'action',
    title,
    note,
    spelling: spell(title),
    run,
  })
  function actions(): Entry[] {
    const { plan } = session
    const always = [
      action('operator', t('shell.signing.change'), () => signing.change()),
      action('plans', t('common.toPlans'), () => router.push({ name: 'plans' })),
      action('language', t('shell.palette.language'), () => setLanguage(language.value === 'zh' ? 'en' : 'zh'), t('shell.language')),
    ]
    if (plan === null) return always
    return [
      ...(undoable.value.isThere ? [action('undo', t('shell.undo'), undo, undoable.value.title)] : []),
      ...(redoable.value.isThere ? [action('redo', t('shell.redo'), redo, redoable.value.title)] : []),
      action('workbook', t('allocation.export'), () => router.push({ name: 'allocation', query: { export: String(Date.now()) } })),
      action('print allocation', t('shell.palette.printAllocation'), () => router.push({ name: 'print-allocation' })),
      action('print classification', t('shell.palette.printClassification'), () => router.push({ name: 'print-classification' })),
      action('print history', t('shell.palette.printHistory'), () => router.push({ name: 'print-history' })),
      ...plan.years
        .filter((year) => year !== plan.year)
        .map((year) =>
          action(`year ${year}`, t('shell.palette.year', { year }), async () => {
            if (await session.perform('plan.useYear', { year })) session.say(t('shell.yearUsed', { year }))
          }),
        ),
      ...always,
    ]
  }

  /** A community opens with everything about it. */
  const communities = (all: OutputOf<'communities.list'>): Entry[] =>
    all.map(({ key, name, district, subdistrict }) => ({
      id: `community ${key}`,
      kind: 'community',
      title: name,
      note: `${district} ${subdistrict}`,
      spelling: spell(name),
      run: () => router.push({ name: 'community', query: { community: key } }),
    }))

  return { pages, actions, communities }
}
