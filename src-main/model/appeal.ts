import { z } from 'zod'
import { Text } from './text.ts'

/** Where an appeal comes from. */
export const APPEAL_SOURCES = ['hotline', 'found', 'handed'] as const
export const AppealSource = z.enum(APPEAL_SOURCES)
export type AppealSource = z.infer<typeof AppealSource>
export const SOURCE_WORDS: Record<AppealSource, Required<Text>> = {
  hotline: { zh: '热线受理', en: 'Hotline' },
  found: { zh: '社区自查', en: 'Found by the community' },
  handed: { zh: '上级交办', en: 'Handed down' },
}

/** Days from the day of an appeal to the day on which it was closed, in bands: `most` days at most; null: more than those before. */
export const CLOSING_BANDS = [
  { name: 'days0', most: 0, label: { zh: '当日办结', en: 'Same day' } },
  { name: 'days3', most: 3, label: { zh: '1至3天', en: '1 to 3 days' } },
  { name: 'days7', most: 7, label: { zh: '4至7天', en: '4 to 7 days' } },
  { name: 'days15', most: 15, label: { zh: '8至15天', en: '8 to 15 days' } },
  { name: 'days30', most: 30, label: { zh: '16至30天', en: '16 to 30 days' } },
  { name: 'daysMore', most: null, label: { zh: '超过30天', en: 'More than 30 days' } },
] as const satisfies readonly { name: string; most: number | null; label: Required<Text> }[]
export type ClosingBand = (typeof CLOSING_BANDS)[number]['name']
export const BAND_NAMES = CLOSING_BANDS.map((each) => each.name)
/** @returns the band of so many days, at least 0 */
export const bandOf = (days: number): ClosingBand => CLOSING_BANDS.find(({ most }) => most === null || days <= most)!.name

/**
 * What is counted of the appeals of a month, that in which they came: solved is one of those received, whenever it was; in time is one of
 * those solved. Repeats and what is out of scope are not among those received.
 */
const OWN_COUNTS = {
  received: { zh: '受理', en: 'Received' },
  solved: { zh: '办结', en: 'Solved' },
  inTime: { zh: '按时办结', en: 'Solved in time' },
  repeats: { zh: '重复诉求', en: 'Repeats' },
  outOfScope: { zh: '不属受理范围', en: 'Out of scope' },
} as const satisfies Record<string, Required<Text>>
export type AppealCountName = keyof typeof OWN_COUNTS | ClosingBand
export const APPEAL_COUNT_WORDS = { ...OWN_COUNTS, ...Object.fromEntries(CLOSING_BANDS.map(({ name, label }) => [name, label])) } as Record<
  AppealCountName,
  Required<Text>
>
export const APPEAL_COUNT_NAMES = Object.keys(APPEAL_COUNT_WORDS) as AppealCountName[]
export const AppealCountField = z.enum(APPEAL_COUNT_NAMES)

const Count = z.number().int().min(0).max(1_000_000).nullable()
const COUNTS = Object.fromEntries(APPEAL_COUNT_NAMES.map((each) => [each, Count])) as Record<AppealCountName, typeof Count>
export const AppealCounts = z.object(COUNTS)
/** What is known of appeals; null: not known. */
export type AppealCounts = z.infer<typeof AppealCounts>
export const NO_APPEAL_COUNTS = Object.fromEntries(APPEAL_COUNT_NAMES.map((each) => [each, null])) as AppealCounts

export const MONTHS = 12
export const Month = z.int().min(1).max(MONTHS)
/** Not told apart by subject. */
export const NO_SUBJECT = ''

/** The appeals of a community in a month, of one source and subject. */
export const AppealCount = z.strictObject({
  key: z.string().min(1),
  month: Month,
  source: AppealSource,
  subject: z.string().max(40),
  ...COUNTS,
})
export type AppealCount = z.infer<typeof AppealCount>

/** What appeals are about. The id never changes; one that is closed takes no further counts, and keeps those that it has. */
export const AppealSubject = z.strictObject({ id: z.string().min(1).max(40), label: Text, closed: z.boolean().default(false) })
export type AppealSubject = z.infer<typeof AppealSubject>
export const MOST_SUBJECTS = 40
export const AppealSubjects = z.array(AppealSubject).max(MOST_SUBJECTS)

const subject = (id: string, zh: string, en: string): AppealSubject => ({ id, label: { zh, en }, closed: false })
/** Ours, until the department has its own. */
export const DELIVERED_SUBJECTS: readonly AppealSubject[] = [
  subject('property', '物业管理', 'Property management'),
  subject('environment', '环境卫生', 'Cleanliness'),
  subject('facilities', '设施维修', 'Facilities and repairs'),
  subject('disputes', '矛盾纠纷', 'Disputes'),
  subject('violations', '违法违规', 'Violations'),
  subject('safety', '公共安全', 'Public safety'),
  subject('welfare', '民生保障', 'Welfare'),
  subject('other', '其他', 'Others'),
]

/** What must not be above what, with the words of both. */
export const APPEAL_BOUNDS: ReadonlyArray<{ parts: readonly AppealCountName[]; whole: AppealCountName }> = [
  { parts: ['solved'], whole: 'received' },
  { parts: ['inTime'], whole: 'solved' },
  { parts: BAND_NAMES, whole: 'solved' },
]
