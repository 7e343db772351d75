import type { Text } from '../../model/text.ts'
import { TEAM_DUTIES, TeamSettings, type DutyPeriod, type TeamDuty } from '../../model/teams.ts'
import { communityRow, parsed, type LogReader, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'
import { settingsInWords, type SaidSetting } from '../../words/team-settings.ts'
import { periodInWords } from '../../words/teams.ts'

const TEAM: Text = { zh: '服务队', en: 'Team' }
const TODAY: Text = { zh: '现行服务队', en: 'Team today' }
const OFFICERS: Text = { zh: '人数', en: 'Officers' }
const OFFICERS_TODAY: Text = { zh: '现行各队人数', en: "Officers of today's teams" }
const PLANNED: Text = { zh: '计划', en: 'Planned' }
const DONE: Text = { zh: '完成', en: 'Done' }

const plain = (value: unknown): Text => {
  const text = value === null || value === undefined ? '' : String(value)
  return { zh: text, en: text }
}
/** A field under the name that people have for it; nothing where it says the same as before. */
function pairOf(field: Text, was: Text, is: Text): Pair[] {
  return was.zh === is.zh ? [] : [[field.zh, was.zh, is.zh, { field, before: was, after: is }]]
}
const teamName = (row: Row): string => `第${String(row['team'])}队`

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
/** How many officers a team has, and how they are made up: bureaus are called otherwise in every year. */
const officersText = (officers: unknown): string => {
  const own = Object.values(officers as Record<string, number>).filter((each) => each > 0)
  return own.length > 1 ? `${sum(own)}（${own.join('+')}）` : String(sum(own))
}
const staffText = (row: Row | null): Text => plain(row === null ? null : officersText(parsed(row, 'officers')))
const todayText = (row: Row | null): Text => {
  const kept = row?.['today']
  if (typeof kept !== 'string') return plain(null)
  return plain((JSON.parse(kept) as { officers: unknown }[]).map((each) => officersText(each.officers)).join('、'))
}

function settingsOf(row: Row | null, year: number, { nameOf, dictionary }: LogReader): SaidSetting[] {
  return settingsInWords(row === null ? null : TeamSettings.parse(parsed(row, 'settings')), {
    nameOf: (key) => nameOf(key, year),
    labelOf: (key) => dictionary.indicators.find((each) => each.key === key)?.label ?? { zh: key, en: key },
  })
}

export const teamRows = {
  team_plan: {
    subject: 'teamPlan',
    tell: ({ before, after, key }, reader) => {
      const year = Number(key[0])
      const [was, is] = [settingsOf(before, year, reader), settingsOf(after, year, reader)]
      const pairs = is.flatMap(({ field, said }, at) => pairOf(field, was[at]!.said, said))
      const name = String(year)
      return { key: name, name, year, pairs: [...pairs, ...pairOf(OFFICERS_TODAY, todayText(before), todayText(after))] }
    },
  },
  team_staff: {
    subject: 'teamStaff',
    tell: ({ before, after, key }) => ({
      key: String(key[1]),
      name: teamName((after ?? before)!),
      year: Number(key[0]),
      pairs: pairOf(OFFICERS, staffText(before), staffText(after)),
    }),
  },
  team_post: communityRow('teamPost', ({ before, after }) => [
    ...pairOf(TEAM, plain(before?.['team']), plain(after?.['team'])),
    ...pairOf(TODAY, plain(before?.['today']), plain(after?.['today'])),
  ]),
  team_duty: {
    subject: 'teamDuty',
    tell: ({ before, after, key }) => {
      const row = (after ?? before)!
      const duty = TEAM_DUTIES[row['duty'] as TeamDuty] as Text | undefined
      const period = periodInWords(row['per'] as DutyPeriod, Number(row['period']), 'zh')
      return {
        key: String(key[1]),
        name: `${teamName(row)} ${duty?.zh ?? String(row['duty'])} ${period}`,
        year: Number(key[0]),
        pairs: [
          ...pairOf(PLANNED, plain(before?.['planned']), plain(after?.['planned'])),
          ...pairOf(DONE, plain(before?.['done']), plain(after?.['done'])),
        ],
      }
    },
  },
} satisfies RowsInLog
