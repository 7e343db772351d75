import type { ClassKey } from './places.ts'
import type { seeded } from './random.ts'

type Random = ReturnType<typeof seeded>
export type Facts = Record<string, number | string>

/** What is typical of each kind of community; ranges are invented and reach close to the thresholds of the reference policy. */
const KINDS: Record<
  ClassKey,
  {
    location: string[]
    residents: [number, number]
    density: [number, number]
    floating: [number, number]
    elderly: [number, number]
    courtyards: [number, number]
    old: [number, number]
    managed: [number, number]
    resettlement: [number, number]
    gaps: [number, number]
    carryOver: [number, number]
  }
> = {
  A: {
    location: ['urban'],
    residents: [5200, 15800],
    density: [6000, 17000],
    floating: [0.06, 0.33],
    elderly: [0.08, 0.18],
    courtyards: [6, 18],
    old: [0, 0.42],
    managed: [0.56, 1],
    resettlement: [0, 0.2],
    gaps: [0, 3],
    carryOver: [5000, 60000],
  },
  B: {
    location: ['urban'],
    residents: [6000, 14500],
    density: [9500, 29000],
    floating: [0.08, 0.36],
    elderly: [0.17, 0.31],
    courtyards: [12, 36],
    old: [0.52, 0.95],
    managed: [0.05, 0.56],
    resettlement: [0, 0.1],
    gaps: [3, 11],
    carryOver: [0, 3000],
  },
  C: {
    location: ['edge'],
    residents: [4200, 16000],
    density: [1800, 7800],
    floating: [0.31, 0.68],
    elderly: [0.07, 0.15],
    courtyards: [5, 14],
    old: [0, 0.45],
    managed: [0.4, 0.95],
    resettlement: [0.3, 1],
    gaps: [1, 6],
    carryOver: [0, 45000],
  },
  D: {
    location: ['township'],
    residents: [260, 2850],
    density: [60, 620],
    floating: [0.01, 0.12],
    elderly: [0.18, 0.36],
    courtyards: [0, 3],
    old: [0, 0.4],
    managed: [0, 0.5],
    resettlement: [0, 0],
    gaps: [1, 5],
    carryOver: [40000, 120000],
  },
}

const part = (whole: number, share: number): number => Math.min(whole, Math.round(whole * share))

/** Indicators of one invented community that agree with each other: parts never exceed their whole, densities fit areas. */
export function factsOf(kind: ClassKey, random: Random): Facts {
  const typical = KINDS[kind]
  const range = ([low, high]: [number, number]): number => random.between(low, high)
  const residents = Math.round(range(typical.residents))
  const floating = part(residents, range(typical.floating))
  const courtyards = Math.round(range(typical.courtyards))
  const oldCourtyards = part(courtyards, range(typical.old))
  const managedCourtyards = part(courtyards, range(typical.managed))
  const unmanagedCourtyards = Math.min(oldCourtyards, courtyards - managedCourtyards, Math.round(oldCourtyards * range([0.2, 0.7])))
  const estates = kind === 'D' ? 0 : Math.max(1, Math.round(courtyards * range([0.4, 0.8])))
  const edge = kind === 'C'
  const registeredPopulation = Math.round((residents - floating) * range(kind === 'D' ? [1.1, 2.4] : [0.82, 1.08]))
  const staff = Math.max(5, Math.round(residents / range([620, 980])) + 4)
  const appealsFound = Math.round((residents / 1000) * range(kind === 'B' ? [9, 22] : [3, 10]))
  const appealsReceived = Math.round((residents / 1000) * range(kind === 'B' ? [6, 15] : [2, 8]))
  return {
    location: random.pick(typical.location),
    area: Number((residents / range(typical.density)).toFixed(2)) || 0.01,
    registeredHouseholds: Math.round(registeredPopulation / range([2.3, 2.9])),
    registeredPopulation,
    residentHouseholds: Math.round(residents / range([2.1, 2.8])),
    residents,
    floating,
    elderly: part(residents, range(typical.elderly)),
    estates,
    resettlementEstates: part(estates, range(typical.resettlement)),
    courtyards,
    oldCourtyards,
    unmanagedCourtyards,
    managedCourtyards,
    renovatedCourtyards: part(unmanagedCourtyards, range([0, 0.6])),
    facilityGaps: Math.round(range(typical.gaps)),
    serviceSpace: Math.round(range([180, 1250])),
    rentalBuildings: edge ? random.whole(2, 18) : random.whole(0, 4),
    homestays: edge ? random.whole(0, 16) : random.whole(0, 3),
    dayRentalRooms: edge ? random.whole(5, 80) : random.whole(0, 12),
    registeredTenants: part(floating, range([0.5, 0.9])),
    staff,
    gridWorkers: Math.max(2, Math.round(residents / range([900, 1300]))),
    contactHouseholds: kind === 'D' ? random.whole(4, 60) : random.whole(0, 20),
    proxyServices: kind === 'D' ? random.whole(6, 24) : random.whole(0, 10),
    appealsFound,
    appealsReceived,
    appealsSolved: part(appealsFound + appealsReceived, range([0.86, 1])),
    carryOver: Math.round(range(typical.carryOver) / 100) * 100,
  }
}

/** Communities that the public report names; the facts given here are its own, everything else about them is synthetic too. */
export const NAMED: Array<{ code: string; district: string; subdistrict: string; name: string; kind: ClassKey; facts: Facts }> = [
  {
    code: '630105001004',
    district: '城北区',
    subdistrict: '朝阳街道',
    name: '祁连路西',
    kind: 'B',
    facts: {
      courtyards: 21,
      oldCourtyards: 18,
      unmanagedCourtyards: 9,
      renovatedCourtyards: 8,
      managedCourtyards: 6,
      estates: 12,
      resettlementEstates: 0,
      residents: 9860,
      area: 0.58,
    },
  },
  {
    code: '630105001002',
    district: '城北区',
    subdistrict: '朝阳街道',
    name: '山川',
    kind: 'C',
    facts: {
      residentHouseholds: 7723,
      residents: 17000,
      floating: 11200,
      staff: 19,
      rentalBuildings: 2,
      homestays: 12,
      dayRentalRooms: 52,
      area: 2.36,
      registeredTenants: 8900,
    },
  },
  {
    code: '630103100003',
    district: '城中区',
    subdistrict: '总寨镇',
    name: '金十字',
    kind: 'C',
    facts: {
      courtyards: 12,
      oldCourtyards: 5,
      unmanagedCourtyards: 1,
      managedCourtyards: 10,
      renovatedCourtyards: 0,
      estates: 7,
      resettlementEstates: 5,
      carryOver: 46800,
    },
  },
  {
    code: '630106103001',
    district: '湟中区',
    subdistrict: '甘河滩镇',
    name: '甘河滩',
    kind: 'D',
    facts: {
      registeredHouseholds: 690,
      registeredPopulation: 1114,
      residents: 200,
      floating: 4,
      residentHouseholds: 82,
      elderly: 71,
      estates: 0,
      resettlementEstates: 0,
      courtyards: 0,
      oldCourtyards: 0,
      unmanagedCourtyards: 0,
      managedCourtyards: 0,
      renovatedCourtyards: 0,
      staff: 5,
      gridWorkers: 3,
      registeredTenants: 0,
      area: 3.1,
      appealsFound: 6,
      appealsReceived: 2,
      appealsSolved: 8,
    },
  },
  {
    code: '630103002004',
    district: '城中区',
    subdistrict: '南滩街道',
    name: '南山西',
    kind: 'B',
    facts: { appealsFound: 186, appealsReceived: 41, appealsSolved: 227 },
  },
]
