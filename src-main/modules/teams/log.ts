import type { Text } from '../../model/text.ts'
import { TEAM_DUTIES, type TeamDuty } from '../../model/teams.ts'
import { communityRow, inShort, parsed, partPairs, presence, type Pair, type Row, type RowsInLog } from '../../desk/row-in-log.ts'

const TEAM: Text = { zh: '服务队', en: 'Team' }
const TODAY: Text = { zh: '现行服务队', en: 'Team today' }
const PLANNED: Text = { zh: '计划', en: 'Planned' }
const DONE: Text = { zh: '完成', en: 'Done' }

const said = (value: unknown): Text => {
  const text = value === null || value === undefined ? '' : String(value)
  return { zh: text, en: text }
}
/** A column that is a number of a team or a count, under the name that people have for it. */
function pairOf(field: Text, before: unknown, after: unknown): Pair[] {
  const [was, is] = [said(before), said(after)]
  return was.zh === is.zh ? [] : [[field.zh, was.zh, is.zh, { field, before: was, after: is }]]
}
const teamName = (row: Row): string => `第${String(row['team'])}队`

export const teamRows = {
  team_plan: {
    subject: 'teamPlan',
    tell: (change) => {
      const { before, after, key } = change
      const year = Number(key[0])
      const pairs =
        before === null || after === null ? [presence(change)] : partPairs(parsed(before, 'settings'), parsed(after, 'settings'))
      return { key: String(year), name: String(year), year, pairs: pairs.filter(([, was, is]) => was !== is) }
    },
  },
  team_staff: {
    subject: 'teamStaff',
    tell: (change) => {
      const { before, after, key } = change
      const row = (after ?? before)!
      const numbers = (each: Row | null): Text => said(inShort(each === null ? null : parsed(each, 'officers')))
      return { key: String(key[1]), name: teamName(row), year: Number(key[0]), pairs: pairOf(TEAM, numbers(before).zh, numbers(after).zh) }
    },
  },
  team_post: communityRow('teamPost', ({ before, after }) => [
    ...pairOf(TEAM, before?.['team'], after?.['team']),
    ...pairOf(TODAY, before?.['today'], after?.['today']),
  ]),
  team_duty: {
    subject: 'teamDuty',
    tell: ({ before, after, key }) => {
      const row = (after ?? before)!
      const duty = TEAM_DUTIES[row['duty'] as TeamDuty] as Text | undefined
      return {
        key: String(key[1]),
        name: `${teamName(row)} ${duty?.zh ?? String(row['duty'])} ${String(row['per'])} ${String(row['period'])}`,
        year: Number(key[0]),
        pairs: [...pairOf(PLANNED, before?.['planned'], after?.['planned']), ...pairOf(DONE, before?.['done'], after?.['done'])],
      }
    },
  },
} satisfies RowsInLog
