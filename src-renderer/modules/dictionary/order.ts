import type { Dictionary, Indicator } from '../../../src-main/model/indicator.ts'
import type { InputOf } from '../../../src-main/contract/operations.ts'

export type Order = InputOf<'dictionary.reorder'>

const activeOf = (dictionary: Dictionary): Indicator[] => dictionary.indicators.filter((each) => each.retired !== true)

function exchanged<T>(list: readonly T[], one: T, other: T): T[] {
  return list.map((each) => (each === one ? other : each === other ? one : each))
}

/** @returns the order in which an indicator has changed places with its neighbour in the group; null at the end of the group. */
export function withIndicatorMoved(dictionary: Dictionary, key: string, by: 1 | -1): Order | null {
  const active = activeOf(dictionary)
  const moved = active.find((each) => each.key === key)
  const group = active.filter((each) => each.group === moved?.group)
  const neighbour = moved === undefined ? undefined : group[group.indexOf(moved) + by]
  return moved === undefined || neighbour === undefined ? null : { indicators: exchanged(active, moved, neighbour).map((each) => each.key) }
}

/** @returns the order in which a group has changed places with its neighbour, its indicators with it; null at the end of the list. */
export function withGroupMoved(dictionary: Dictionary, key: string, by: 1 | -1): Order | null {
  const keys = dictionary.groups.map((each) => each.key)
  const neighbour = keys[keys.indexOf(key) + by]
  if (neighbour === undefined) return null
  const groups = exchanged(keys, key, neighbour)
  const active = activeOf(dictionary)
  const placed = groups.flatMap((group) => active.filter((each) => each.group === group))
  return { indicators: [...placed, ...active.filter((each) => !groups.includes(each.group))].map((each) => each.key), groups }
}
