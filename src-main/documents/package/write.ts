import { titleAsFileName } from '../../model/file.ts'
import {
  CATALOGUE_VERSION,
  FURTHER_VERSION,
  MORE_PARTS_VERSION,
  PACKAGE_EXTENSION,
  PACKAGE_FORMAT_VERSION,
  PACKAGE_MANIFEST,
  type PackageManifest,
} from '../../model/package.ts'
import { UNRECONCILED } from '../../words/papers.ts'
import { hashOf } from '../../shared/canonical-json.ts'
import { storedZip } from '../../shared/stored-zip.ts'
import type { PlanPackage } from './content.ts'
import { partBytes, partsOf, summaryOf } from './parts.ts'

/** The oldest format that holds what the package has to say, so that older programs read it. */
function versionOf(content: PlanPackage): PackageManifest['formatVersion'] {
  const { appeals, renovation, spending, teams, catalogue, whole, conservation, ownPolicies } = content
  if (ownPolicies !== undefined) return PACKAGE_FORMAT_VERSION
  if (appeals !== undefined || renovation !== undefined) return MORE_PARTS_VERSION
  if (spending !== undefined || teams !== undefined) return FURTHER_VERSION
  if (catalogue !== undefined) return CATALOGUE_VERSION
  return whole !== undefined ? 3 : conservation !== undefined ? 2 : 1
}

/**
 * A year's plan as one file: a ZIP of JSON parts, first the manifest with the SHA-256 of every other part. Equal content has equal bytes;
 * there is no clock in it but the time at which an adopted plan was adopted.
 * @param content of at least one community
 * @returns the bytes of a .quanheng-package
 */
export function writePackage(content: PlanPackage): Uint8Array {
  const parts = partsOf(content)
  const manifest: PackageManifest = {
    format: 'quanheng-package',
    formatVersion: versionOf(content),
    app: content.app,
    source: content.source,
    ...summaryOf(content),
    ...(content.conservation === undefined ? {} : { conservation: content.conservation }),
    ...(content.whole === undefined ? {} : { whole: content.whole }),
    resultHash: hashOf(content.result),
    parts: parts.map(({ path, bytes, sha256 }) => ({ path, bytes: bytes.length, sha256 })),
  }
  return storedZip([{ path: PACKAGE_MANIFEST, bytes: partBytes(manifest) }, ...parts])
}

const MOST_NAMED = 3

/** @returns a name for the file, with year and districts: 2026年城北区、城东区等7个区县.quanheng-package; a draft is named as one */
export function packageName({ result, conservation }: Pick<PlanPackage, 'result' | 'conservation'>): string {
  const mark = (conservation?.count ?? 0) > 0 ? UNRECONCILED.zh : ''
  const { year, districts } = summaryOf({ result })
  const named =
    districts.length > MOST_NAMED ? `${districts.slice(0, MOST_NAMED).join('、')}等${districts.length}个区县` : districts.join('、')
  return `${titleAsFileName(`${year}年${named}${mark}`)}${PACKAGE_EXTENSION}`
}
