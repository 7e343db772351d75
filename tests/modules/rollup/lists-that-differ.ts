import { MOST_SUBJECTS } from '../../../src-main/model/appeal.ts'
import { DELIVERED_RENOVATION, MOST_KINDS } from '../../../src-main/model/renovation.ts'
import { DELIVERED_TEAMS } from '../../../src-main/model/teams.ts'
import { MATURE, OLD, type Desk } from '../../support/desk.ts'
import { cityPlan, districtPlan, SUBJECT } from './rollup-support.ts'

export const keyIn = (district: string, name: string): string => `${district}/${district}街道/${name}`

/** A district that has service teams. */
export async function postedDistrict(): Promise<Desk> {
  const desk = await districtPlan('东区', { 甲: MATURE })
  await desk.ask('teams.settings', DELIVERED_TEAMS)
  return desk
}

/** A district with courtyards of a kind of its own, and money. */
export async function backlogDistrict(name = '东区'): Promise<Desk> {
  const desk = await districtPlan(name, { 甲: MATURE, 乙: OLD })
  const kinds = [...DELIVERED_RENOVATION.kinds, { key: 'own', name: { zh: '筒子楼', en: '' }, unitFen: 15_000_000, worsens: 0 }]
  await desk.ask('renovation.settings', { ...DELIVERED_RENOVATION, kinds })
  await desk.ask('renovation.enter', {
    cells: [
      { key: keyIn(name, '乙'), kind: 'own', part: 'count', text: '8' },
      { key: keyIn(name, '甲'), kind: 'old', part: 'count', text: '1' },
      { key: keyIn(name, '甲'), part: 'startFen', text: '1万元' },
    ],
  })
  return desk
}

export async function cityThatCallsItsSubjectsOtherwise(): Promise<Desk> {
  const city = await cityPlan()
  await city.ask('appeals.saveSubjects', { subjects: [{ ...SUBJECT, label: { zh: '叫法不同', en: '' } }] })
  return city
}
export async function cityFullOfSubjects(): Promise<Desk> {
  const city = await cityPlan()
  const subjects = Array.from({ length: MOST_SUBJECTS }, (_, at) => ({ ...SUBJECT, id: `s${at}`, label: { zh: `主题${at}`, en: '' } }))
  await city.ask('appeals.saveSubjects', { subjects })
  return city
}
export async function cityWhoseKindCostsOtherwise(): Promise<Desk> {
  const city = await cityPlan()
  const [first, ...others] = DELIVERED_RENOVATION.kinds
  await city.ask('renovation.settings', { ...DELIVERED_RENOVATION, kinds: [{ ...first!, unitFen: 1 }, ...others] })
  return city
}
/** @param key of its first kind */
export async function cityFullOfKinds(key = 'k0'): Promise<Desk> {
  const city = await cityPlan()
  const [first] = DELIVERED_RENOVATION.kinds
  const kinds = Array.from({ length: MOST_KINDS }, (_, at) => ({
    ...first!,
    key: at === 0 ? key : `k${at}`,
    name: { zh: `种类${at}`, en: '' },
  }))
  await city.ask('renovation.settings', { ...DELIVERED_RENOVATION, kinds })
  return city
}
