import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsIn } from '../../src-main/model/plan.ts'
import { planResult } from '../../src-main/desk/plan-result.ts'
import { writePackage } from '../../src-main/documents/package/index.ts'
import { AppError } from '../../src-main/shared/app-error.ts'
import { verifyPackage } from '../../src-main/verifier/index.ts'
import { forged, type Raw } from '../support/package-files.ts'
import { randomPlans } from '../support/random-plan.ts'
import { PACKAGE_FORMAT_VERSION } from '../../src-main/model/package.ts'
import { smallPackage } from '../support/small-package.ts'

const FILE = '全市.quanheng-package'
const bytes = smallPackage()
const findingsOf = (path: string, change: (content: Raw) => unknown) => verifyPackage(forged(bytes, path, change), FILE)
const WAN = 1_000_000

describe('the certificate', () => {
  it('adds up every sum from communities to total', () => {
    const found = verifyPackage(bytes, FILE)
    expect(found).toMatchObject({
      holds: true,
      findings: [],
      communities: 5,
      undecided: 0,
      totalFen: 105 * WAN,
      districts: ['东区', '北区', '西区'],
    })
    expect(
      found.lines.map(({ key, name, addends, sumFen, differenceFen }) => [key, name?.zh ?? '', addends, sumFen / WAN, differenceFen]),
    ).toEqual([
      ['communities', '', 5, 105, 0],
      ['subdistricts', '', 3, 105, 0],
      ['districts', '', 3, 105, 0],
      ['classes', '', 4, 105, 0],
      ['payers', '', 2, 105, 0],
      ['components', '', 1, 105, 0],
      ['steps', '', 5, 105, 0],
      ['district', '东区', 2, 45, 0],
      ['district', '北区', 1, 30, 0],
      ['district', '西区', 2, 30, 0],
      ['payer', '市级', 5, 52.5, 0],
      ['payer', '区县级', 5, 52.5, 0],
      ['previous', '', 5, 40, 0],
      ['previousDistricts', '', 3, 40, 0],
    ])
    expect(found.parts).toHaveLength(7)
  })

  it('holds for random policies and communities, whatever steps, payers and components they have', () => {
    fc.assert(
      fc.property(randomPlans(), ({ policy, indicators, facts, overrides }) => {
        const counting = overrides.filter((each) => countsIn(each, 2026))
        let result
        try {
          result = planResult({ policy, dictionary: indicators, facts, overrides: counting, own: [], year: 2026, synthetic: false })
        } catch (error) {
          if (error instanceof AppError) return
          throw error
        }
        fc.pre(facts.length > 0)
        const dictionary = { format: 'quanheng-indicators' as const, formatVersion: 1 as const, groups: [], indicators }
        const made = writePackage({
          app: '0',
          source: { kind: 'present' },
          policy,
          dictionary,
          communities: facts,
          overrides,
          unitChanges: [],
          ledger: [],
          result,
        })
        expect(verifyPackage(made, FILE)).toMatchObject({ holds: true, findings: [] })
      }),
      { numRuns: 60 },
    )
  })
})

describe('the verifier finds, in a package whose fingerprints are right,', () => {
  it('a total, a subtotal, a class total, a payer that is one fen off', () => {
    const offBy = (change: (result: Raw) => void) =>
      findingsOf('result.json', change)
        .lines.filter((each) => each.differenceFen !== 0)
        .map(({ key, name, differenceFen }) => [key, name?.zh ?? null, differenceFen])
    const places = [
      [
        (result: Raw) => {
          result.districts[1].amountFen += 1
        },
        [
          ['districts', null, 1],
          ['district', '北区', -1],
        ],
      ],
      [
        (result: Raw) => {
          result.subdistricts[0].amountFen -= 1
        },
        [['subdistricts', null, -1]],
      ],
      [
        (result: Raw) => {
          result.totals.byClass.A.amountFen += 1
        },
        [['classes', null, 1]],
      ],
      [
        (result: Raw) => {
          result.totals.paid.city += 1
        },
        [
          ['payers', null, 1],
          ['payer', '市级', -1],
        ],
      ],
      [
        (result: Raw) => {
          result.totals.componentFen.main += 1
        },
        [['components', null, 1]],
      ],
      [
        (result: Raw) => {
          result.totals.previousFen += 1
        },
        [
          ['previous', null, -1],
          ['previousDistricts', null, -1],
        ],
      ],
    ] as const
    for (const [change, lines] of places) expect(offBy(change)).toEqual(lines)
    const total = findingsOf('result.json', (result) => {
      result.totals.amountFen += 1
    })
    expect(total.holds).toBe(false)
    expect(total.lines.filter((each) => each.differenceFen === -1).map((each) => each.key)).toEqual([
      'communities',
      'subdistricts',
      'districts',
      'classes',
      'payers',
      'components',
      'steps',
    ])
  })

  it.each<[string, (result: Raw) => void, string]>([
    [
      'a class that the policy does not have',
      (result) => {
        result.communities[0].class = 'Z'
        result.totals.byClass = { ...result.totals.byClass, Z: { count: 1, amountFen: 0, previousFen: 0 } }
      },
      'package.classUnknown',
    ],
    [
      'half a fen',
      (result) => {
        result.communities[0].amountFen += 0.5
      },
      'package.amountWrong',
    ],
    [
      'a negative amount',
      (result) => {
        result.communities[0].paid.city = -1
      },
      'package.amountWrong',
    ],
    [
      'an amount too large to be exact',
      (result) => {
        result.communities[0].amountFen = 2 ** 60
      },
      'package.amountWrong',
    ],
    [
      'payers that are not together the amount',
      (result) => {
        result.communities[0].paid.city -= 1
        result.communities[1].paid.city += 1
      },
      'package.rowDiffers',
    ],
    [
      'steps that are not together the amount',
      (result) => {
        result.communities[0].trace[0].fen -= 1
        result.communities[1].trace[0].fen += 1
      },
      'package.rowDiffers',
    ],
    [
      'a subtotal of a place that nobody is in',
      (result) => {
        result.subdistricts[0].subdistrict = '别处'
      },
      'package.subtotalMissing',
    ],
    [
      'a subtotal with another count',
      (result) => {
        result.subdistricts[0].count += 1
      },
      'package.subtotalDiffers',
    ],
    [
      'a community twice',
      (result) => {
        result.communities.push(result.communities[0])
      },
      'package.communityTwice',
    ],
    [
      'a community that the facts do not have',
      (result) => {
        result.communities[0].key = 'x'
      },
      'package.communityOneSided',
    ],
    [
      'a community by another name',
      (result) => {
        result.communities[0].name = '别名'
      },
      'package.communityOneSided',
    ],
    [
      'a count of classes that is not so',
      (result) => {
        result.totals.byClass.A.count += 1
      },
      'package.countDiffers',
    ],
  ])('%s', (_, change, code) => {
    const found = findingsOf('result.json', change)
    expect(found.holds).toBe(false)
    expect(found.findings.map((each) => each.code)).toContain(code)
  })

  it('names the community of a wrong row, by how much, and the part', () => {
    const { findings } = findingsOf('result.json', (result) => {
      result.communities[2].paid.city += 7
    })
    const community = { path: 'result.json', community: '丙', key: '北区/北区街道/丙' }
    expect(findings.map(({ code, params, place }) => [code, params.what, params.byFen ?? params.value, place.community ?? ''])).toEqual([
      ['package.rowDiffers', '市级', -7, '丙'],
      ['package.rowDiffers', 'payers', 7, '丙'],
      ['package.subtotalDiffers', '市级', '北区 北区街道', ''],
      ['package.subtotalDiffers', '市级', '北区', ''],
      ['package.subtotalDiffers', '市级', '合计', ''],
    ])
    expect(findings[0]!.place).toMatchObject(community)
  })

  it('facts, classes by hand, policy or result that are not those of the fingerprints', () => {
    expect(
      findingsOf('communities.json', (list) => {
        list[0].values.residents += 1
      }).findings,
    ).toMatchObject([{ code: 'package.hashDiffers', params: { what: 'input' } }])
    expect(
      findingsOf('overrides.json', (list) => {
        list.push({ key: 'x', class: 'A', reason: '无', document: '' })
      }).findings,
    ).toMatchObject([
      { code: 'package.hashDiffers', params: { what: 'input' } },
      { code: 'package.communityOneSided', place: { path: 'overrides.json', key: 'x' } },
    ])
    expect(
      findingsOf('policy.json', (policy) => {
        policy.version = '9.0.0'
      }).findings.map((each) => each.params.what),
    ).toEqual(['policy', 'policy'])
    expect(
      findingsOf('manifest.json', (manifest) => {
        manifest.resultHash = 'e'.repeat(64)
      }).findings,
    ).toMatchObject([{ code: 'package.hashDiffers', params: { what: 'result' } }])
    expect(
      findingsOf('manifest.json', (manifest) => {
        manifest.year = 2024
      }).findings.map((each) => each.params.what),
    ).toEqual(['year'])
    const change = { year: 2024, kind: 'found', date: '2024-01-01', document: '', note: '', from: [], to: [], endedFen: 0 }
    expect(
      findingsOf('unit-changes.json', (list) => {
        list.push(change)
      }).findings,
    ).toMatchObject([{ code: 'package.hashDiffers', params: { what: 'year', value: '2024' }, place: { path: 'unit-changes.json/0/year' } }])
    expect(
      findingsOf('manifest.json', (manifest) => {
        manifest.parts[0].sha256 = 'e'.repeat(64)
      }).findings,
    ).toMatchObject([{ code: 'package.partDiffers', params: { value: 'policy.json' } }])
  })

  it('nothing where it can not read: it says why instead', () => {
    expect(() => verifyPackage(bytes.subarray(0, 100), FILE)).toThrow('package.damaged')
    expect(() => findingsOf('policy.json', () => ({}))).toThrow('package.shape')
    expect(() =>
      findingsOf('manifest.json', (manifest) => {
        manifest.formatVersion = PACKAGE_FORMAT_VERSION + 1
      }),
    ).toThrow('package.newer')
  })
})
