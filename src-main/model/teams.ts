import { z } from 'zod'
import { LARGEST_COUNT } from './count.ts'
import { Key } from './indicator.ts'
import { PERIODS } from './catalogue.ts'
import { ClassKey } from './policy.ts'
import { Text } from './text.ts'

/** A subdistrict as teams know it. */
export const TeamArea = z.strictObject({ district: z.string().min(1).max(60), subdistrict: z.string().min(1).max(60) })
export type TeamArea = z.infer<typeof TeamArea>

/** @returns one text for a subdistrict, which tells it from every other */
export const areaName = ({ district, subdistrict }: TeamArea): string => `${district} ${subdistrict}`

const [MOST_BUREAUS, MOST_OFFICERS] = [20, 10_000]

/** A bureau that sends officers, as a number of people and nothing else. */
export const Bureau = z.strictObject({
  key: Key,
  name: Text,
  officers: z.number().int().min(0).max(MOST_OFFICERS),
  /** Whether every team has somebody of it. */
  required: z.boolean(),
})
export type Bureau = z.infer<typeof Bureau>

/** So many points for each `per` units of an indicator. */
const WorkWeight = z.strictObject({ indicator: Key, per: z.number().positive().max(1e9), points: z.number().min(0).max(10_000) })

/** What a class adds to the work of a community: points, and visits a week. */
const ClassWork = z.strictObject({ points: z.number().min(0).max(100_000), visits: z.number().int().min(0).max(35) })

/** From where a team may have its communities: one subdistrict; subdistricts that hang together by neighbourhood; anywhere. */
export const Reach = z.enum(['subdistrict', 'neighbours', 'any'])
export type Reach = z.infer<typeof Reach>

const Most = z.number().int().min(1).max(1000)

/** What is asked of a year's posting, as numbers. */
export const TeamSettings = z.strictObject({
  teams: z.number().int().min(1).max(500),
  bureaus: z.array(Bureau).min(1).max(MOST_BUREAUS),
  /** Officers in a team: they work in one team each, and in no other. */
  officersLeast: z.number().int().min(1).max(50),
  officersMost: z.number().int().min(1).max(50),
  reach: Reach,
  /** Pairs of subdistricts; none: all subdistricts of a district are neighbours. */
  neighbours: z.array(z.tuple([TeamArea, TeamArea])).max(20_000),
  least: Most.nullable(),
  most: Most.nullable(),
  /** Keys of communities that have a team to themselves. */
  own: z.array(z.string().min(1)).max(500),
  weights: z.array(WorkWeight).max(30),
  classes: z.record(ClassKey, ClassWork),
  /** Points for each visit a week. */
  visitPoints: z.number().min(0).max(10_000),
  /** By so much of the mean the imbalance may be above the least one, where that spares changes of today's posting. */
  slack: z.number().min(0).max(1),
})
export type TeamSettings = z.infer<typeof TeamSettings>

export type TeamSettingName = keyof TeamSettings
export const TEAM_SETTING_NAMES = Object.keys(TeamSettings.shape) as TeamSettingName[]

/**
 * The reference: 33 teams of 120 officers from four bureaus, as the source tells. How many come from each bureau, the weights, the visits
 * and the limits of communities per team no source gives: they are ours, and are shown as such.
 */
export const DELIVERED_TEAMS: TeamSettings = {
  teams: 33,
  bureaus: [
    { key: 'police', name: { zh: '公安', en: 'Police' }, officers: 38, required: true },
    { key: 'urbanManagement', name: { zh: '城管', en: 'Urban management' }, officers: 36, required: true },
    { key: 'justice', name: { zh: '司法行政', en: 'Justice' }, officers: 20, required: false },
    { key: 'market', name: { zh: '市场监管', en: 'Market supervision' }, officers: 26, required: false },
  ],
  officersLeast: 3,
  officersMost: 4,
  reach: 'neighbours',
  neighbours: [],
  least: 2,
  most: 12,
  own: [],
  weights: [
    { indicator: 'residents', per: 100, points: 1 },
    { indicator: 'floating', per: 100, points: 1 },
    { indicator: 'elderly', per: 100, points: 1 },
    { indicator: 'oldCourtyards', per: 1, points: 1 },
    { indicator: 'unmanagedCourtyards', per: 1, points: 2 },
    { indicator: 'appealsReceived', per: 10, points: 1 },
  ],
  classes: { A: { points: 10, visits: 1 }, B: { points: 30, visits: 3 }, C: { points: 20, visits: 2 }, D: { points: 10, visits: 1 } },
  visitPoints: 5,
  slack: 0,
}

/** The seven duties of the source. */
export const TEAM_DUTIES = {
  list: { zh: '治理清单', en: 'Governance list' },
  opinions: { zh: '民意收集', en: 'Opinion survey' },
  mediation: { zh: '矛盾调解', en: 'Mediation' },
  safety: { zh: '安全检查', en: 'Safety check' },
  environment: { zh: '环境整治', en: 'Environment' },
  party: { zh: '党建联建', en: 'Joint party building' },
  policy: { zh: '政策宣讲', en: 'Policy briefing' },
} as const satisfies Record<string, Text>
export type TeamDuty = keyof typeof TEAM_DUTIES
export const TEAM_DUTY_NAMES = Object.keys(TEAM_DUTIES) as TeamDuty[]
export const TeamDuty = z.enum(TEAM_DUTY_NAMES as [TeamDuty, ...TeamDuty[]])

export const TeamNumber = z.number().int().min(1).max(500)

/** A community is served by a team of the year. */
export const Posted = z.strictObject({ key: z.string().min(1), team: TeamNumber })
export type Posted = z.infer<typeof Posted>

/** The team of a community as it is to be and as it is today; null: none. */
export const TeamPost = z.strictObject({ key: z.string().min(1), team: TeamNumber.nullable(), today: TeamNumber.nullable() })
export type TeamPost = z.infer<typeof TeamPost>

const Count = z.number().int().min(0).max(LARGEST_COUNT)
/** Whether duties are counted by month or by quarter. */
export const DutyPeriod = z.enum(['month', 'quarter'])
export type DutyPeriod = z.infer<typeof DutyPeriod>
/** @returns how many periods a year has */
export const periodsOf = (per: DutyPeriod): number => PERIODS[per]

/** What a team planned and did of a duty in a period of the year: counts. */
export const DutyCount = z.strictObject({
  team: TeamNumber,
  duty: TeamDuty,
  per: DutyPeriod,
  period: z.number().int().min(1).max(12),
  planned: Count.nullable(),
  done: Count.nullable(),
})
export type DutyCount = z.infer<typeof DutyCount>

/** Counts of duties over the months of a year. What is counted by quarter stands in the last month of the quarter. */
const DutyMonths = z.object({
  /** Planned, by month. */
  months: z.array(z.number().int()).length(12),
  /** Of the year; null: nothing was entered. */
  planned: z.number().int().nullable(),
  done: z.number().int().nullable(),
})
export type DutyMonths = z.infer<typeof DutyMonths>

/** The duties as a year's plan: by duty, by team and in all, each of the same numbers. */
const DutyPlan = z.object({
  duties: z.array(DutyMonths.extend({ duty: TeamDuty, teams: z.array(TeamNumber) })),
  teams: z.array(DutyMonths.extend({ team: TeamNumber })),
  all: DutyMonths,
  /** Numbers of quarters that stand beside numbers of their months: the months are counted. */
  doubled: z.number().int(),
})
export type DutyPlan = z.infer<typeof DutyPlan>

/** The same with the communities that are served, out of those that the plan is of, and the bureaus that have officers in a team. */
export const PlannedDuties = DutyPlan.extend({
  duties: z.array(DutyPlan.shape.duties.element.extend({ communities: z.number().int() })),
  teams: z.array(DutyPlan.shape.teams.element.extend({ communities: z.number().int(), bureaus: z.array(Text) })),
})
export type PlannedDuties = z.infer<typeof PlannedDuties>

/** A demand, by which what breaks it, conflicts and prices name it. `value`: a bureau's key, a community's key, or a number. */
export const DEMAND_KINDS = ['size', 'bureau', 'reach', 'least', 'most', 'own'] as const
export const TeamDemand = z.object({ kind: z.enum(DEMAND_KINDS), value: z.string() })
export type TeamDemand = z.infer<typeof TeamDemand>

/** @returns everything that is asked of a posting, one demand after the other */
export function demandsOf(settings: TeamSettings): TeamDemand[] {
  const { officersLeast, officersMost, bureaus, reach, least, most, own } = settings
  return [
    { kind: 'size', value: `${officersLeast}-${officersMost}` },
    ...bureaus.filter((each) => each.required).map(({ key }): TeamDemand => ({ kind: 'bureau', value: key })),
    ...(reach === 'any' ? [] : [{ kind: 'reach', value: reach } as const]),
    ...(least === null ? [] : [{ kind: 'least', value: String(least) } as const]),
    ...(most === null ? [] : [{ kind: 'most', value: String(most) } as const]),
    ...own.map((key): TeamDemand => ({ kind: 'own', value: key })),
  ]
}

/** More officers than all bureaus together can send: no limit of a team. */
const ALL_OFFICERS = MOST_BUREAUS * MOST_OFFICERS

/** @returns the same settings without a demand */
export function withoutDemand(settings: TeamSettings, { kind, value }: TeamDemand): TeamSettings {
  switch (kind) {
    case 'size':
      return { ...settings, officersLeast: 1, officersMost: ALL_OFFICERS }
    case 'bureau':
      return { ...settings, bureaus: settings.bureaus.map((each) => (each.key === value ? { ...each, required: false } : each)) }
    case 'reach':
      return { ...settings, reach: 'any' }
    case 'least':
      return { ...settings, least: null }
    case 'most':
      return { ...settings, most: null }
    case 'own':
      return { ...settings, own: settings.own.filter((each) => each !== value) }
  }
}

/** A demand that a posting does not keep, and where. `found`: the number that is there. */
export const BrokenDemand = TeamDemand.extend({
  team: z.number().int().nullable(),
  key: z.string().nullable(),
  found: z.number().nullable(),
})
export type BrokenDemand = z.infer<typeof BrokenDemand>

/** Named among what was assumed where a community has no class. */
export const CLASS_ASSUMED = 'class'

/** The work of one community, in tenths of a point; `assumed`: indicators that are unknown, taken as the mean of the others. */
export const CommunityWork = z.object({ key: z.string(), work: z.number().int(), visits: z.number().int(), assumed: z.array(z.string()) })
export type CommunityWork = z.infer<typeof CommunityWork>

/** How even a posting is: work per officer by team, over all of them. */
export const Evenness = z.object({
  least: z.number(),
  most: z.number(),
  mean: z.number(),
  /** (most - least) / mean */
  imbalance: z.number(),
  gini: z.number(),
})
export type Evenness = z.infer<typeof Evenness>

/** The officers of a team, by bureau. */
export const TeamStaff = z.object({ team: TeamNumber, officers: z.record(Key, z.number().int()) })
export type TeamStaff = z.infer<typeof TeamStaff>

/** How good an answer is: its imbalance, and below which none can be. */
export const TeamProof = z.object({ imbalance: z.number(), bound: z.number(), proven: z.boolean() })
export type TeamProof = z.infer<typeof TeamProof>

/** Below which imbalance no posting can be, as long as work and demands are those of the problem. */
export const KeptProof = z.object({ bound: z.number(), problem: z.string() })
export type KeptProof = z.infer<typeof KeptProof>
