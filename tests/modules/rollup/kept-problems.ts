import type { Place, Problem, ProblemCode } from '../../../src-main/model/problem.ts'
import { MATURE, OLD, problemsOf, type Desk } from '../../support/desk.ts'
import { FIT, generous, unfit, unfitBesideShares, unfitIndicators, usesOther } from './own-policies.ts'
import { addCommunity, cityPlan, exported, preview, sharedTotal, type PackageFile } from './rollup-support.ts'
import { smallPackage } from '../../support/small-package.ts'

interface Provoked {
  found: () => Promise<readonly Problem[]>
  place: Place
  level?: 'warning'
}

const FILE = '东区.quanheng-package'
const file: PackageFile = { fileName: FILE, base64: Buffer.from(smallPackage(['东区'])).toString('base64') }
const all = async (desk: Desk, ...files: PackageFile[]): Promise<Problem[]> => {
  const { packages, problems } = await preview(desk, ...files)
  return [...packages.flatMap((each) => each.problems), ...problems]
}
type Kept = Extract<ProblemCode, `rollup.ke${string}` | 'rollup.policyKept' | 'rollup.packageHasOwn'>
const unfitFor = (code: Kept): Provoked => ({ found: () => unfit(code, FILE), place: { file: FILE } })
const cityThatKept = async (): Promise<Desk> => {
  const city = await cityPlan()
  const { id } = await city.ask('rollup.preview', { files: [await exported(await generous())], kept: ['东区'] })
  await city.ask('rollup.apply', { id, confirmed: true })
  return city
}
/** A policy of a district that stays beside the city's. */
export const KEPT_PROBLEMS: Record<Kept, Provoked> = {
  'rollup.keepSharesOut': { found: () => unfitBesideShares(FILE), place: { file: FILE } },
  'rollup.keepFinanced': unfitFor('rollup.keepFinanced'),
  'rollup.keepClasses': unfitFor('rollup.keepClasses'),
  'rollup.keepPayers': unfitFor('rollup.keepPayers'),
  'rollup.keepComponents': unfitFor('rollup.keepComponents'),
  'rollup.keepIndicators': { found: () => unfitIndicators(FILE), place: { file: FILE } },
  'rollup.keepPart': {
    found: async () => {
      const city = await cityPlan(2025, 'flat-2018')
      const { packages } = await city.ask('rollup.preview', { files: [{ ...(await sharedTotal()), fileName: FILE }], kept: ['东区'] })
      return packages[0]!.problems
    },
    place: { file: FILE },
  },
  'rollup.keepDiffers': {
    found: async () => {
      const both = await generous()
      await addCommunity(both, '北区', '丙', OLD)
      await usesOther(both, ({ allocation: { steps } }) => void steps.push(FIT), 'fitted')
      const { packages } = await (
        await cityPlan()
      ).ask('rollup.preview', { files: [{ ...(await exported(both)), fileName: FILE }], kept: ['东区', '北区'] })
      return packages[0]!.problems
    },
    place: { file: FILE },
  },
  'rollup.keepUnknown': {
    found: async () => problemsOf((await cityPlan()).ask('rollup.preview', { files: [file], kept: ['东区'] })),
    place: {},
  },
  'rollup.keptNone': { found: async () => problemsOf((await cityPlan()).ask('rollup.endKept', { district: '东区' })), place: {} },
  'rollup.policyKept': {
    found: async () => {
      const given = { ...(await exported(await generous())), fileName: FILE }
      return (await (await cityPlan()).ask('rollup.preview', { files: [given], kept: ['东区'] })).packages[0]!.problems
    },
    place: { file: FILE },
    level: 'warning',
  },
  'rollup.keptEnds': {
    found: async () => all(await cityThatKept(), await exported(await generous({ 甲: MATURE }))),
    place: {},
    level: 'warning',
  },
  'rollup.keptNobody': {
    found: async () => {
      const city = await cityThatKept()
      const edits = (await city.ask('communities.list')).map(({ key }) => ({ key, field: 'district', value: '新东区' }))
      await city.ask('indicators.update', { edits })
      return (await city.ask('completeness.get')).problems
    },
    place: {},
    level: 'warning',
  },
  'rollup.packageHasOwn': {
    found: async () => all(await cityPlan(), { ...(await exported(await cityThatKept())), fileName: FILE }),
    place: { file: FILE },
  },
}
