import { formatMoney } from '../../format/money.ts'
import type { Community } from '../../../src-main/model/plan.ts'
import type { NewPlace } from '../../../src-main/model/units.ts'

/** What is typed of a change of the map, whatever its kind. */
export interface Why {
  date: string
  document: string
  note: string
}

/** @returns the day of the reader's calendar as YYYY-MM-DD */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

export const newWhy = (): Why => ({ date: today(), document: '', note: '' })
export const newPlace = (): NewPlace => ({ code: '', name: '', district: '', subdistrict: '' })

/** A community as it is chosen by: a name alone may occur twice. */
export const sayPlace = ({ name, district, subdistrict }: Community): string =>
  `${name} · ${district}${subdistrict === '' ? '' : ` ${subdistrict}`}`

/** Amounts of the map are shown in 元: a split goes to the fen. */
export const sayYuan = (fen: number | null): string => (fen === null ? '–' : formatMoney(fen, 'yuan'))
