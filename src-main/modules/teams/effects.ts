import { classEffect, type FactColumns, type PolicyRun, type SaidEffect } from '../../engine/index.ts'
import { workOf } from '../../engine/teams/index.ts'
import type { CommunityWork, TeamSettings } from '../../model/teams.ts'
import { pointsOf } from '../../words/teams.ts'

const TITLE = { zh: '服务队工作量', en: 'Work of service teams' }
const WEEKS = 52

/** What is asked of teams, and which team each community has. */
export interface TeamBasis {
  settings: TeamSettings
  teamOf: ReadonlyMap<string, number>
}

/** What a class changes for the service team: its work in the community, and the visits that the class asks for. */
export function teamEffects({ settings, teamOf }: TeamBasis): readonly SaidEffect[] {
  const known = new WeakMap<PolicyRun, CommunityWork[]>()
  const over = (columns: FactColumns, run: PolicyRun): CommunityWork[] => {
    const works = known.get(run) ?? workOf(columns, run, settings)
    known.set(run, works)
    return works
  }
  return [
    classEffect<CommunityWork>({
      key: 'teamWork',
      title: TITLE,
      of: (columns, run, row) => [over(columns, run)[row]!],
      words: ({ key, work, visits }) => {
        const team = teamOf.get(key)
        return {
          zh: `${team === undefined ? '' : `第${team}队，`}${pointsOf(work)}分，每周走访${visits}次`,
          en: `${team === undefined ? '' : `Team ${team}, `}${pointsOf(work)} points, visits a week: ${visits}`,
        }
      },
      about: () => 'work',
      figures: [
        {
          key: 'teamVisits',
          title: { zh: '服务队走访（次/年）', en: 'Visits of service teams a year' },
          unit: 'pieces',
          of: (columns, run) => Float64Array.from(over(columns, run), (each) => WEEKS * each.visits),
        },
      ],
    }),
  ]
}
