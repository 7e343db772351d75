import type { useWords } from '../../locales/words.ts'
import { headingWidth } from './heading-width.ts'
import type { GridColumn } from './grid-types.ts'

const READ_ONLY = { unit: '', numeric: false, readOnly: true, choices: [] as string[], frozen: false }

/** What stands before the numbers of a community. */
type Place = 'name' | 'subdistrict' | 'class'
const WIDTHS: Record<Place, number> = { name: 130, subdistrict: 110, class: 64 }

/** @returns columns that say which community a row is of; they can't be typed into, and its name stays in view */
export const placeColumns = (parts: readonly Place[], t: ReturnType<typeof useWords>['t']): GridColumn[] =>
  parts.map((key) => {
    const title = t(key === 'name' ? 'common.community' : `common.${key}`)
    return {
      ...READ_ONLY,
      key,
      title,
      note: title,
      width: Math.max(WIDTHS[key], headingWidth(title)),
      group: t('common.community'),
      frozen: key === 'name',
    }
  })

/** @returns a column of a number that is typed; wide enough for its heading, whatever width is asked for */
export const numberColumn = (column: Pick<GridColumn, 'key' | 'title' | 'width' | 'group'> & { unit?: string }): GridColumn => ({
  ...READ_ONLY,
  ...column,
  note: column.title,
  width: Math.max(column.width, headingWidth(column.title, column.unit)),
  numeric: true,
  readOnly: false,
})
