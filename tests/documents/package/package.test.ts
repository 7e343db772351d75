import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PACKAGE_MANIFEST, PACKAGE_PARTS } from '../../../src-main/contract/package.ts'
import { readPackage, writePackage } from '../../../src-main/documents/package/index.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'
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

  it('with one changed byte, wherever it is, is refused', () => {
    fc.assert(fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = bytes.slice()
      changed[at] = (changed[at]! + by) % 256
      expect(codeOf(changed)).toMatch(/^package\.(damaged|partDiffers|notOurs|pathOutside|partUnknown|partMissing)$/)
    }), { numRuns: 400 })
  })

  it('names the part that was changed', () => {
    const at = Buffer.from(bytes).indexOf('"name":"甲"')
    const changed = bytes.slice()
    changed[at + 2] = 'N'.charCodeAt(0)
    expect(problemOf(changed)).toMatchObject({ code: 'package.partDiffers', params: { value: 'communities.json' }, place: { file: '东区.quanheng-package', path: 'communities.json' } })
  })

  it('cut off at any place is refused', () => {
    fc.assert(fc.property(fc.nat({ max: bytes.length - 1 }), (length) => {
      expect(codeOf(bytes.subarray(0, length))).toMatch(/^package\.(damaged|notOurs)$/)
    }), { numRuns: 200 })
    expect(problemOf(bytes.subarray(0, bytes.length - 1))).toMatchObject({ code: 'package.damaged', params: { value: bytes.length - 1 } })
    expect(codeOf(new Uint8Array([...bytes, 0]))).toBe('package.damaged')
  })

  it.each(['../自动启动.json', '/etc/passwd', 'a/../../b.json', 'C:\\windows\\x.json', '..\\x.json', 'c:x.json'])('with a path that climbs out (%s) is refused', (path) => {
    expect(problemOf(repacked(bytes, (parts) => { parts.set(path, text('{}')) }))).toMatchObject({ code: 'package.pathOutside', params: { value: path } })
    expect(problemOf(zipOf({ [path]: '{}' }))).toMatchObject({ code: 'package.pathOutside' })
  })

  it('of another product, renamed, or no archive at all, is refused as not ours', () => {
    expect(codeOf(readFileSync(join(RESOURCES, 'sample-city.xlsx')))).toBe('package.notOurs')
    expect(codeOf(text('not a package'))).toBe('package.notOurs')
    expect(codeOf(new Uint8Array())).toBe('package.notOurs')
    expect(codeOf(repacked(bytes, (parts) => { parts.set(PACKAGE_MANIFEST, text({ format: 'other-package', formatVersion: 1 })) }))).toBe('package.notOurs')
  })

  it('from a newer program is refused as such', () => {
    expect(problemOf(forged(bytes, PACKAGE_MANIFEST, (manifest) => { manifest.formatVersion = 2 }))).toMatchObject({ code: 'package.newer', params: { value: 2, limit: 1 } })
    expect(codeOf(repacked(bytes, (parts) => { parts.set(PACKAGE_MANIFEST, text({ format: 'quanheng-package', formatVersion: 7, novelty: true })) }))).toBe('package.newer')
  })

  it('packed anew by an archive program is refused', () => {
    const parts = Object.fromEntries([...partsIn(bytes)].map(([path, part]) => [path, Buffer.from(part)]))
    expect(codeOf(zipOf(parts))).toBe('package.damaged')
  })

  it.each(PACKAGE_PARTS)('without %s, or with it twice, or with a stranger in its place, is refused', (path) => {
    expect(problemOf(repacked(bytes, (parts) => { parts.delete(path) }))).toMatchObject({ code: 'package.partMissing', params: { value: path } })
    expect(codeOf(repacked(bytes, (parts) => { parts.set('stranger.json', text('{}')) }))).toBe('package.partUnknown')
    expect(codeOf(forged(bytes, PACKAGE_MANIFEST, (manifest) => { manifest.parts.push(manifest.parts.find((each: { path: string }) => each.path === path)) }))).toBe('package.partMissing')
    expect(codeOf(repacked(bytes, (parts) => { parts.set(path, text('[1]')) }))).toBe('package.partDiffers')
  })

  it('whose parts do not have their form is refused with the place', () => {
    expect(problemOf(forged(bytes, 'communities.json', (list) => { list[1].previousFen = 'much' }))).toMatchObject({ code: 'package.shape', place: { path: 'communities.json/1/previousFen' } })
    expect(problemOf(forged(bytes, 'result.json', (result) => { result.communities[0].amountFen = 0.5 }))).toMatchObject({ code: 'package.shape', place: { path: 'result.json/communities/0/amountFen' } })
    expect(problemOf(repacked(bytes, (parts) => { parts.set(PACKAGE_MANIFEST, text('{')) }))).toMatchObject({ code: 'package.shape', place: { path: PACKAGE_MANIFEST } })
  })

  it('whose manifest tells something else than its content is refused with the field', () => {
    for (const [field, value] of [['communities', 7], ['amountFen', 1], ['year', 2024], ['districts', ['西区']], ['synthetic', true], ['inputHash', 'f'.repeat(64)], ['resultHash', 'f'.repeat(64)]] as const) {
      expect(problemOf(forged(bytes, PACKAGE_MANIFEST, (manifest) => { manifest[field] = value }))).toMatchObject({ code: 'package.manifestDiffers', params: { field } })
    }
  })
})
