import type { LocationQuery } from 'vue-router'
import { sayOperation } from '../../format/operation.ts'
import { sayChangedField } from './change-words.ts'
import { formatOperator } from '../../format/operator.ts'
import type { Words } from '../../locales/words.ts'
import type { Dictionary } from '../../../src-main/model/indicator.ts'
import type { InputOf } from '../../../src-main/contract/operations.ts'

/** What the log is narrowed to; an empty text narrows nothing. Days are local: '2026-03-01'. */
export interface LogFilter {
  community: string
  field: string
  from: string
  to: string
  operator: string
  operation: string
}

const EMPTY: LogFilter = { community: '', field: '', from: '', to: '', operator: '', operation: '' }
/** Stands for the operator without a name, which as a text is empty too. */
export const NAMELESS = '-'
const PARTS = ['community', 'field', 'from', 'to', 'operator', 'operation'] as const

/** A filter as it stands in the address of the print view, so that it can be opened again. */
export const filterOf = (query: LocationQuery): LogFilter => ({
  ...EMPTY,
  ...Object.fromEntries(PARTS.filter((part) => typeof query[part] === 'string').map((part) => [part, query[part]])),
})

export const given = (filter: LogFilter): Partial<LogFilter> =>
  Object.fromEntries(PARTS.filter((part) => filter[part] !== '').map((part) => [part, filter[part]]))

/** A local day as the times of its first and its last moment. */
const startOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString()
const endOf = (day: string): string => new Date(`${day}T23:59:59.999`).toISOString()

/** @returns the filter as the core takes it */
export const asked = ({ community, field, from, to, operator, operation }: LogFilter): InputOf<'history.list'> => ({
  ...(community === '' ? {} : { community }),
  ...(field === '' ? {} : { field }),
  ...(operation === '' ? {} : { operation }),
  ...(operator === '' ? {} : { operator: operator === NAMELESS ? '' : operator }),
  ...(from === '' ? {} : { from: startOf(from) }),
  ...(to === '' ? {} : { to: endOf(to) }),
})

/** The filter in words, for paper. @param nameOf a community's name by its key */
export function sayFilter(filter: LogFilter, dictionary: Dictionary, nameOf: (key: string) => string, words: Words): string {
  const parts = [
    filter.community === '' ? '' : nameOf(filter.community),
    filter.field === '' ? '' : sayChangedField(filter.field, dictionary, words),
    filter.from === '' ? '' : `${words.t('log.from')} ${filter.from}`,
    filter.to === '' ? '' : `${words.t('log.to')} ${filter.to}`,
    filter.operator === '' ? '' : formatOperator(filter.operator === NAMELESS ? '' : filter.operator, words),
    filter.operation === '' ? '' : sayOperation(filter.operation, words),
  ].filter((part) => part !== '')
  return parts.length === 0 ? words.t('log.everything') : words.t('log.printFilter', { filter: parts.join(words.t('common.listComma')) })
}
