import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PACKAGE_MANIFEST, PACKAGE_PARTS } from '../../../src-main/model/package.ts'
import { readPackage, writePackage } from '../../../src-main/documents/package/index.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'
import { storedZip } from '../../../src-main/shared/stored-zip.ts'
import { forged, partsIn, repacked } from '../../support/package-files.ts'
import { RESOURCES } from '../../support/project.ts'
import { smallPackage } from '../../support/small-package.ts'
import { zipOf } from '../../support/zip.ts'

const bytes = smallPackage(['东区'])
const content = readPackage(bytes, '东区.quanheng-package')

const problemOf = (given: Uint8Array) => {
  try {
    readPackage(given, '东区.quanheng-package')
  } catch (error) {
    if (error instanceof AppError) return error.problems[0]!
    throw error
  }
  return null
}
const codeOf = (given: Uint8Array): string | undefined => problemOf(given)?.code
const text = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

describe('a package', () => {
  it('is a plain ZIP of JSON parts in a fixed order, without a clock, and comes back as it went', () => {
    expect([...partsIn(bytes).keys()]).toEqual([PACKAGE_MANIFEST, ...PACKAGE_PARTS])
    expect(Buffer.from(writePackage(content)).equals(Buffer.from(bytes))).toBe(true)
    expect(bytes.subarray(10, 14)).toEqual(new Uint8Array([0, 0, 0x21, 0]))
    const lines = new TextDecoder().decode(partsIn(bytes).get('communities.json')).split('\n')
    expect(lines).toHaveLength(2 + content.communities.length + 1)
    expect(JSON.parse(lines[1]!.replace(/,$/, '')).name).toBe('乙')
  })

  /** Where the content of each part lies in the file. Everything else belongs to the archive, which has one way only to be written. */
  const places = [...partsIn(bytes)].map(([path, part]) => {
    const first = Buffer.from(bytes).indexOf(Buffer.from(part))
    return { path, first, last: first + part.length - 1 }
  })

  it('with one changed byte, wherever it is, is refused, and the part or the place is told', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = bytes.slice()
        changed[at] = (changed[at]! + by) % 256
        const found = problemOf(changed)
        expect(found!.place.file).toBe('东区.quanheng-package')
        const part = places.find(({ first, last }) => at >= first && at <= last)
        if (part !== undefined)
          expect(found).toMatchObject({ code: 'package.partDiffers', params: { value: part.path }, place: { path: part.path } })
        else expect(found!.code).toMatch(/^package\.(damaged|partDiffers|notOurs|pathOutside)$/)
        if (found!.code === 'package.damaged') expect(found!.params.value).toBeLessThanOrEqual(bytes.length)
      }),
      { numRuns: 500 },
    )
    const archive = [...bytes.keys()].filter((at) => !places.some(({ first, last }) => at >= first && at <= last))
    for (const at of archive) {
      const changed = bytes.slice()
      changed[at]! ^= 0x20
      expect(codeOf(changed), String(at)).toMatch(/^package\.(damaged|partDiffers|notOurs|pathOutside)$/)
    }
  })

  it('with a changed byte in its very beginning is still known for a package, a damaged one', () => {
    for (const at of [0, 1, 2, 3, 26, 27, 28, 29, 30, 35, 42]) {
      const changed = bytes.slice()
      changed[at]! ^= 1
      expect(problemOf(changed), String(at)).toMatchObject({ code: 'package.damaged', params: { value: at } })
    }
    expect(codeOf(zipOf({ 'other.json': '{}' }))).toBe('package.notOurs')
  })

  it('names the part that was changed', () => {
    const at = Buffer.from(bytes).indexOf('"name":"甲"')
    const changed = bytes.slice()
    changed[at + 2] = 'N'.charCodeAt(0)
    expect(problemOf(changed)).toMatchObject({
      code: 'package.partDiffers',
      params: { value: 'communities.json' },
      place: { file: '东区.quanheng-package', path: 'communities.json' },
    })
  })

  it('cut off at any place is refused', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), (length) => {
        expect(codeOf(bytes.subarray(0, length))).toMatch(/^package\.(damaged|notOurs)$/)
      }),
      { numRuns: 200 },
    )
    expect(problemOf(bytes.subarray(0, bytes.length - 1))).toMatchObject({ code: 'package.damaged', params: { value: bytes.length - 1 } })
    expect(codeOf(new Uint8Array([...bytes, 0]))).toBe('package.damaged')
  })

  it.each(['../自动启动.json', '/etc/passwd', 'a/../../b.json', 'C:\\windows\\x.json', '..\\x.json', 'c:x.json'])(
    'with a path that climbs out (%s) is refused',
    (path) => {
      expect(
        problemOf(
          repacked(bytes, (parts) => {
            parts.set(path, text('{}'))
          }),
        ),
      ).toMatchObject({ code: 'package.pathOutside', params: { value: path } })
      expect(problemOf(zipOf({ [path]: '{}' }))).toMatchObject({ code: 'package.pathOutside' })
    },
  )

  it('of another product, renamed, or no archive at all, is refused as not ours', () => {
    expect(codeOf(readFileSync(join(RESOURCES, 'sample-city.xlsx')))).toBe('package.notOurs')
    expect(codeOf(text('not a package'))).toBe('package.notOurs')
    expect(codeOf(new Uint8Array())).toBe('package.notOurs')
    expect(
      codeOf(
        repacked(bytes, (parts) => {
          parts.set(PACKAGE_MANIFEST, text({ format: 'other-package', formatVersion: 1 }))
        }),
      ),
    ).toBe('package.notOurs')
  })

  it('from a newer program is refused as such', () => {
    expect(
      problemOf(
        forged(bytes, PACKAGE_MANIFEST, (manifest) => {
          manifest.formatVersion = 8
        }),
      ),
    ).toMatchObject({ code: 'package.newer', params: { value: 8, limit: 7 } })
    expect(
      codeOf(
        repacked(bytes, (parts) => {
          parts.set(PACKAGE_MANIFEST, text({ format: 'quanheng-package', formatVersion: 8, novelty: true }))
        }),
      ),
    ).toBe('package.newer')
  })

  it('that would unpack to more than it is (a bomb), or claims to, is refused without unpacking anything', () => {
    const bomb = zipOf({ [PACKAGE_MANIFEST]: Buffer.alloc(64 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(problemOf(bomb)).toMatchObject({ code: 'package.damaged', params: { value: 8 } })
    const claiming = bytes.slice()
    new DataView(claiming.buffer).setUint32(18, 0xffff_fffe, true)
    expect(problemOf(claiming)).toMatchObject({ code: 'package.damaged', params: { value: bytes.length } })
  })

  it('with an entry twice is refused by the name of the entry, be the second one the same or another', () => {
    for (const path of [PACKAGE_MANIFEST, ...PACKAGE_PARTS]) {
      for (const content of [partsIn(bytes).get(path)!, text('{}')]) {
        const twice = storedZip([...partsIn(bytes), [path, content] as const].map(([each, part]) => ({ path: each, bytes: part })))
        expect(problemOf(twice)).toMatchObject({
          code: path === PACKAGE_MANIFEST && content.length < 9 ? 'package.notOurs' : 'package.partMissing',
          ...(path === PACKAGE_MANIFEST ? {} : { params: { value: path } }),
        })
      }
    }
  })

  it('packed anew by an archive program is refused', () => {
    const parts = Object.fromEntries([...partsIn(bytes)].map(([path, part]) => [path, Buffer.from(part)]))
    expect(codeOf(zipOf(parts))).toBe('package.damaged')
  })

  it.each(PACKAGE_PARTS)('without %s, or with it twice, or with a stranger in its place, is refused', (path) => {
    expect(
      problemOf(
        repacked(bytes, (parts) => {
          parts.delete(path)
        }),
      ),
    ).toMatchObject({ code: 'package.partMissing', params: { value: path } })
    expect(
      codeOf(
        repacked(bytes, (parts) => {
          parts.set('stranger.json', text('{}'))
        }),
      ),
    ).toBe('package.partUnknown')
    expect(
      codeOf(
        forged(bytes, PACKAGE_MANIFEST, (manifest) => {
          manifest.parts.push(manifest.parts.find((each: { path: string }) => each.path === path))
        }),
      ),
    ).toBe('package.partMissing')
    expect(
      codeOf(
        repacked(bytes, (parts) => {
          parts.set(path, text('[1]'))
        }),
      ),
    ).toBe('package.partDiffers')
  })

  it('whose parts do not have their form is refused with the place', () => {
    expect(
      problemOf(
        forged(bytes, 'communities.json', (list) => {
          list[1].previousFen = 'much'
        }),
      ),
    ).toMatchObject({ code: 'package.shape', place: { path: 'communities.json/1/previousFen' } })
    expect(
      problemOf(
        forged(bytes, 'communities.json', (list) => {
          list[0].name = ''
        }),
      ),
    ).toMatchObject({ code: 'package.shape', place: { path: 'communities.json/0/name' } })
    expect(
      problemOf(
        forged(bytes, 'communities.json', (list) => {
          list[0].code = '12'
        }),
      ),
    ).toMatchObject({ code: 'package.shape', place: { path: 'communities.json/0/code' } })
    expect(
      problemOf(
        forged(bytes, 'ledger.json', (list) => {
          list.push({ key: 'x', allocatedFen: -1, spentFen: null, carriedFen: null })
        }),
      ),
    ).toMatchObject({ code: 'package.shape', place: { path: 'ledger.json/0/allocatedFen' } })
    expect(
      problemOf(
        forged(bytes, 'result.json', (result) => {
          result.communities[0].amountFen = 0.5
        }),
      ),
    ).toMatchObject({ code: 'package.shape', place: { path: 'result.json/communities/0/amountFen' } })
    expect(
      problemOf(
        repacked(bytes, (parts) => {
          parts.set(PACKAGE_MANIFEST, text('{'))
        }),
      ),
    ).toMatchObject({ code: 'package.shape', place: { path: PACKAGE_MANIFEST } })
  })

  it('whose manifest tells something else than its content is refused with the field', () => {
    for (const [field, value] of [
      ['communities', 7],
      ['amountFen', 1],
      ['year', 2024],
      ['districts', ['西区']],
      ['synthetic', true],
      ['inputHash', 'f'.repeat(64)],
      ['resultHash', 'f'.repeat(64)],
    ] as const) {
      expect(
        problemOf(
          forged(bytes, PACKAGE_MANIFEST, (manifest) => {
            manifest[field] = value
          }),
        ),
      ).toMatchObject({ code: 'package.manifestDiffers', params: { field } })
    }
  })
})
