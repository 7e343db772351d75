import { TEAM_SETTING_NAMES, type TeamArea, type TeamSettings, type TeamSettingName } from '../model/teams.ts'
import { textIn, type Language, type Text } from '../model/text.ts'
import { formatNumber, formatShare } from './numbers.ts'

/** How what settings name by key is called. */
interface SettingNames {
  nameOf: (community: string) => string
  labelOf: (indicator: string) => Text
}

/** Each part of the settings under its name. */
export const TEAM_SETTING_LABELS: Readonly<Record<TeamSettingName, Text>> = {
  teams: { zh: '服务队数', en: 'Teams' },
  bureaus: { zh: '单位', en: 'Bureaus' },
  officersLeast: { zh: '每队最少人数', en: 'Fewest officers in a team' },
  officersMost: { zh: '每队最多人数', en: 'Most officers in a team' },
  reach: { zh: '一支队的范围', en: 'Where a team may work' },
  neighbours: { zh: '相邻街道', en: 'Neighbouring subdistricts' },
  least: { zh: '每队最少社区数', en: 'Fewest communities of a team' },
  most: { zh: '每队最多社区数', en: 'Most communities of a team' },
  own: { zh: '单独一支队的社区', en: 'Communities with a team to themselves' },
  weights: { zh: '指标计分', en: 'Points for indicators' },
  classes: { zh: '类别计分与走访', en: 'Points and visits for classes' },
  visitPoints: { zh: '每次走访计分', en: 'Points for a visit' },
  slack: { zh: '为少调整可放宽的不均衡度', en: 'Imbalance allowed for fewer changes' },
}

/** From where a team may have its communities, as it is chosen. */
export const REACHES: Readonly<Record<TeamSettings['reach'], Text>> = {
  subdistrict: { zh: '一个街道', en: 'One subdistrict' },
  neighbours: { zh: '一个街道或相邻街道', en: 'One subdistrict or neighbours' },
  any: { zh: '不限', en: 'Anywhere' },
}

const SAY = {
  zh: {
    required: '（每队必有）',
    weight: (label: string, per: string, points: string) => `${label}每${per}计${points}分`,
    ofClass: (key: string, points: string, visits: number) => `${key}类${points}分、每周走访${visits}次`,
    noLimit: '不限',
    and: '；',
  },
  en: {
    required: ' (in every team)',
    weight: (label: string, per: string, points: string) => `${label}: ${points} points for each ${per}`,
    ofClass: (key: string, points: string, visits: number) => `${key}: ${points} points, ${visits} visits a week`,
    noLimit: 'no limit',
    and: '; ',
  },
} as const

const areaText = ({ district, subdistrict }: TeamArea): string => `${district}${subdistrict}`

/** Each part of the settings as a text. */
function saidIn(settings: TeamSettings, { nameOf, labelOf }: SettingNames, language: Language): Record<TeamSettingName, string> {
  const say = SAY[language]
  const list = (parts: readonly string[]): string => parts.join(say.and)
  const limit = (value: number | null): string => (value === null ? say.noLimit : formatNumber(value))
  const { teams, bureaus, officersLeast, officersMost, reach, neighbours, least, most, own, weights, classes, visitPoints, slack } =
    settings
  return {
    teams: formatNumber(teams),
    bureaus: list(bureaus.map((each) => `${textIn(each.name, language)} ${each.officers}${each.required ? say.required : ''}`)),
    officersLeast: formatNumber(officersLeast),
    officersMost: formatNumber(officersMost),
    reach: textIn(REACHES[reach], language),
    neighbours: list(neighbours.map(([one, other]) => `${areaText(one)}—${areaText(other)}`)),
    least: limit(least),
    most: limit(most),
    own: list(own.map(nameOf)),
    weights: list(
      weights.map(({ indicator, per, points }) =>
        say.weight(textIn(labelOf(indicator), language), formatNumber(per), formatNumber(points)),
      ),
    ),
    classes: list(Object.entries(classes).map(([key, { points, visits }]) => say.ofClass(key, formatNumber(points), visits))),
    visitPoints: formatNumber(visitPoints),
    slack: formatShare(slack),
  }
}

/** A part of the settings under its name, with what it says. */
export interface SaidSetting {
  field: Text
  said: Text
}

/** @returns every part of the settings as people read it; null: as before anything was asked, without words */
export function settingsInWords(settings: TeamSettings | null, names: SettingNames): SaidSetting[] {
  const [zh, en] = settings === null ? [null, null] : [saidIn(settings, names, 'zh'), saidIn(settings, names, 'en')]
  return TEAM_SETTING_NAMES.map((each) => ({ field: TEAM_SETTING_LABELS[each], said: { zh: zh?.[each] ?? '', en: en?.[each] ?? '' } }))
}
