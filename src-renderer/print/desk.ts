import type { ComputedRef, InjectionKey } from 'vue'
import type { TableSettings } from '../../src-main/model/paper.ts'

/** What a sheet shares with the others of its file. */
export interface SharedBySheets {
  /** Behind every sheet: a draft, sample data; '' where nothing is. */
  mark: ComputedRef<string>
  /** While last year is not accounted for the title says so. */
  isMarked: ComputedRef<boolean>
  form: ComputedRef<Pick<TableSettings, 'paper' | 'orientation' | 'margins'>>
  /** Sheets are numbered apart, each by the page rule of its name. */
  isApart: boolean
  /**
   * Has a sheet measured when all are there.
   * @param measure returns whether it is one page
   * @returns how to take it out again
   */
  toMeasure(sheet: string, measure: () => boolean): () => void
}
export const SHARED: InjectionKey<SharedBySheets> = Symbol('shared by sheets')
