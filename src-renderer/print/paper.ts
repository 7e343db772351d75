import { computed, inject, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { fillGaps, type OwnText, type TableName, type TableSettings } from '../../src-main/model/paper.ts'
import { textIn, type Language } from '../../src-main/model/text.ts'
import { call } from '../api/client.ts'
import { followed } from '../stores/followed.ts'
import { keepFresh } from '../stores/fresh.ts'
import type { Problem } from '../../src-main/model/problem.ts'

/** How a paper is to look: its settings, and the department's name. */
export interface Paper {
  name: TableName
  settings: TableSettings
  department: OwnText
}

/** Settings that are being tried, where the print view is shown as a preview. */
export const TRIED_PAPER: InjectionKey<Ref<Paper>> = Symbol('paper')

/** How many pages the paper has that is shown as a preview. */
export const PREVIEWED_PAGES: InjectionKey<Ref<number>> = Symbol('pages')

/** The cell at the end of a sheet's last table that takes its notes and signatures in; null where there is none. */
export const SHEET_TAIL: InjectionKey<Ref<HTMLElement | null>> = Symbol('tail')

/** @returns the paper as it is set, or as it is being tried; null until it is read */
export function usePaper(name: TableName): {
  paper: ComputedRef<Paper | null>
  problems: ComputedRef<readonly Problem[]>
  load(): Promise<void>
} {
  const tried = inject(TRIED_PAPER, null)
  const read = followed(() => call('documents.settings', {}))
  if (tried === null) keepFresh(read)
  const asSet = computed((): Paper | null =>
    read.value.value === null ? null : { name, settings: read.value.value.tables[name], department: read.value.value.department },
  )
  return { paper: computed(() => tried?.value ?? asSet.value), problems: computed(() => read.problems.value), load: read.load }
}

/** A text of the department's own with its gaps filled in; where there is none in English the Chinese one. */
export const ownText = (text: OwnText, language: Language, gaps: Readonly<Record<string, string | number>> = {}): string =>
  fillGaps(textIn(text, language), gaps)

/**
 * Millimetres of the sheet: top, right, bottom, left. Official margins are those of GB/T 9704-2012 (top 37, binding edge 28, text
 * area 156 x 225), turned with the sheet.
 */
export const marginsOf = ({
  margins,
  orientation,
}: Pick<TableSettings, 'margins' | 'orientation'>): readonly [number, number, number, number] => {
  if (margins === 'narrow') return [16, 13, 15, 13]
  return orientation === 'portrait' ? [37, 26, 35, 28] : [28, 37, 26, 35]
}

const SIDES = { A4: [210, 297], A3: [297, 420] } as const
/** Width of a sheet in millimetres. */
export const widthOf = ({ paper, orientation }: Pick<TableSettings, 'paper' | 'orientation'>): number =>
  SIDES[paper][orientation === 'portrait' ? 0 : 1]
/** Height of a sheet in millimetres. */
export const heightOf = ({ paper, orientation }: Pick<TableSettings, 'paper' | 'orientation'>): number =>
  SIDES[paper][orientation === 'portrait' ? 1 : 0]
