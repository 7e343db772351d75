import { describe, expect, it } from 'vitest'
import { RESOURCES, sampleCity } from '../../resources/generator/sample-city.ts'
import { verifyPackageFile } from '../../src-main/modules/command-line/packages.ts'
import { inputHash, planResult, policyHash } from '../../src-main/desk/plan-result.ts'
import { describeProblem } from '../../src-main/words/problems.ts'
import { ENGINE_VERSION } from '../../src-main/engine/index.ts'
import { writePackage } from '../../src-main/documents/package/index.ts'
import { preset, standardDictionary } from '../../src-main/policy/presets.ts'
import { verifyPackage } from '../../src-main/verifier/index.ts'
import { forged, jsonIn, type Raw } from '../support/package-files.ts'

const FILE = '全市.quanheng-package'
const DICTIONARY = standardDictionary(RESOURCES)
/** Two districts of the sample city, a few communities of each, with what they used. */
function packageOf(policyName: string): Uint8Array {
  const policy = preset(RESOURCES, policyName)!
  const city = sampleCity()
  const communities = ['城北区', '湟源县']
    .flatMap((district) => city.filter((each) => each.district === district).slice(0, 5))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const result = planResult({
    policy,
    dictionary: DICTIONARY.indicators,
    facts: communities,
    overrides: [],
    own: [],
    year: 2023,
    synthetic: true,
  })
  const ledger = communities.map(({ key }, position) => ({ key, allocatedFen: 20_000_000, spentFen: 100 * position, carriedFen: position }))
  return writePackage({
    app: '0.0.0',
    source: { kind: 'present' },
    policy,
    dictionary: DICTIONARY,
    communities,
    overrides: [],
    unitChanges: [],
    ledger,
    result,
  })
}

type Path = (string | number)[]
/** Every place of a number in a document. */
const numbersIn = (value: unknown, path: Path = []): Path[] => {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, [...path, Array.isArray(value) ? Number(key) : key]))
}
const isMoney = (path: Path): boolean => path.some((each) => typeof each === 'string' && /(Fen|^fen|^paid)$/.test(each))
const isCount = (path: Path): boolean => /^(count|undecided|communities|rows)$/.test(String(path.at(-1)))
const raised = (document: Raw, path: Path): void => {
  const holder = path.slice(0, -1).reduce((at, key) => at[key], document)
  holder[path.at(-1)!] += 1
}

/** Facts or policy altered by one who knows how fingerprints are made: all of them are right again. */
function resealed(bytes: Uint8Array, path: 'communities.json' | 'policy.json', change: (content: Raw) => void): Uint8Array {
  const altered = forged(bytes, path, change)
  const policy = policyHash(jsonIn(altered, 'policy.json'), DICTIONARY.indicators)
  const input = inputHash(jsonIn(altered, 'communities.json'), [])
  const withResult = forged(altered, 'result.json', (result) => {
    result.input.hash = input
    result.policy.hash = policy
  })
  return forged(withResult, 'manifest.json', (manifest) => {
    manifest.inputHash = input
    manifest.policy.hash = policy
  })
}

const PRESETS = ['reference', 'components-and-payers', 'guarantee-financed']

describe.each(PRESETS)('one fen more in a package under %s, with fingerprints made anew', (name) => {
  const bytes = packageOf(name)
  const result = jsonIn(bytes, 'result.json')
  const money = numbersIn(result).filter(isMoney)
  const counts = numbersIn(result).filter(isCount)

  /** What the findings must name: the community, the place, the classes or the step; undefined for totals, which the lines name. */
  const levelOf = ([level, position, ...rest]: Path): string | undefined => {
    if (typeof position !== 'number') return undefined
    const { key, district, subdistrict, from, to, step } = result[level as string][position]
    // What is held back of a community stands nowhere else: only the sums of its place tell.
    if (level === 'subdistricts' || (level === 'communities' && rest[0] === 'reserveFen')) return `${district} ${subdistrict}`
    if (level === 'communities') return key
    return level === 'districts' ? district : level === 'flows' ? `${from ?? '-'} → ${to ?? '-'}` : step
  }

  it('is a package whose sums hold, with amounts at every level', () => {
    expect(verifyPackage(bytes, FILE)).toMatchObject({ holds: true, findings: [] })
    expect([...new Set(money.map(([level]) => level))]).toEqual(
      expect.arrayContaining(['communities', 'subdistricts', 'districts', 'totals', 'flows']),
    )
    expect(money.length).toBeGreaterThan(100)
    expect(counts.length).toBeGreaterThan(10)
  })

  it('is found by the verifier in whatever amount or count of the result it was put, and the level is named', () => {
    for (const path of [...money, ...counts]) {
      const { holds, findings, lines } = verifyPackage(
        forged(bytes, 'result.json', (content) => raised(content, path)),
        FILE,
      )
      const named = [
        ...findings.map((each) => each.place.key ?? each.params.value ?? each.params.what ?? each.params.field),
        ...lines.filter((each) => each.differenceFen !== 0).map((each) => each.key),
      ].map(String)
      expect(holds, path.join('/')).toBe(false)
      for (const each of findings)
        for (const language of ['zh', 'en'] as const) expect(describeProblem(each, language)).not.toMatch(/[{}[\]]|undefined|unknown|不详/)
      const expected = levelOf(path)
      if (expected !== undefined) expect(named, path.join('/')).toContain(expected)
      else expect(named.length, path.join('/')).toBeGreaterThan(0)
    }
  })

  it("is found in last year's amounts of the communities, which the result repeats", () => {
    for (const path of numbersIn(jsonIn(bytes, 'communities.json')).filter(isMoney)) {
      const { findings } = verifyPackage(
        resealed(bytes, 'communities.json', (content) => raised(content, path)),
        FILE,
      )
      expect(findings, path.join('/')).toMatchObject([
        { code: 'package.previousDiffers', place: { key: result.communities[path[0]!].key } },
      ])
    }
  })

  it('is found in the policy once the engine computes it again: the sums alone do not tell what a class should get', () => {
    const caught: string[] = []
    for (const path of numbersIn(jsonIn(bytes, 'policy.json').allocation).filter(isMoney)) {
      const altered = resealed(bytes, 'policy.json', (content) => raised(content.allocation, path))
      expect(verifyPackage(altered, FILE).holds, path.join('/')).toBe(true)
      const left = forged(bytes, 'policy.json', (content) => raised(content.allocation, path))
      expect(verifyPackageFile(left, FILE).problems, path.join('/')).toMatchObject([
        { code: 'package.hashDiffers', params: { what: 'policy' } },
      ])
      caught.push(...verifyPackageFile(altered, FILE).problems.map((each) => each.code))
    }
    // Amounts of a class that nobody has change nothing.
    expect(caught.length).toBeGreaterThan(1)
    expect(new Set(caught)).toEqual(new Set(['package.resultDiffers']))
  })
})

describe('what nobody can see in a package that was made anew', () => {
  const bytes = packageOf('reference')

  it('is what the district alone knows: indicators under which the result is the same, and how the money was used', () => {
    const used = forged(bytes, 'ledger.json', (ledger) => {
      ledger[0].spentFen += 1
    })
    expect(verifyPackageFile(used, FILE)).toMatchObject({ certificate: { holds: true }, problems: [] })
    const other = resealed(bytes, 'communities.json', (list) => {
      list[0].values.staff += 1
    })
    expect(verifyPackageFile(other, FILE)).toMatchObject({ certificate: { holds: true }, problems: [] })
    expect(verifyPackage(used, FILE).packageHash).not.toBe(verifyPackage(bytes, FILE).packageHash)
  })

  it("is what version of the program has made it; the engine's is also in the result", () => {
    expect(
      verifyPackageFile(
        forged(bytes, 'manifest.json', (manifest) => {
          manifest.app = '9.9.9'
        }),
        FILE,
      ),
    ).toMatchObject({ certificate: { holds: true, app: '9.9.9' }, problems: [] })
    const engine = verifyPackage(
      forged(bytes, 'manifest.json', (manifest) => {
        manifest.engine = '9'
      }),
      FILE,
    )
    expect(engine.findings).toMatchObject([
      { code: 'package.hashDiffers', params: { what: 'engine', value: ENGINE_VERSION, expected: '9' } },
    ])
  })
})
