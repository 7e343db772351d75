import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Dictionary } from '../../../src-main/model/indicator.ts'
import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import { preset } from '../../../src-main/policy/presets.ts'
import { createPlanFile } from '../../../src-main/store/index.ts'
import { importDictionary } from '../../support/import-dictionary.ts'
import { openImportDesk, type ImportDeskApp } from './import-files.ts'
import { emptyFolder, RESOURCES } from '../../support/open-app.ts'
import { times } from '../../support/full.ts'

/**
 * The small dictionary, and indicators with whatever people may think of: a unit of their own, options that look like blanks or
 * escapes.
 */
const dictionary: Dictionary = {
  ...importDictionary,
  indicators: [
    ...importDictionary.indicators,
    {
      key: 'noise',
      label: { zh: '噪声', en: '' },
      unit: { zh: '分贝', en: 'dB' },
      kind: 'number',
      group: 'estates',
      required: false,
      step: 0.1,
      notAbove: [],
      options: [],
      synonyms: [],
    },
    {
      key: 'fund',
      label: { zh: '自筹', en: '' },
      unit: { zh: '万元', en: '' },
      kind: 'number',
      group: 'estates',
      required: false,
      step: 0.01,
      notAbove: [],
      options: [],
      synonyms: [],
    },
    {
      key: 'odd',
      label: { zh: '式样', en: '' },
      kind: 'category',
      group: 'estates',
      required: false,
      step: 1,
      notAbove: [],
      synonyms: [],
      options: [
        { key: 'dash', label: { zh: '—', en: '' }, synonyms: [] },
        { key: 'escape', label: { zh: '_x0041_', en: '' }, synonyms: [] },
        { key: 'comma', label: { zh: '甲,"乙"', en: '' }, synonyms: [] },
      ],
    },
  ],
}
const policy = { ...preset(RESOURCES, 'flat-2018')!, id: 'flat' }

/** Signs that spreadsheets, XML and people treat in their own way. */
const odd = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      fc.constantFrom(
        '_x0041_',
        '_x005F_',
        '=1+1',
        '+',
        '@',
        '&lt;',
        '<b>',
        '"',
        "'",
        '，',
        '　',
        '  ',
        '\t',
        '\u00a0',
        '\n',
        '\u0001',
        '（一）',
        'Ａ',
        '𠮷',
        '👨‍👩‍👧',
        '#N/A',
        '小计',
        '注：',
        '/',
      ),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.isWellFormed())

const whole = fc.option(fc.integer({ min: 0, max: 99_999_999 }))
const decimal = (max: number) => fc.option(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max, noNaN: true })))
const share = fc.option(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.07, 0.29, 1 / 3, 0.1 + 0.2)))
const values = fc
  .record({
    residents: whole,
    registered: whole,
    households: whole,
    staff: whole,
    area: decimal(1000),
    floatingShare: share,
    carryOver: decimal(1e9),
    noise: fc.option(fc.double({ min: -1e300, max: 1e300, noNaN: true })),
    fund: decimal(1e6),
    hasProperty: fc.option(fc.constantFrom(0, 1)),
    location: fc.option(fc.constantFrom('urban', 'edge', 'none')),
    odd: fc.option(fc.constantFrom('dash', 'escape', 'comma')),
    courtyards: whole,
    old: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ old, courtyards, ...rest }) => ({
    ...rest,
    courtyards,
    oldCourtyards: old === null || courtyards === null ? null : Math.floor(old * courtyards),
  }))

/** The first six digits of a code are its district's. */
const DISTRICTS = ['城北区', '城 中 区', 'A  B区', '']
const community = fc.record({
  hasCode: fc.boolean(),
  name: odd,
  district: fc.constantFrom(...DISTRICTS),
  subdistrict: fc.constantFrom('朝阳街道', '总寨镇', 'X  Y街道', ''),
  values,
  previousFen: fc.option(fc.integer({ min: 0, max: 900_000_000_000_000 })),
  previousClass: fc.option(fc.constantFrom('A', 'B类', 'ｃ', '甲')),
})
const communities = fc.array(community, { minLength: 1, maxLength: 30 }).map((list) =>
  list.map(({ hasCode, ...each }, place): CommunityFacts => {
    // Every name once: that two communities of a subdistrict have the same name is an error of its own.
    const name = `${each.name}${place}号`.trim()
    const code = hasCode ? `63010${DISTRICTS.indexOf(each.district)}0010${String(place).padStart(2, '0')}` : ''
    const known = Object.fromEntries(Object.entries(each.values).filter(([, value]) => value !== null))
    return { ...each, name, code, key: code || `${each.district}/${each.subdistrict}/${name}`, values: known }
  }),
)

async function planWith(facts: readonly CommunityFacts[]): Promise<ImportDeskApp> {
  const folder = emptyFolder()
  const store = createPlanFile(
    join(folder, '方案.quanheng'),
    { operator: () => '', now: () => new Date(0) },
    { name: '方案', year: 2026, synthetic: false, dictionary, policy, policyHash: 'x' },
    (plan) => plan.communities.save(2026, facts),
  )
  await store.close()
  return openImportDesk(folder)
}

/** What a sheet can hold of the facts: 15 digits, of which the last may be rounded up or down. */
const asInSheet = (list: readonly CommunityFacts[]) =>
  list
    .map(({ code, previousFen, previousClass, values: known }) =>
      JSON.stringify({
        code,
        previousFen,
        previousClass: previousClass?.normalize('NFKC').replace('类', '').toUpperCase() ?? null,
        values: Object.entries(known)
          .filter(([key]) => key !== 'density')
          .map(([key, value]) => [key, typeof value === 'number' ? value.toPrecision(13) : value])
          .sort(),
      }),
    )
    .sort()

it('an exported year, imported again, changes nothing, to the last cell; imported elsewhere it is all there', async () => {
  await fc.assert(
    fc.asyncProperty(communities, async (facts) => {
      const desk = await planWith(facts)
      const { base64, fileName } = await desk.ask('indicators.export')
      const answer = await desk.ask('import.desk', { files: [{ fileName, base64 }] })
      expect(answer.files[0]!.problems.filter(({ level }) => level === 'error')).toEqual([])
      expect(answer.counts).toMatchObject({ rows: facts.length, added: 0, changed: 0, values: 0, unchanged: facts.length, conflicts: 0 })
      const before = await desk.ask('communities.list')
      expect(await desk.ask('import.applyDesk', { id: answer.id })).toMatchObject({ added: 0, changed: 0 })
      expect(await desk.ask('communities.list')).toEqual(before)
      // That the sheet was delivered is all that there is to be said of the step.
      const [{ id: step = 0 } = {}] = await desk.ask('history.list')
      expect((await desk.ask('history.changes', { step })).rows.filter(({ subject }) => subject !== 'delivery' && step > 1)).toEqual([])
      await desk.close()
      const placed = facts.every(({ code, subdistrict }) => code !== '' || subdistrict !== '')
      if (!placed) return
      const empty = await planWith([])
      const {
        id,
        files: [read],
      } = await empty.ask('import.desk', { files: [{ fileName, base64 }] })
      expect(read!.problems.filter(({ level }) => level === 'error')).toEqual([])
      await empty.ask('import.applyDesk', { id })
      expect(asInSheet(await empty.ask('communities.list'))).toEqual(asInSheet(facts))
      await empty.close()
    }),
    { numRuns: times(12, 25), seed: 20260301, endOnFailure: true },
  )
}, 240_000)

it('the sample city, exported and imported again, changes nothing, and so does a single file', async () => {
  const desk = await openImportDesk()
  const { base64, fileName } = await desk.ask('indicators.export')
  expect(fileName).toBe('2023年社区基本情况表.xlsx')
  expect(await desk.ask('import.preview', { fileName, base64 })).toMatchObject({
    rows: 180,
    added: [],
    changed: [],
    unchanged: 180,
    synthetic: true,
    problems: [],
  })
})
