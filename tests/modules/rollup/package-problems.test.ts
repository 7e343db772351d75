import { describe, expect, it } from 'vitest'
import { describeProblem } from '../../../src-main/words/problems.ts'
import type { Place, Problem, ProblemCode } from '../../../src-main/model/problem.ts'
import { storedZip } from '../../../src-main/shared/stored-zip.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'
import { verifyPackage } from '../../../src-main/verifier/index.ts'
import { forged, partsIn, repacked, type Raw } from '../../support/package-files.ts'
import { smallPackage } from '../../support/small-package.ts'
import { MATURE, OLD, openDesk, problemsOf, type Desk } from '../../support/desk.ts'
import {
  backlogDistrict,
  postedDistrict,
  cityFullOfKinds,
  cityFullOfSubjects,
  cityThatCallsItsSubjectsOtherwise,
  cityWhoseKindCostsOtherwise,
} from './lists-that-differ.ts'
import {
  cityPlan,
  districtPlan,
  exported,
  merged,
  type PackageFile,
  preview,
  sharedTotal,
  SUBJECT,
  usesOfItsOwn,
  withAppeal,
  withBytes,
} from './rollup-support.ts'
import { KEPT_PROBLEMS } from './kept-problems.ts'

/** Every problem of packages, of their merging and of the statistics: a code that is new has no entry here, and this does not compile. */
type Code = Extract<ProblemCode, `package.${string}` | `rollup.${string}` | `statistics.${string}` | `certificate.${string}`>
interface Provoked {
  found: () => Promise<readonly Problem[]>
  place: Place
  level?: 'warning'
}

const FILE = '东区.quanheng-package'
const bytes = smallPackage(['东区'])
const file: PackageFile = { fileName: FILE, base64: Buffer.from(bytes).toString('base64') }
const KEY = '东区/东区街道/乙'
const inFile = (path: string): Place => ({ file: FILE, path })
const community: Place = { file: FILE, path: 'result.json', community: '乙', key: KEY }

/** What the city is told of a file that it opens. */
const opening = async (given: Uint8Array): Promise<Problem[]> =>
  (await preview(await cityPlan(), withBytes(file, given))).packages[0]!.problems
const ofFile = (given: () => Uint8Array, place: Place, level?: 'warning'): Provoked => ({
  found: () => opening(given()),
  place,
  ...(level && { level }),
})
const ofResult = (change: (result: Raw) => void, place: Place): Provoked => ofFile(() => forged(bytes, 'result.json', change), place)
const all = async (desk: Desk, ...files: PackageFile[]): Promise<Problem[]> => {
  const { packages, problems } = await preview(desk, ...files)
  return [...packages.flatMap((each) => each.problems), ...problems]
}
const withShared = async (district: string): Promise<PackageFile> => {
  const desk = await districtPlan(district, { 甲: MATURE })
  const { key } = await desk.ask('communities.add', { code: '630105001001', name: '同一个', district, subdistrict: '界街道' })
  await desk.ask('indicators.update', { edits: Object.entries(MATURE).map(([field, value]) => ({ key, field, value })) })
  return exported(desk)
}
const statisticsOf = (indicator: string, township: string[]) => ({
  title: '',
  columns: ['communities' as const],
  sections: ['area' as const],
  area: { indicator, urban: ['edge'], township },
})

/** A warning about a district's package, whose lists are not those of the city. */
const warnedOf = (city: () => Promise<Desk>, district: () => Promise<Desk>): Provoked => ({
  found: async () => all(await city(), { ...(await exported(await district())), fileName: FILE }),
  place: { file: FILE },
  level: 'warning',
})

const PROVOKED: Record<Code, Provoked> = {
  'package.notOurs': ofFile(() => new TextEncoder().encode('PK, but no package'), { file: FILE }),
  'package.newer': ofFile(
    () =>
      forged(bytes, 'manifest.json', (manifest) => {
        manifest.formatVersion = 8
      }),
    { file: FILE },
  ),
  'package.damaged': ofFile(() => bytes.subarray(0, bytes.length - 9), { file: FILE }),
  'package.pathOutside': ofFile(
    () =>
      repacked(bytes, (parts) => {
        parts.set('../x.json', new Uint8Array())
      }),
    inFile('../x.json'),
  ),
  'package.partUnknown': ofFile(
    () =>
      repacked(bytes, (parts) => {
        parts.set('notes.json', new Uint8Array())
      }),
    inFile('notes.json'),
  ),
  'package.partMissing': ofFile(
    () => storedZip([...partsIn(bytes), ['ledger.json', new Uint8Array()] as const].map(([path, part]) => ({ path, bytes: part }))),
    inFile('ledger.json'),
  ),
  'package.partDiffers': ofFile(
    () =>
      repacked(bytes, (parts) => {
        parts.set('policy.json', new TextEncoder().encode('{}'))
      }),
    inFile('policy.json'),
  ),
  'package.shape': ofFile(
    () =>
      forged(bytes, 'communities.json', (list) => {
        list[1].previousFen = 0.5
      }),
    inFile('communities.json/1/previousFen'),
  ),
  'package.manifestDiffers': ofFile(
    () =>
      forged(bytes, 'manifest.json', (manifest) => {
        manifest.communities = 9
      }),
    inFile('manifest.json/communities'),
  ),
  'package.classUnknown': ofResult((result) => {
    result.communities[0].class = 'Z'
  }, community),
  'package.amountWrong': ofResult((result) => {
    result.communities[0].amountFen = -1
  }, community),
  'package.rowDiffers': ofResult((result) => {
    result.communities[0].paid.city += 1
  }, community),
  'package.stepsDiffer': ofResult((result) => {
    result.communities[0].trace[0].step = 'otherStep'
  }, community),
  'package.previousDiffers': ofResult((result) => {
    result.communities[0].previousFen += 1
  }, community),
  'package.subtotalMissing': ofResult((result) => {
    result.districts.pop()
  }, inFile('result.json')),
  'package.subtotalDiffers': ofResult((result) => {
    result.subdistricts[0].amountFen += 1
  }, inFile('result.json')),
  'package.communityTwice': ofFile(
    () =>
      forged(bytes, 'ledger.json', (ledger) => {
        const entry = { key: KEY, allocatedFen: 1, spentFen: null, carriedFen: null }
        ledger.push(entry, entry)
      }),
    { ...community, path: 'ledger.json' },
  ),
  'package.communityOneSided': ofFile(
    () =>
      forged(bytes, 'ledger.json', (ledger) => {
        ledger.push({ key: 'x', allocatedFen: 1, spentFen: null, carriedFen: null })
      }),
    { file: FILE, path: 'ledger.json', community: 'x', key: 'x' },
  ),
  'package.countDiffers': ofResult((result) => {
    result.input.rows += 1
  }, inFile('result.json')),
  'package.hashDiffers': ofFile(
    () =>
      forged(bytes, 'communities.json', (list) => {
        list[0].values.residents += 1
      }),
    inFile('communities.json'),
  ),
  'package.resultDiffers': ofResult((result) => {
    result.communities[0].rule = 'otherRule'
  }, community),
  'package.notAlone': {
    found: async () => {
      const file = await sharedTotal()
      return problemsOf((await cityPlan()).ask('package.open', file))
    },
    place: { file: '2025年东区.quanheng-package' },
  },
  'package.policyFails': {
    found: async () => {
      const east = await districtPlan('东区', { 甲: MATURE })
      await east.ask('dictionary.changeIndicator', { key: 'resettlementEstates', change: { range: { min: 0, max: 0 } } })
      return (await preview(await cityPlan(), await exported(east))).packages[0]!.problems
    },
    place: { file: '2025年东区.quanheng-package', path: 'policy.json' },
    level: 'warning',
  },
  'package.engineDiffers': ofFile(
    () =>
      forged(
        forged(bytes, 'result.json', (result) => {
          Object.assign(result, { engine: '0' }).communities[0].rule = 'x'
        }),
        'manifest.json',
        (manifest) => {
          manifest.engine = '0'
        },
      ),
    { file: FILE },
    'warning',
  ),
  'package.openedDiffers': {
    found: async () =>
      (
        await (
          await cityPlan()
        ).ask(
          'package.open',
          withBytes(
            file,
            forged(bytes, 'communities.json', (list) => {
              list.reverse()
            }),
          ),
        )
      ).problems,
    place: inFile('communities.json'),
    level: 'warning',
  },
  'package.empty': { found: async () => problemsOf(exported(await cityPlan())), place: {} },
  'package.undecided': {
    found: async () => problemsOf(exported(await districtPlan('东区', { 甲: { ...MATURE, residents: null, courtyards: null } }))),
    place: {},
  },
  'package.districtUnknown': {
    found: async () => problemsOf(exported(await districtPlan('东区', { 甲: MATURE }), { districts: ['西区'] })),
    place: {},
  },
  'package.adoptedChanged': {
    found: async () => {
      const desk = await districtPlan('东区', { 甲: MATURE })
      const { id: adopted } = await desk.ask('plan.adopt', { title: '定稿' })
      await desk.ask('dictionary.changeIndicator', { key: 'residents', change: { label: { zh: '常住人口' }, range: { max: 90_000 } } })
      return problemsOf(exported(desk, { adopted }))
    },
    place: {},
  },
  'rollup.yearDiffers': { found: async () => all(await cityPlan(2026), file), place: { file: FILE } },
  'rollup.policyDiffers': { found: async () => all(await cityPlan(2025, 'flat-2018'), file), place: { file: FILE }, level: 'warning' },
  'rollup.totalDiffers': {
    found: async () => all(await cityPlan(2025, 'flat-2018'), file),
    place: { community: '乙', key: KEY },
    level: 'warning',
  },
  'rollup.districtTwice': {
    found: async () =>
      all(await cityPlan(), file, { ...(await exported(await districtPlan('东区', { 甲: OLD }))), fileName: '更正.quanheng-package' }),
    place: { file: '更正.quanheng-package' },
  },
  'rollup.sameTwice': {
    found: async () => all(await cityPlan(), file, { ...file, fileName: '副本.quanheng-package' }),
    place: { file: '副本.quanheng-package' },
    level: 'warning',
  },
  'rollup.communityTwice': {
    found: async () =>
      all(await cityPlan(), { ...(await withShared('东区')), fileName: '一' }, { ...(await withShared('北区')), fileName: '二' }),
    place: { file: '二', community: '同一个', key: '630105001001' },
  },
  'rollup.communityMoved': {
    found: async () => {
      const city = await cityPlan()
      await city.ask('communities.add', { code: '630105001001', name: '同一个', district: '西区', subdistrict: '界街道' })
      return all(city, { ...(await withShared('东区')), fileName: '一' })
    },
    place: { file: '一', community: '同一个', key: '630105001001' },
    level: 'warning',
  },
  'rollup.districtMissing': {
    found: async () => {
      const city = await cityPlan()
      await merged(city, file, { fileName: '二', base64: Buffer.from(smallPackage(['北区'])).toString('base64') })
      await city.ask('years.start', { year: 2026 })
      return all(city, await exported(await districtPlan('东区', { 甲: MATURE, 乙: OLD }, 2026)))
    },
    place: {},
    level: 'warning',
  },
  'rollup.indicatorUnknown': {
    found: async () => {
      const desk = await districtPlan('东区', { 甲: MATURE })
      const [one] = await desk.ask('communities.list')
      await desk.ask('dictionary.addIndicator', {
        indicator: {
          key: 'ownCount',
          label: { zh: '自设数', en: 'Own' },
          kind: 'number',
          group: (await desk.ask('dictionary.get')).groups[0]!.key,
        },
      })
      await desk.ask('indicators.update', { edits: [{ key: one!.key, field: 'ownCount', value: 3 }] })
      return all(await cityPlan(), { ...(await exported(desk)), fileName: FILE })
    },
    place: { file: FILE },
    level: 'warning',
  },
  'rollup.useUnknown': {
    found: async () => all(await cityPlan(), { ...(await exported(await usesOfItsOwn())), fileName: FILE }),
    place: { file: FILE },
    level: 'warning',
  },
  'rollup.useDiffers': {
    found: async () => all(await cityPlan(), { ...(await exported(await usesOfItsOwn())), fileName: FILE }),
    place: { file: FILE },
    level: 'warning',
  },
  'rollup.itemDiffers': {
    found: async () => {
      const desk = await districtPlan('东区', { 甲: MATURE })
      const city = await cityPlan()
      for (const each of [desk, city]) await each.ask('catalogue.reference')
      await city.ask('catalogue.edit', { edits: [{ id: 't-zz-1', field: 'minutes', text: '1' }] })
      return all(city, { ...(await exported(desk)), fileName: FILE })
    },
    place: { file: FILE },
    level: 'warning',
  },
  'rollup.subjectDiffers': warnedOf(cityThatCallsItsSubjectsOtherwise, () => withAppeal([SUBJECT])),
  'rollup.subjectNoRoom': warnedOf(cityFullOfSubjects, () => withAppeal([SUBJECT])),
  'rollup.teamsLeft': warnedOf(cityPlan, postedDistrict),
  'rollup.kindDiffers': warnedOf(cityWhoseKindCostsOtherwise, backlogDistrict),
  'rollup.kindNoRoom': warnedOf(() => cityFullOfKinds(), backlogDistrict),
  ...KEPT_PROBLEMS,
  'rollup.refused': {
    found: async () => {
      const city = await cityPlan(2026)
      return problemsOf(city.ask('rollup.apply', { id: (await preview(city, file)).id, confirmed: true }))
    },
    place: {},
  },
  'rollup.unconfirmed': {
    found: async () => {
      const city = await cityPlan(2025, 'flat-2018')
      return problemsOf(city.ask('rollup.apply', { id: (await preview(city, file)).id }))
    },
    place: {},
  },
  'statistics.indicatorGone': {
    found: async () => problemsOf((await cityPlan()).ask('statistics.configure', statisticsOf('residents', []))),
    place: { indicator: 'residents' },
  },
  'statistics.optionTwice': {
    found: async () => problemsOf((await cityPlan()).ask('statistics.configure', statisticsOf('location', ['edge']))),
    place: { indicator: 'location' },
  },
  'statistics.areaUnknown': {
    found: async () => (await (await districtPlan('东区', { 甲: { ...MATURE, location: null } })).ask('statistics.get')).problems,
    place: {},
    level: 'warning',
  },
}

describe('every problem of packages, merging and statistics', () => {
  it.each(Object.keys(PROVOKED) as Code[])('%s is told with its place, in both languages', async (code) => {
    const { found, place, level = 'error' } = PROVOKED[code]
    const told = (await found()).filter((each) => each.code === code && each.level === level)
    expect(told.map((each) => each.place)).toContainEqual(place)
    for (const language of ['zh', 'en'] as const)
      for (const each of told) expect(describeProblem(each, language)).not.toMatch(/[{}]|undefined|未知|\bunknown\b/)
  })

  it('are found by the verifier alone as well, as far as a file can tell them', () => {
    const own = Object.entries(PROVOKED).length
    expect(own).toBeGreaterThan(35)
    const duplicate = storedZip(
      [...partsIn(bytes), ['ledger.json', partsIn(bytes).get('ledger.json')!] as const].map(([path, part]) => ({ path, bytes: part })),
    )
    expect(verifyPackage(duplicate, FILE)).toMatchObject({
      holds: false,
      findings: [{ code: 'package.partMissing', place: inFile('ledger.json') }],
    })
    expect(
      verifyPackage(
        forged(bytes, 'manifest.json', (manifest) => {
          manifest.amountFen += 1
        }),
        FILE,
      ),
    ).toMatchObject({ holds: false, findings: [{ code: 'package.manifestDiffers', place: inFile('manifest.json/amountFen') }] })
  })
})

describe('a renamed package', () => {
  it('is read by what it is, not by what it is called', async () => {
    const desk = await openDesk()
    await desk.ask('plan.create', { name: '市', year: 2025 })
    for (const fileName of ['表.xlsx', '..\\..\\东区.quanheng-package', '无后缀', '东区.quanheng-package.zip'])
      expect((await preview(desk, { ...file, fileName })).errors).toBe(0)
    expect(() => verifyPackage(new TextEncoder().encode('%PDF-1.7'), FILE)).toThrow(AppError)
  })
})
