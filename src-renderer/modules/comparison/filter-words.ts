import type { Words } from '../../locales/words.ts'
import type { RowFilter } from './rows.ts'
import { MARKS } from './sides.ts'

/**
 * What a click on a number has chosen, in words; empty where only the buttons of the list choose.
 * @param mark the side that is set against the base
 */
export function sayFilter(filter: RowFilter, mark: string, { t }: Words): string {
  const { from, to, on, present, unknown, district, subdistrict } = filter
  const sayClass = (key: string | null): string => (key === null ? t('common.undecided') : t('common.className', { key }))
  return [
    ...(from === undefined ? [] : [`${MARKS[0]} ${sayClass(from)}`]),
    ...(to === undefined ? [] : [`${mark} ${sayClass(to)}`]),
    ...(on === undefined ? [] : [`${MARKS[on.side]} ${sayClass(on.class)}`]),
    ...(present === undefined ? [] : [t('comparison.presentOn', { side: MARKS[present]! })]),
    ...(unknown === undefined ? [] : [t('comparison.unknownOn', { side: MARKS[unknown]! })]),
    ...(district === undefined ? [] : [district]),
    ...(subdistrict === undefined ? [] : [subdistrict]),
  ].join(t('common.sentenceComma'))
}
