import { z } from 'zod'
import { LARGEST_COUNT } from './count.ts'
import type { Indicator } from './indicator.ts'
import type { Text } from './text.ts'

/** What the housing register counts of a community in a quarter; `of`: the count that it is a part of. */
export const REGISTER_COUNTS = {
  rentalDwellings: { label: { zh: '出租房屋', en: 'Rental dwellings' }, unit: { zh: '套', en: '' } },
  letBuildings: { label: { zh: '整栋出租楼', en: 'Apartment buildings let' }, unit: { zh: '栋', en: '' } },
  lodgings: { label: { zh: '民宿旅馆', en: 'Homestays and hotels' }, unit: { zh: '家', en: '' } },
  lodgingsInSystem: { label: { zh: '已入旅馆业系统', en: 'In the hotel system' }, unit: { zh: '家', en: '' }, of: 'lodgings' },
  dayRooms: { label: { zh: '日租房间', en: 'Day-rental rooms' }, unit: { zh: '间', en: '' } },
  dayRoomsFiled: { label: { zh: '日租房已备案', en: 'Day-rental rooms filed' }, unit: { zh: '间', en: '' }, of: 'dayRooms' },
  landlords: { label: { zh: '房东', en: 'Landlords' }, unit: { zh: '人', en: '' } },
  landlordsReporting: { label: { zh: '已申报房东', en: 'Landlords reporting' }, unit: { zh: '人', en: '' }, of: 'landlords' },
  tenants: { label: { zh: '登记租客', en: 'Tenants registered' }, unit: { zh: '人', en: '' } },
} as const satisfies Record<string, { label: Required<Text>; unit: Text; of?: string }>
export type RegisterCount = keyof typeof REGISTER_COUNTS
export const REGISTER_COUNT_NAMES = Object.keys(REGISTER_COUNTS) as RegisterCount[]

/** What a spot check counts: dwellings visited, persons found, and of the register's entries those that are wrong. */
export const CHECK_COUNTS = {
  dwellings: { label: { zh: '抽查户数', en: 'Dwellings visited' } },
  found: { label: { zh: '在住人数', en: 'Persons found' } },
  missed: { label: { zh: '漏登', en: 'Missed' } },
  stale: { label: { zh: '已走未销', en: 'Gone but registered' } },
  wrong: { label: { zh: '登错', en: 'Wrongly recorded' } },
} as const satisfies Record<string, { label: Required<Text> }>
export type CheckCount = keyof typeof CHECK_COUNTS
export const CHECK_COUNT_NAMES = Object.keys(CHECK_COUNTS) as CheckCount[]

const Count = z.number().int().min(0).max(LARGEST_COUNT).nullable()
const Quarter = z.number().int().min(1).max(4)
const counts = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((each) => [each, Count])) as Record<Name, typeof Count>

/** The register of a community in a quarter; null: not known. */
export const RegisterRow = z.strictObject({ key: z.string().min(1), quarter: Quarter, ...counts(REGISTER_COUNT_NAMES) })
export type RegisterRow = z.infer<typeof RegisterRow>

/** All spot checks of a community in a quarter, together. */
export const SpotCheck = z.strictObject({ key: z.string().min(1), quarter: Quarter, ...counts(CHECK_COUNT_NAMES) })
export type SpotCheck = z.infer<typeof SpotCheck>

/** Shares that spot checks find: of those who live there how many are registered, of the register how many are gone, and how many are right. */
export const RATES = ['capture', 'stale', 'accuracy'] as const
export const Rate = z.enum(RATES)
export type Rate = z.infer<typeof Rate>
export const RATE_WORDS: Record<Rate, Required<Text>> = {
  capture: { zh: '登记率', en: 'Capture' },
  stale: { zh: '滞留率', en: 'Stale share' },
  accuracy: { zh: '准确率', en: 'Accuracy' },
}

/** @returns the key under which conditions and formulas read a count of the register: the last quarter of which it is known */
export const registerKey = (name: RegisterCount): string => `register${name[0]!.toUpperCase()}${name.slice(1)}`

/** The counts of the register as conditions and formulas know them. */
export const REGISTER_INDICATORS: readonly Indicator[] = REGISTER_COUNT_NAMES.map((name) => {
  const { label, unit } = REGISTER_COUNTS[name]
  return {
    key: registerKey(name),
    label: { zh: `台账${label.zh}`, en: `${label.en} in the register` },
    unit,
    kind: 'number',
    group: 'register',
    required: false,
    range: { min: 0 },
    step: 1,
    notAbove: [],
    options: [],
    synonyms: [],
  }
})

/** @returns the count that a count is a part of */
export function wholeOf(name: RegisterCount): RegisterCount | undefined {
  const form = REGISTER_COUNTS[name]
  return 'of' in form ? form.of : undefined
}
/** Counts that are a part of another. */
export const REGISTER_PARTS = ['lodgingsInSystem', 'dayRoomsFiled', 'landlordsReporting'] as const satisfies RegisterCount[]

/** @returns the last known value of each count, by community; a part is of the quarter of its whole, for only those belong together */
export function latestRegister(rows: readonly RegisterRow[]): Map<string, Record<RegisterCount, number | null>> {
  const latest = new Map<string, Record<RegisterCount, number | null>>()
  for (const row of [...rows].sort((a, b) => a.quarter - b.quarter)) {
    const known = latest.get(row.key)
    const isAnew = (name: RegisterCount): boolean => row[wholeOf(name) ?? name] !== null
    latest.set(
      row.key,
      Object.fromEntries(
        REGISTER_COUNT_NAMES.map((name) => [name, isAnew(name) ? row[name] : (row[name] ?? known?.[name] ?? null)]),
      ) as Record<RegisterCount, number | null>,
    )
  }
  return latest
}

/** @returns the checks of each community, those of a quarter by themselves: what one quarter does not say is not said by another */
export const checksOf = (checks: readonly SpotCheck[]): Map<string, SpotCheck[]> => Map.groupBy(checks, (each) => each.key)
