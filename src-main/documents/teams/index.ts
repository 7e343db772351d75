import { byPlace } from '../../model/places.ts'
import type { CommunityWork, DutyCount, Evenness, TeamProof, TeamSettings, TeamStaff } from '../../model/teams.ts'
import type { Community } from '../../model/plan.ts'
import type { Language } from '../../model/text.ts'
import { dutyInWords, officersInWords, periodInWords, pointsOf, proofInWords, workEach } from '../../words/teams.ts'
import { CENTRED, COUNT, TEXT, type Look } from '../workbook/look.ts'
import type { Content, SheetPlan } from '../workbook/page.ts'
import { sheetOfSections } from '../workbook/sections.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'

type PostedCommunity = Community & CommunityWork & { class: string | null; team: number | null; today: number | null }

/** Points with their one decimal, so that they stand under each other. */
const POINTS: Look = { align: 'right', format: '#,##0.0_ ' }

/** What a team has to do, now and with today's posting; without a number: what no team does. */
interface WorkLine {
  team: number | null
  officers: number
  communities: number
  work: number
  todayWork: number
  todayOfficers: number | null
  visits: number
}

/** A posting as it is written into a workbook. */
export interface TeamsSheetInput {
  year: number
  settings: TeamSettings
  communities: readonly PostedCommunity[]
  staff: readonly TeamStaff[]
  teams: readonly WorkLine[]
  after: Evenness | null
  proof: TeamProof | null
  duties: readonly DutyCount[]
  language: Language
  synthetic: boolean
}

const SAY = {
  zh: {
    title: (year: number) => `${year}年服务队派驻`,
    byTeam: '派驻（按队）',
    work: '各队工作量',
    byArea: '派驻（按街道）',
    duties: '职责',
    team: '服务队',
    staff: '人员构成',
    officers: '人数',
    community: '社区',
    communities: '社区数',
    district: '区县',
    subdistrict: '街道（镇）',
    class: '类别',
    points: '工作量（分）',
    each: '人均（分）',
    eachBefore: '调整前人均（分）',
    visits: '每周走访（次）',
    today: '现行服务队',
    teams: '服务队及社区数',
    duty: '职责',
    period: '时段',
    planned: '计划',
    done: '完成',
    none: '无服务队',
    and: '、',
  },
  en: {
    title: (year: number) => `Service teams ${year}`,
    byTeam: 'Posting by team',
    work: 'Work of teams',
    byArea: 'Posting by subdistrict',
    duties: 'Duties',
    team: 'Team',
    staff: 'Officers by bureau',
    officers: 'Officers',
    community: 'Community',
    communities: 'Communities',
    district: 'District',
    subdistrict: 'Subdistrict',
    class: 'Class',
    points: 'Points',
    each: 'Points per officer',
    eachBefore: 'Per officer before',
    visits: 'Visits a week',
    today: 'Team today',
    teams: 'Teams and their communities',
    duty: 'Duty',
    period: 'Period',
    planned: 'Planned',
    done: 'Done',
    none: 'No team',
    and: ', ',
  },
} as const

interface Column<Row> {
  heading: string
  look: Look
  widest?: number
  cell: (row: Row) => Content
}
/** @returns what makes columns of one kind of row */
const columnsOf =
  <Row>() =>
  (heading: string, look: Look, cell: (row: Row) => Content, widest?: number): Column<Row> => ({
    heading,
    look,
    cell,
    ...(widest === undefined ? {} : { widest }),
  })

/** A sheet with one table. */
const sheetOf = <Row>(
  { year, language, synthetic }: TeamsSheetInput,
  name: string,
  note: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): SheetPlan =>
  sheetOfSections({ name, title: SAY[language].title(year), left: note, right: '', columns: columns.length, synthetic, language }, [
    {
      heading: name,
      columns: columns.map(({ cell: _, ...each }) => each),
      rows: rows.map((row) => () => columns.map(({ cell }) => cell(row))),
    },
  ])

const each = (work: number, officers: number): number | null => {
  const tenths = workEach(work, officers)
  return tenths === null ? null : pointsOf(tenths)
}

/** What is left without a team, in one line; none where nothing is. */
function unservedLine(communities: readonly PostedCommunity[]): WorkLine[] {
  const own = communities.filter((each) => each.team === null)
  const sum = (part: 'work' | 'visits'): number => own.reduce((total, each) => total + each[part], 0)
  const nobody = { team: null, officers: 0, todayWork: 0, todayOfficers: null }
  return own.length === 0 ? [] : [{ ...nobody, communities: own.length, work: sum('work'), visits: sum('visits') }]
}

/** @returns the bytes of an .xlsx file: the posting by team with each community, the work of the teams, by subdistrict, and the duties */
export function teamsWorkbook(input: TeamsSheetInput): Promise<Uint8Array> {
  const { language, settings, communities, staff, teams, after, proof, duties } = input
  const say = SAY[language]
  const note = after === null ? '' : proofInWords(after, proof, language)
  const ordered = [...communities].sort((a, b) => (a.team ?? Infinity) - (b.team ?? Infinity))
  const places = byPlace(communities, (community) => community).flatMap(({ district, subdistricts }) =>
    subdistricts.map(({ subdistrict, own }) => ({ district, subdistrict, own })),
  )
  const teamsIn = (own: readonly PostedCommunity[]): string =>
    [...Map.groupBy(own, ({ team }) => team)]
      .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
      .map(([team, inside]) => `${team ?? say.none}×${inside.length}`)
      .join(say.and)
  const ofCommunity = columnsOf<PostedCommunity>()
  const ofTeam = columnsOf<WorkLine>()
  const ofPlace = columnsOf<(typeof places)[number]>()
  const ofDuty = columnsOf<DutyCount>()
  const sheets = [
    sheetOf(
      input,
      say.byTeam,
      note,
      [
        ofCommunity(say.team, CENTRED, ({ team }) => (team === null ? say.none : String(team))),
        ofCommunity(say.staff, TEXT, ({ team }) => officersInWords(staff, team, settings, language), 46),
        ofCommunity(say.community, TEXT, ({ name }) => name, 20),
        ofCommunity(say.district, TEXT, ({ district }) => district),
        ofCommunity(say.subdistrict, TEXT, ({ subdistrict }) => subdistrict, 20),
        ofCommunity(say.class, CENTRED, (row) => row.class ?? ''),
        ofCommunity(say.points, POINTS, ({ work }) => pointsOf(work)),
        ofCommunity(say.visits, COUNT, ({ visits }) => visits),
        ofCommunity(say.today, CENTRED, ({ today }) => (today === null ? '' : String(today))),
      ],
      ordered,
    ),
    sheetOf(
      input,
      say.work,
      note,
      [
        ofTeam(say.team, CENTRED, ({ team }) => (team === null ? say.none : String(team))),
        ofTeam(say.officers, COUNT, ({ team, officers }) => (team === null ? null : officers)),
        ofTeam(say.communities, COUNT, (row) => row.communities),
        ofTeam(say.points, POINTS, ({ work }) => pointsOf(work)),
        ofTeam(say.each, POINTS, ({ work, officers }) => each(work, officers)),
        ofTeam(say.eachBefore, POINTS, ({ todayWork, todayOfficers }) => each(todayWork, todayOfficers ?? 0)),
        ofTeam(say.visits, COUNT, ({ visits }) => visits),
      ],
      [...teams, ...unservedLine(communities)],
    ),
    sheetOf(
      input,
      say.byArea,
      note,
      [
        ofPlace(say.district, TEXT, ({ district }) => district),
        ofPlace(say.subdistrict, TEXT, ({ subdistrict }) => subdistrict, 20),
        ofPlace(say.communities, COUNT, ({ own }) => own.length),
        ofPlace(say.points, POINTS, ({ own }) => pointsOf(own.reduce((sum, { work }) => sum + work, 0))),
        ofPlace(say.teams, TEXT, ({ own }) => teamsIn(own), 40),
      ],
      places,
    ),
    ...(duties.length === 0
      ? []
      : [
          sheetOf(
            input,
            say.duties,
            '',
            [
              ofDuty(say.team, CENTRED, ({ team }) => String(team)),
              ofDuty(say.duty, TEXT, ({ duty }) => dutyInWords(duty, language)),
              ofDuty(say.period, CENTRED, ({ per, period }) => periodInWords(per, period, language)),
              ofDuty(say.planned, COUNT, ({ planned }) => planned),
              ofDuty(say.done, COUNT, ({ done }) => done),
            ],
            duties,
          ),
        ]),
  ]
  return wholeBook(writtenBook(sheets, { title: say.title(input.year), creator: 'Quanheng' }))
}
