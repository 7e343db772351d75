import {
  TEAM_DUTIES,
  type BrokenDemand,
  type DutyPeriod,
  type Evenness,
  type TeamProof,
  type TeamDemand,
  type TeamSettings,
  type TeamStaff,
} from '../model/teams.ts'
import { textIn, type Language, type Text } from '../model/text.ts'
import { formatNumber } from './numbers.ts'

/** What a demand names by key, as people call it. */
export interface TeamNames {
  bureaus: TeamSettings['bureaus']
  nameOf: (key: string) => string
}

const SAID = {
  zh: {
    size: (range: string) => `每队${range}人，队员不拆分`,
    bureau: (name: string) => `每队都有${name}的人`,
    subdistrict: '一支队只服务一个街道',
    neighbours: '一支队只服务一个街道或相邻街道',
    least: (number: string) => `每队至少${number}个社区`,
    most: (number: string) => `每队至多${number}个社区`,
    own: (name: string) => `${name}单独一支队`,
    none: (name: string) => `${name}没有服务队`,
    team: (team: number, what: string) => `第${team}队：${what}`,
    officers: (found: number, range: string) => `有${found}人，应为${range}人`,
    bureauMissing: (name: string) => `没有${name}的人`,
    apart: (name: string) => `${name}与本队其他社区不在同一街道或相邻街道`,
    fewer: (found: number, number: string) => `只有${found}个社区，至少应有${number}个`,
    more: (found: number, number: string) => `有${found}个社区，至多应有${number}个`,
    shared: (name: string, found: number) => `${name}应单独一支队，现与另外${found - 1}个社区同队`,
    and: '；',
  },
  en: {
    size: (range: string) => `${range} officers in each team, none in two`,
    bureau: (name: string) => `somebody of ${name} in every team`,
    subdistrict: 'a team serves one subdistrict',
    neighbours: 'a team serves one subdistrict or neighbours',
    least: (number: string) => `at least ${number} communities for each team`,
    most: (number: string) => `at most ${number} communities for each team`,
    own: (name: string) => `${name} has a team to itself`,
    none: (name: string) => `${name} has no team`,
    team: (team: number, what: string) => `Team ${team}: ${what}`,
    officers: (found: number, range: string) => `${found} officers, to be ${range}`,
    bureauMissing: (name: string) => `nobody of ${name}`,
    apart: (name: string) => `${name} is not in one subdistrict or in neighbours with its other communities`,
    fewer: (found: number, number: string) => `communities: ${found}, to be ${number} at least`,
    more: (found: number, number: string) => `communities: ${found}, to be ${number} at most`,
    shared: (name: string, found: number) => `${name} is to have a team to itself, and shares it with ${found - 1} more`,
    and: '; ',
  },
} as const

const bureauName = (key: string, { bureaus }: TeamNames, language: Language): string => {
  const found = bureaus.find((each) => each.key === key)
  return found === undefined ? key : textIn(found.name, language)
}

/** @returns a demand as a sentence with its number */
export function demandInWords({ kind, value }: TeamDemand, names: TeamNames, language: Language): string {
  const say = SAID[language]
  switch (kind) {
    case 'size':
      return say.size(value)
    case 'bureau':
      return say.bureau(bureauName(value, names, language))
    case 'reach':
      return value === 'subdistrict' ? say.subdistrict : say.neighbours
    case 'least':
      return say.least(value)
    case 'most':
      return say.most(value)
    case 'own':
      return say.own(names.nameOf(value))
  }
}

/** @returns what is broken, where, and what it should be */
export function brokenInWords({ kind, value, team, key, found }: BrokenDemand, names: TeamNames, language: Language): string {
  const say = SAID[language]
  if (team === null) return say.none(names.nameOf(key ?? ''))
  const what = (): string => {
    switch (kind) {
      case 'size':
        return say.officers(found ?? 0, value)
      case 'bureau':
        return say.bureauMissing(bureauName(value, names, language))
      case 'reach':
        return say.apart(names.nameOf(key ?? ''))
      case 'least':
        return say.fewer(found ?? 0, value)
      case 'most':
        return say.more(found ?? 0, value)
      case 'own':
        return say.shared(names.nameOf(key ?? ''), found ?? 0)
    }
  }
  return say.team(team, what())
}

/** @returns how many officers of each bureau a team has */
export function officersInWords(
  staff: readonly TeamStaff[],
  team: number | null,
  { bureaus }: Pick<TeamNames, 'bureaus'>,
  language: Language,
): string {
  const own = staff.find((found) => found.team === team)?.officers ?? {}
  return bureaus
    .filter(({ key }) => (own[key] ?? 0) > 0)
    .map(({ key, name }) => `${textIn(name, language)} ${own[key]}`)
    .join(language === 'zh' ? '、' : ', ')
}

/** @returns several demands as one text in both languages */
export const demandsInWords = (demands: readonly TeamDemand[], names: TeamNames): Text => ({
  zh: demands.map((each) => demandInWords(each, names, 'zh')).join(SAID.zh.and),
  en: demands.map((each) => demandInWords(each, names, 'en')).join(SAID.en.and),
})

/** Work is kept in tenths of a point. @returns points, as a number */
export const pointsOf = (tenths: number): number => tenths / 10

/** @returns points with their one decimal, so that they stand under each other */
export const pointsText = (tenths: number): string => `${formatNumber(Math.floor(tenths / 10))}.${tenths % 10}`

/** @returns work for each officer in whole tenths of a point; null: there is nobody */
export const workEach = (work: number, officers: number): number | null => (officers === 0 ? null : Math.round(work / officers))

/** @returns work for each officer in points; nothing where there is nobody */
export function workEachText(work: number, officers: number): string {
  const each = workEach(work, officers)
  return each === null ? '' : pointsText(each)
}

/** @returns what a team is called */
export const teamInWords = (team: number, language: Language): string => (language === 'zh' ? `第${team}队` : `Team ${team}`)

/** @returns bureaus as one text */
export const bureausInWords = (bureaus: readonly Text[], language: Language): string =>
  bureaus.map((each) => textIn(each, language)).join(language === 'zh' ? '、' : ', ')

/** @returns the name of a duty */
export const dutyInWords = (duty: keyof typeof TEAM_DUTIES, language: Language): string => textIn(TEAM_DUTIES[duty], language)

/** @returns a part of the year */
export const periodInWords = (per: DutyPeriod, number: number, language: Language): string =>
  language === 'zh' ? `${number}${per === 'month' ? '月' : '季度'}` : `${per === 'month' ? 'Month' : 'Quarter'} ${number}`

const HUNDREDTHS = 100
/** A share in hundredths of a percent, as it is shown. */
const shownShare = (share: number): number => Math.round(100 * HUNDREDTHS * share)

/** @returns an imbalance as it is shown: 4.25% */
export const imbalanceText = (share: number): string => `${(shownShare(share) / HUNDREDTHS).toFixed(2)}%`

/** @returns by how much one imbalance is above another, as they stand beside it: percent points */
export const imbalanceBetween = (share: number, other: number, language: Language): string => {
  const points = ((shownShare(share) - shownShare(other)) / HUNDREDTHS).toFixed(2)
  return language === 'zh' ? `${points}个百分点` : `${points} points`
}

/** @returns whether one imbalance is above another, as they are shown */
export const isMoreEven = (share: number, other: number): boolean => shownShare(share) > shownShare(other)

/** @returns what is proven of a posting */
export function provenInWords({ imbalance, bound, proven }: TeamProof, language: Language): string {
  const [least, gap] = [imbalanceText(bound), imbalanceBetween(imbalance, bound, language)]
  if (language === 'zh') return proven ? '已证明最优' : `已证明不可能低于 ${least}，相差 ${gap}`
  return proven ? 'proven best' : `proven not to be below ${least}, ${gap} away`
}

/** @returns how even a posting is, and what is proven of it */
export function proofInWords(
  { imbalance, gini }: Pick<Evenness, 'imbalance' | 'gini'>,
  proof: TeamProof | null,
  language: Language,
): string {
  const even =
    language === 'zh'
      ? `人均工作量不均衡度 ${imbalanceText(imbalance)}，基尼系数 ${gini.toFixed(3)}`
      : `Imbalance of work per officer ${imbalanceText(imbalance)}, Gini ${gini.toFixed(3)}`
  return proof === null ? even : `${even}${SAID[language].and}${provenInWords(proof, language)}`
}
