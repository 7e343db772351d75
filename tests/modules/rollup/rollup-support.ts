import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppealSubject } from '../../../src-main/model/appeal.ts'
import type { InputOf, OutputOf } from '../../../src-main/contract/operations.ts'
import type { Policy } from '../../../src-main/model/policy.ts'
import { MATURE, OLD, openDesk, type Desk } from '../../support/desk.ts'
import { emptyFolder } from '../../support/open-app.ts'

export type Sheet = Readonly<Record<string, Readonly<Record<string, number | string | null>>>>
export const DISTRICTS = ['东区', '北区', '西区']

/** An app that begins with an empty plan instead of the sample city, which takes much longer to make. */
let emptyPlan: Promise<Buffer> | null = null
async function smallDesk(): Promise<Desk> {
  emptyPlan ??= (async () => {
    const { ask, close, folder } = await openDesk()
    await ask('plan.create', { name: '空', year: 2025 })
    await close()
    return readFileSync(join(folder, '空.quanheng'))
  })()
  const folder = emptyFolder()
  writeFileSync(join(folder, '空.quanheng'), await emptyPlan)
  return openDesk(folder)
}

/** A district's own plan of a year, with a few communities of one subdistrict. */
export async function districtPlan(district: string, communities: Sheet, year = 2025, name = `${district}${year}`): Promise<Desk> {
  const desk = await smallDesk()
  await desk.ask('plan.create', { name, year })
  for (const [community, values] of Object.entries(communities)) await addCommunity(desk, district, community, values)
  return desk
}

export async function addCommunity({ ask }: Desk, district: string, name: string, values: Sheet[string]): Promise<string> {
  const { key } = await ask('communities.add', { code: '', name, district, subdistrict: `${district}街道` })
  await ask('indicators.update', { edits: Object.entries(values).map(([field, value]) => ({ key, field, value })) })
  return key
}

/** The city's plan of the year, without communities of its own. */
export async function cityPlan(year = 2025, policy = 'reference'): Promise<Desk> {
  const desk = await smallDesk()
  await desk.ask('plan.create', { name: `全市${year}`, year, policy })
  return desk
}

export type PackageFile = { fileName: string; base64: string }
export async function exported({ ask }: Desk, input: InputOf<'package.export'> = {}): Promise<PackageFile> {
  const { fileName, base64 } = await ask('package.export', input)
  return { fileName, base64 }
}

export const preview = ({ ask }: Desk, ...files: PackageFile[]): Promise<OutputOf<'rollup.preview'>> => ask('rollup.preview', { files })
export async function merged(desk: Desk, ...files: PackageFile[]): Promise<OutputOf<'rollup.apply'>> {
  const { id } = await preview(desk, ...files)
  return desk.ask('rollup.apply', { id, confirmed: true })
}
export const revisionOf = async ({ ask }: Desk): Promise<number> => (await ask('app.status')).plan!.revision
export const bytesOf = ({ base64 }: PackageFile): Buffer => Buffer.from(base64, 'base64')
export const withBytes = (file: PackageFile, bytes: Uint8Array): PackageFile => ({ ...file, base64: Buffer.from(bytes).toString('base64') })

/** Three districts with communities of class A and B. */
export const threeDistricts = (): Promise<Desk[]> =>
  Promise.all([
    districtPlan('东区', { 甲: { ...MATURE, previousAmount: 20_000_000 }, 乙: { ...OLD, previousAmount: 20_000_000 } }),
    districtPlan('北区', { 丙: OLD }),
    districtPlan('西区', { 丁: MATURE, 戊: MATURE }),
  ])

/** Has the plan share 100 万元 over all of its communities. @returns the policy */
export async function sharesTotal({ ask }: Desk): Promise<Policy> {
  const { $schema: _, ...policy } = await ask('policy.get')
  const shared: Policy = { ...structuredClone(policy), id: 'one-total', examples: [] }
  shared.allocation.steps.push({ kind: 'fit', key: 'fit', name: { zh: '总额控制', en: 'Total' }, totalFen: 100_000_000 })
  await ask('policy.add', { document: shared })
  await ask('policy.use', { id: shared.id })
  return shared
}

/** The package of one district of a plan that shares one total. */
export async function sharedTotal(): Promise<PackageFile> {
  const city = await cityPlan()
  await addCommunity(city, '东区', '甲', MATURE)
  await addCommunity(city, '北区', '丙', OLD)
  await sharesTotal(city)
  return exported(city, { districts: ['东区'] })
}

/** A district with a project of a use that it calls otherwise than as delivered, and one of a use of its own. */
export async function usesOfItsOwn(): Promise<Desk> {
  const district = await districtPlan('东区', { 甲: MATURE })
  const { rules } = await district.ask('projects.list')
  const [environment, ...others] = rules.categories
  const own = { key: 'use5', name: { zh: '慰问', en: '' }, capFen: null, caseCapFen: null }
  await district.ask('projects.rules', { ...rules, categories: [{ ...environment!, name: { zh: '老旧楼院', en: '' } }, ...others, own] })
  for (const category of ['environment', 'use5'])
    await district.ask('projects.add', { key: '东区/东区街道/甲', plan: { purpose: '楼道照明', category, plannedFen: 100 } })
  return district
}

export const SUBJECT: AppealSubject = { id: 'noise', label: { zh: '噪声', en: '' }, closed: false }
/** A district with one appeal and these subjects. */
export async function withAppeal(subjects: AppealSubject[]): Promise<Desk> {
  const desk = await districtPlan('东区', { 甲: MATURE })
  await desk.ask('appeals.saveSubjects', { subjects })
  const cells = [{ key: '东区/东区街道/甲', field: 'received' as const, text: '1' }]
  await desk.ask('appeals.enter', { month: 1, source: 'hotline', subject: subjects[0]!.id, cells })
  return desk
}
